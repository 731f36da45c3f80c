"""The forms of 参数 and 最低工资标准, each as it is sent from the page before the act."""

from datetime import date

from jianxi.domain.parameters import MINIMUM_WAGE, PARAMETERS
from jianxi.domain.policy import PolicyValue
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import parameters
from jianxi.services import wage_imports
from jianxi.services.policies import set_value
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG
from tests.cast_facts import MOMENT
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
VALUE = ("value", "effective_from", "source", "v", "confirm")
WAGE = ("counties", *VALUE)
GROUND = {"effective_from": ["2026-12-01"], "source": ["济人社发〔2026〕1号"], "confirm": ["yes"]}


async def seen(viewer: OfficialViewer, key: str, region: str, value: str) -> list[str]:
    """The number of the value entered last; there is one, since 0 stands for a page that showed none."""
    parameter = PARAMETERS[key]
    if not await parameters.newest(viewer, parameter):
        await set_value(key, value, region, date(2026, 1, 1), "济人社发〔2025〕1号", MOMENT)
    return [str(await parameters.newest(viewer, parameter))]


async def share(town: Town, _: int) -> Filled:
    shown = await seen(town.city, "subsidy_rate", JINAN, "60%")
    return "/authority/parameters/subsidy_rate", {"value": ["65%"], "v": shown, **GROUND}


async def switch(town: Town, _: int) -> Filled:
    shown = await seen(town.province, "early_contract", SHANDONG, "否")
    return "/authority/parameters/early_contract", {"value": ["是"], "v": shown, **GROUND}


async def wage(town: Town, _: int) -> Filled:
    shown = await seen(town.city, MINIMUM_WAGE.key, LIXIA, "2400")
    fields = {"counties": [LIXIA, SHIZHONG], "value": ["2,500.00"], "v": shown, **GROUND}
    return "/authority/wages/new", fields


async def workbook(town: Town, _: int) -> Filled:
    shown = await seen(town.city, MINIMUM_WAGE.key, LIXIA, "2400")
    value = PolicyValue(MINIMUM_WAGE.key, LIXIA, 250_000, date(2026, 12, 1), "济人社发〔2026〕1号")
    rows = wage_imports.frozen(town.city, [value])
    return "/authority/wages/import", {"rows": [rows], "v": shown, "confirm": ["yes"]}
