"""The forms of 参数 and 最低工资标准, each as it is sent from the page before the act."""

from datetime import date

from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.domain.policy import PolicyValue
from jianxi.queries import parameters
from jianxi.services import wage_imports
from tests.cast import LIXIA, SHIZHONG
from tests.hostile.town import Town
from tests.hostile.visiting import Fields

Filled = tuple[str, Fields]
VALUE = ("value", "effective_from", "source", "v", "confirm")
WAGE = ("counties", *VALUE)
GROUND = {"effective_from": ["2026-12-01"], "source": ["济人社发〔2026〕1号"], "confirm": ["yes"]}
TODAY = date(2026, 11, 20)


async def share(town: Town, _: int) -> Filled:
    seen = (await parameters.get(town.city, "subsidy_rate", TODAY)).newest
    return "/authority/parameters/subsidy_rate", {"value": ["65%"], "v": [str(seen)], **GROUND}


async def switch(town: Town, _: int) -> Filled:
    seen = (await parameters.get(town.province, "early_contract", TODAY)).newest
    return "/authority/parameters/early_contract", {"value": ["是"], "v": [str(seen)], **GROUND}


async def wage(town: Town, _: int) -> Filled:
    seen = await parameters.newest(town.city, MINIMUM_WAGE)
    fields = {"counties": [LIXIA, SHIZHONG], "value": ["2,500.00"], "v": [str(seen)], **GROUND}
    return "/authority/wages/new", fields


async def workbook(town: Town, _: int) -> Filled:
    seen = await parameters.newest(town.city, MINIMUM_WAGE)
    value = PolicyValue(MINIMUM_WAGE.key, LIXIA, 250_000, date(2026, 12, 1), "济人社发〔2026〕1号")
    rows = wage_imports.frozen(town.city, [value])
    return "/authority/wages/import", {"rows": [rows], "v": [str(seen)], "confirm": ["yes"]}
