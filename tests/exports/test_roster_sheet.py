"""补贴经费花名册 as two other libraries read it: columns, types, sums, who stands apart, and how it lies on paper."""

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import load_workbook as open_styled
from python_calamine import load_workbook

from jianxi.exports import layout, roster_months, roster_sheet
from jianxi.exports.roster_sheet import Told
from tests.exports.roster_parts import head, lines

TOLD = Told("JX3701-25-H0001-5", "已报送", 1, "ab" * 32, "2025年11月3日 09:12　测试科技")
HEADINGS = [column.heading for column in roster_sheet.COLUMNS]


def made() -> bytes:
    return roster_sheet.workbook(head(), lines(), TOLD)


def rows_of(data: bytes, name: str) -> list[list[Any]]:
    return load_workbook(BytesIO(data)).get_sheet_by_name(name).to_python()


def test_a_person_is_a_row_of_typed_cells_with_the_whole_id_number_as_text() -> None:
    rows = rows_of(made(), roster_sheet.TITLE)
    at = rows.index(HEADINGS)
    whole, half = (dict(zip(HEADINGS, row, strict=True)) for row in rows[at + 1 : at + 3])
    assert whole["姓名"] == "赵䶮·敏" and half["姓名"] == "=1+1"
    assert whole["身份证号"] == "370102200306085431"
    assert (whole["上岗日期"], whole["毕业时间"]) == (date(2025, 8, 1), date(2024, 6, 30))
    assert (whole["申请月数"], whole["核算月数"], whole["补贴合计（元）"]) == (3, 3, 4080)
    assert (half["核算月数"], half["月补贴额（元）"]) == (2, "1,320.00\n1,440.00")
    assert (half["补贴合计（元）"], half["补贴比例"]) == (2100, "60%")


def test_the_sums_are_numbers_that_add_up_on_both_sheets_and_in_words() -> None:
    data = made()
    rows, months = rows_of(data, roster_sheet.TITLE), rows_of(data, roster_months.TITLE)
    at, place = rows.index(HEADINGS), HEADINGS.index("补贴合计（元）")
    people = rows[at + 1 : at + 1 + len(lines())]
    total = rows[at + 1 + len(people)]
    amounts = [row[16] for row in months[1:-1] if row[16] != ""]
    assert total[0] == "合计（列入5人、计入4人）"
    assert total[place] == sum(row[place] for row in people) == sum(amounts) == months[-1][16] == 11_460
    assert (total[HEADINGS.index("申请月数")], total[HEADINGS.index("核算月数")]) == (14, 9)
    assert "壹万壹仟肆佰陆拾元整" in rows[at + 2 + len(people)][0]


def test_who_is_not_summed_stands_apart_with_the_month_and_the_reason() -> None:
    rows = rows_of(made(), roster_sheet.TITLE)
    at = next(place for place, row in enumerate(rows) if row[0].__class__ is str and "不计入合计" in row[0])
    apart = [(row[1], row[4], row[6], row[8]) for row in rows[at + 1 : at + 6]]
    assert rows[at][0].endswith("5人月")
    assert apart[0] == ("孙七", "2025-10", "待定", "离岗（2025年10月10日）正在办理，办结后再计算")
    assert apart[1][:3] == ("钱八", "2025-08", "不予补贴")
    assert "低于当日执行的最低工资标准2,400.00元" in apart[4][3]
    assert {row[0].partition("（")[0].partition("：")[0] for row in rows[at + 6 :]} == {
        "制表人",
        "区县人社部门审核意见",
    }


def test_each_month_tells_days_wage_with_its_notice_rate_and_formula() -> None:
    months = rows_of(made(), roster_months.TITLE)
    half = dict(zip(months[0], months[4], strict=True))
    assert (half["月份"], half["当月天数"], half["核算天数"]) == ("2025-09", 30, 15)
    assert (half["最低工资标准（元/月）"], half["工资标准依据"]) == (2200, "鲁政字〔2023〕172号")
    assert half["计算"] == "2,200.00 元 × 60% × 15/30 天 = 660.00 元"
    pending = next(row for row in months if row[14] == "待定")
    assert (pending[16], pending[18]) == ("", 1440)


def test_it_is_printed_across_an_a4_page_with_its_head_on_each() -> None:
    sheet = open_styled(BytesIO(made())).worksheets[0]
    head_row = next(row for row in range(1, 12) if sheet.cell(row, 1).value == "序号")
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", layout.A4)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.print_title_rows == f"${head_row}:${head_row}"
    assert sheet.freeze_panes == f"C{head_row + 1}"
    assert TOLD.number in sheet.oddFooter.left.text and TOLD.digest in sheet.oddFooter.left.text
    assert f"A1:{layout.letter(roster_sheet.WIDE)}1" in {str(each) for each in sheet.merged_cells.ranges}
    assert sheet["A1"].value == "济南测试科技2025年8月至10月补贴经费花名册"
