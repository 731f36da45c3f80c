"""The sheet of 见习上岗审核 as another library reads it: exactly the rows of the list, typed, masked, and logged."""

import json
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jianxi import templating
from jianxi.exports.placement_sheet import COLUMNS
from jianxi.forms.office_placement_filters import Filters
from jianxi.queries import regions
from jianxi.services import placement_exports
from jianxi.tables.log import LogEntry
from tests.cast import JINAN, LIXIA, official
from tests.conftest import NOW
from tests.traineeships import START, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
HEADINGS = [column.heading for column in COLUMNS]


async def exported(region: str, filters: Filters) -> Worksheet:
    templating.use_directory(await regions.directory())
    made = await placement_exports.export(await official(region), filters, NOW)
    sheet: Worksheet = load_workbook(BytesIO(made)).worksheets[0]
    assert [cell.value for cell in sheet[1]] == HEADINGS
    return sheet


async def test_a_placement_is_a_row_of_typed_cells_with_its_number_masked() -> None:
    warned = '[{"allowance_fen":180050,"kind":"under_wage","limit_fen":240000}]'
    await trainee("waiting", name="刘㛃", allowance_fen=180_050, warnings=warned, mentor="=1+1")

    sheet = await exported(LIXIA, Filters())

    row = dict(zip(HEADINGS, sheet[2], strict=True))
    assert sheet.freeze_panes == "A2" and sheet.max_row == 2
    assert (row["姓名"].value, row["指导教师"].value, row["指导教师"].data_type) == ("刘㛃", "=1+1", "s")
    assert (row["见习期间生活费（元/月）"].value, row["见习期间生活费（元/月）"].number_format) == (
        1800.5,
        "#,##0.00",
    )
    assert row["上岗日期"].value.date() == START
    assert row["身份证号"].value.startswith("37*") and row["身份证号"].number_format == "@"
    assert "低于当地月最低工资标准2,400元" in row["生活费提示"].value
    assert (row["审核状态"].value, row["上岗状态"].value, row["已等待天数"].value) == ("等待审核", None, 79)


async def test_the_rows_are_those_of_the_list_as_filtered_and_taking_them_is_logged() -> None:
    for name, state in (("马·尔", "waiting"), ("刘㛃", "waiting"), ("赵敏", "approved")):
        await trainee(state, name=name)
    await trainee("waiting", level="city", name="孙晓静")

    names = [cell.value for cell in (await exported(LIXIA, Filters()))["G"][1:]]
    found = [cell.value for cell in (await exported(LIXIA, Filters(state="", words="刘㛃")))["G"][1:]]
    of_city = [cell.value for cell in (await exported(JINAN, Filters()))["G"][1:]]

    assert (names, found, of_city) == (["马·尔", "刘㛃"], ["刘㛃"], ["孙晓静"])
    entries = await LogEntry.select(LogEntry.facts).where(LogEntry.verb == "export").order_by(LogEntry.id)
    assert json.loads(entries[1]["facts"]) == {"filters": {"words": "…"}, "rows": 1}
