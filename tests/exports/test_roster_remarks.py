"""年度清算 as a workbook explains itself: what is due, what was granted before, and the difference."""

from dataclasses import replace
from io import BytesIO

from python_calamine import load_workbook

from jianxi.domain.roster_parts import Line
from jianxi.exports import roster_sheet
from jianxi.exports.roster_sheet import Told
from tests.exports.roster_parts import head, lines


def settled(line: Line) -> Line:
    """With 1,000.00 granted of each month before."""
    return replace(
        line, months=tuple(replace(each, settles=True, before_fen=100_000) for each in line.months)
    )


def test_a_difference_stands_beside_what_it_is_made_of_and_the_sum_tells_how_it_comes_about() -> None:
    found = [settled(lines()[0])]
    sheet = load_workbook(BytesIO(roster_sheet.workbook(head(), found, Told("", ""))))
    rows = sheet.get_sheet_by_name(roster_sheet.TITLE).to_python()
    row = dict(zip(*rows[4:6], strict=True))
    assert (row["补贴合计（元）"], row["备注"]) == (4_080, "应得7,080.00\n此前3,000.00")
    assert rows[6][0] == "合计（列入1人、计入1人）"
    assert "应得7,080.00元，此前3,000.00元，差额4,080.00元" in str(rows[7][0])
