"""A workbook on paper and screen: rows as high as what goes on below in them, and pages that are read."""

from datetime import date
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from jianxi.exports import heights, layout, roster_months, roster_sheet
from jianxi.exports.layout import Band
from jianxi.exports.workbook import WIDEST, Column, Table, Value, fitting, write, yuan
from tests.exports.roster_parts import head, lines

TWO, THREE = heights.points(2), heights.points(3)


def opened(*tables: Table) -> list[Any]:
    return list(load_workbook(BytesIO(write(*tables))).worksheets)


def test_lines_are_counted_as_a_spreadsheet_breaks_them() -> None:
    told = (
        *(("本科", 5, 1), ("硕士研究生", 5, 3), ("人身意外伤害保险", 9, 2), ("一\n\n二", 9, 3), ("", 9, 1)),
        # A number stays whole where it finds room, and is broken where it finds none.
        *(("工资2400.00元", 10, 2), ("370102200306085431", 7, 3)),
        # No line begins with what closes nor ends with what opens.
        *(("补贴合计（元）", 13, 2), ("鲁政字〔2025〕140号", 14, 2)),
    )
    assert [heights.lines(text, width) for text, width, _ in told] == [many for _, _, many in told]
    assert heights.lines("单位名称", 9, 2 * heights.SIZE) == 2
    assert heights.points(10_000) == heights.TALLEST


def test_a_printed_row_is_as_high_as_its_longest_text_and_its_cells_stand_in_the_middle() -> None:
    columns = (
        Column("人员类别", 7),
        Column("金额（元）", 7, across="right"),
        Column("原因", 9, across="left"),
    )
    rows: list[list[Value]] = [
        ["往届毕业生", yuan(12), "无"],
        ["短", yuan(12_345_678), "一二三四五六七八九"],
        ["短", 3, None],
    ]
    (sheet,) = opened(Table("表", columns, rows, printed=True))
    assert [sheet.row_dimensions[row].height for row in range(1, 5)] == [TWO, TWO, THREE, heights.points(1)]
    laid = {(cell.alignment.vertical, cell.value is not None) for row in sheet.rows for cell in row}
    assert laid == {("center", True), ("center", False)}
    assert [cell.alignment.horizontal for cell in sheet[2]] == ["center", "right", "left"]
    assert all(cell.alignment.wrap_text for cell in (sheet["A2"], sheet["C3"], sheet["A1"]))
    assert sheet["B3"].alignment.shrink_to_fit and sheet["B3"].value == 123456.78


def test_a_list_leaves_rows_of_one_line_alone_and_gives_height_to_the_others() -> None:
    rows: list[list[Value]] = [["短", date(2026, 1, 1)], ["长" * WIDEST, None], ["甲\n乙\n丙", 1]]
    (sheet,) = opened(Table("表", fitting([Column("意见", 8), Column("日期", 8)], rows), rows))
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [None, THREE, THREE]
    assert (sheet["A2"].alignment.wrap_text, sheet["A3"].alignment.wrap_text) == (None, True)
    assert {cell.alignment.vertical for row in sheet.rows for cell in row} == {"center"}


def test_a_band_is_at_least_as_high_as_asked_and_higher_where_its_text_needs_it() -> None:
    bands = (Band([(2, "甲" * 30), (1, "乙")], height=18), Band([(3, "短")], height=80))
    (sheet,) = opened(Table("表", [Column("列", 10)] * 3, (), bands))
    assert [sheet.row_dimensions[row].height for row in (1, 2)] == [heights.points(4), 80]


def test_a_sheet_as_wide_as_a_page_is_fitted_to_it_and_a_wider_one_goes_on_on_the_next() -> None:
    told = (
        (50, "portrait", True),
        (layout.UPRIGHT + 1, "landscape", True),
        (layout.LEGIBLE + 1, "landscape", False),
    )
    found = opened(*(Table(f"表{wide}", [Column("列", wide)]) for wide, _, _ in told))
    for sheet, (_, lies, fits) in zip(found, told, strict=True):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (lies, layout.A4)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage is (True if fits else None)
        assert sheet.print_title_rows == "$1:$1"
        margins = sheet.page_margins
        assert max(margins.left, margins.right, margins.top, margins.header) <= 1 / 2.54


def test_every_row_of_a_roster_has_a_height_and_each_of_its_sheets_is_read_on_a4() -> None:
    told = roster_sheet.Told("", "预览")
    book = load_workbook(BytesIO(roster_sheet.workbook(head(), lines(), told)))
    for sheet in book.worksheets:
        assert all(sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1))
    for columns in (roster_sheet.COLUMNS, roster_months.COLUMNS):
        assert layout.UPRIGHT < sum(column.width for column in columns) <= layout.LEGIBLE
