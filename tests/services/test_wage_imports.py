"""最低工资标准 by workbook: good rows are entered, bad ones told by number, the same again changes nothing."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from jianxi.domain.outcomes import Stale
from jianxi.domain.texts import Malformed
from jianxi.exports import wage_sheet
from jianxi.queries import policies, wages
from jianxi.routes.authority import wage_steps
from jianxi.services import wage_imports
from jianxi.services.policies import set_value
from jianxi.tables.engine import Engine
from jianxi.tables.policies import PolicyRow
from tests import cast
from tests.cast_facts import MOMENT
from tests.wage_sheets import GOOD, workbook

pytestmark = pytest.mark.anyio
TODAY = date(2026, 11, 20)
NO_MONEY = "请输入以元为单位的金额，例如2600或2,600.50"
SQLITE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


async def test_good_rows_are_entered_once_and_the_others_told(database: Engine) -> None:
    city = await cast.official(cast.JINAN)
    data = workbook(
        GOOD,
        ("", "市中区", "2,400.00", date(2025, 10, 1), "鲁政字〔2025〕140号"),
        ("370104", "槐荫区", None, None, None),
        ("370105", "历下区", 2500, "2026-10-01", "文号"),
        ("370402", "", 2500, "2026-10-01", "文号"),
        ("370112", "历城区", "很多", "2026-13-01", ""),
        ("370102", "济南市历下区", 2600, "2026-10-01", "文号"),
        ("370103", "市中区", 2600.5, "2027-01-01", "文号"),
    )

    found = await wage_imports.preview(city, data, MOMENT)

    assert found.summary == "将新增2项，更正0项；没有变化的1项，不能导入的4行"
    assert [(fault.row, fault.sentence) for fault in found.faults] == [
        (5, "代码370105是天桥区，与区县“历下区”不一致"),
        (6, "行政区划代码“370402”不是本地区的区县"),
        (7, f"月最低工资（元）：{NO_MONEY}；起始日期：没有这一天，请核对年月日；请填写依据"),
        (8, "与第2行的区县和起始日期相同"),
    ]
    assert await PolicyRow.count() == 0
    token = wage_imports.frozen(city, found.values)
    assert await wage_imports.bring_in(city, token, found.seen, MOMENT) == 2
    assert (await policies.snapshot(cast.LIXIA, TODAY)).minimum_wage == 250_000
    assert (await policies.snapshot(cast.SHIZHONG, date(2027, 1, 1))).minimum_wage == 260_050
    assert (await wage_imports.preview(city, data, MOMENT)).changes == []


@SQLITE
async def test_what_is_confirmed_is_what_was_shown(database: Engine) -> None:
    """A second press, a value set meanwhile and somebody else's page enter nothing."""
    city, other = await cast.official(cast.JINAN), await cast.official(cast.JINAN)
    found = await wage_imports.preview(city, workbook(GOOD), MOMENT)
    token = wage_imports.frozen(city, found.values)
    await set_value("minimum_wage", "2450", cast.SHIZHONG, TODAY, "文号", MOMENT)

    for viewer, held, seen in ((city, token, found.seen), (other, token, 1), (city, "forged", 1)):
        with pytest.raises(Stale):
            await wage_imports.bring_in(viewer, held, seen, MOMENT)

    assert await PolicyRow.count() == 1
    fresh = await wage_imports.again(city, token, MOMENT)
    assert (fresh.seen, fresh.summary) == (1, "将新增1项，更正0项；没有变化的0项，不能导入的0行")


@SQLITE
@pytest.mark.parametrize("data", [b"", b"a,b", workbook(GOOD, headings=("区县", "金额", "日期", "x", "y"))])
async def test_what_is_no_such_workbook_is_refused(database: Engine, data: bytes) -> None:
    with pytest.raises(Malformed):
        await wage_imports.preview(await cast.official(cast.JINAN), data, MOMENT)


@SQLITE
async def test_a_workbook_of_too_many_rows_is_refused(database: Engine) -> None:
    with pytest.raises(Malformed, match="一次最多导入500行"):
        await wage_imports.preview(await cast.official(cast.JINAN), workbook(*[GOOD] * 501), MOMENT)


@SQLITE
async def test_the_export_can_be_handed_in_again_and_the_template_names_the_counties(
    database: Engine,
) -> None:
    city = await cast.official(cast.ZAOZHUANG)
    await set_value("minimum_wage", "2020", "370402", date(2025, 10, 1), "鲁政字〔2025〕140号", MOMENT)
    known = await wages.of_office(city, TODAY)

    data = wage_sheet.workbook(list(wage_steps.lines(known)))
    template = wage_sheet.template([(each.code, each.name) for each in known.counties])

    sheet = load_workbook(BytesIO(data)).worksheets[0]
    assert [cell.value for cell in sheet[2]][:6] == [
        *("370402", "枣庄市", "市中区", 2020),
        *(sheet["E2"].value, "鲁政字〔2025〕140号"),
    ]
    assert (sheet["D2"].number_format, sheet["E2"].is_date, sheet["H3"].value) == ("#,##0.00", True, "缺少")
    again = await wage_imports.preview(city, data, MOMENT)
    assert (again.same, again.changes, again.faults) == (1, [], [])
    blank = await wage_imports.preview(city, template, MOMENT)
    assert blank.summary == "将新增0项，更正0项；没有变化的0项，不能导入的0行"
    assert load_workbook(BytesIO(template)).worksheets[0]["B2"].value == "市中区"
