"""报省厅备案表 as another library reads it: columns, types, nothing that runs, and what changed."""

from dataclasses import replace
from datetime import date
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from jianxi.domain.filed_facts import FiledFacts, differences, from_text, to_text
from jianxi.exports.filing_sheet import Head, Row, workbook

FACTS = FiledFacts(
    city="济南市",
    county="历下区",
    unit="济南𠮷祥精工有限公司",
    credit_code="91370102MA0002003H",
    nature="企业",
    industry="制造业",
    level="区县级",
    approved_on=date(2026, 10, 15),
    valid_until=date(2029, 10, 14),
    yearly_posts=1200,
    contact="王䶮",
    phone="05318888000",
)
HEAD = Head("JX3701-26-B0001-7", "济南市", 2, date(2026, 11, 20))


def read(*rows: Row) -> list[Worksheet]:
    return list(load_workbook(BytesIO(workbook(HEAD, rows))).worksheets)


def test_the_columns_are_those_of_the_province_with_typed_cells() -> None:
    sheet = read(Row(1, FACTS, True, ()))[0]
    assert [cell.value for cell in sheet[1]] == [
        *(
            "序号",
            "市",
            "区县",
            "单位名称",
            "信用代码",
            "单位性质",
            "行业",
            "基地级别",
            "认定时间",
            "有效期至",
        ),
        *("年提供岗位数", "联系人", "电话", "备案批次", "备案日期"),
    ]
    row = {head.value: cell for head, cell in zip(sheet[1], sheet[2], strict=True)}
    assert (row["单位名称"].value, row["联系人"].value) == ("济南𠮷祥精工有限公司", "王䶮")
    assert row["认定时间"].is_date and row["备案日期"].is_date and row["年提供岗位数"].value == 1200
    assert (row["电话"].value, row["电话"].number_format, row["信用代码"].data_type) == (
        "05318888000",
        "@",
        "s",
    )
    assert (sheet.freeze_panes, row["备案批次"].value) == ("A2", HEAD.number)


def test_no_cell_runs_and_each_holds_what_was_filed() -> None:
    names = ["=1+1公司", "+1公司", "@x公司", "\t=1公司", "－1公司"]
    sheet = read(*(Row(place, replace(FACTS, unit=name), True, ()) for place, name in enumerate(names, 1)))[0]
    assert [sheet.cell(place, 4).data_type for place in range(2, 7)] == ["s"] * 5
    assert sheet.cell(2, 4).value == "=1+1公司"


def test_what_changed_and_who_is_no_longer_in_force_stand_on_a_sheet_of_their_own() -> None:
    moved = replace(FACTS, contact="李强", yearly_posts=1300)
    stopped = Row(3, replace(FACTS, unit="济南停止精工有限公司"), False, (), is_in_force=False)
    rows = (Row(1, FACTS, True, ()), Row(2, moved, False, differences(FACTS, moved)), stopped)
    listed, about, changes = read(*rows)
    facts = dict(list(about.values)[1:])
    assert listed.max_row == 3
    assert (facts["编号"], facts["报送次数"], facts["基地数"], facts["其中首次备案"]) == (
        HEAD.number,
        2,
        2,
        1,
    )
    assert [row[2:] for row in list(changes.values)[1:]] == [
        ("首次备案", None, None),
        ("年提供岗位数", "1200", "1300"),
        ("联系人", "王䶮", "李强"),
    ]


def test_a_row_is_kept_and_read_back_whole() -> None:
    assert from_text(to_text(FACTS)) == FACTS
