"""How a cell of a workbook stands: its format, where its text lies, whether it goes on below."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from jianxi.exports import heights
from jianxi.exports.layout import Across, Value

TEXT, DAY, WHOLE, MONEY = "@", "yyyy-mm-dd", "#,##0", "#,##0.00"


class Look(NamedTuple):
    """What cells of one kind have in common."""

    form: str
    across: Across | None = None
    """None leaves it to the spreadsheet: texts on the left, numbers on the right. Days would touch the text beside them
    and stand in the middle."""
    wraps: bool = False
    shrinks: bool = False
    """A number wider than its column is set smaller: left to itself it would be a row of hash signs."""
    bold: bool = False
    size: int = heights.SIZE
    runs: bool = False
    """Whether it would be taken for a formula."""


HEAD = Look(TEXT, "center", bold=True)


def look(value: Value, across: Across | None, wraps: bool) -> Look:
    """`across` is where texts, whole numbers and days stand; amounts have their right edge in common."""
    if isinstance(value, str):
        return Look(TEXT, across, wraps)
    if isinstance(value, Decimal):
        return Look(MONEY, "right", shrinks=True)
    if isinstance(value, date):
        return Look(DAY, across or "center")
    return Look(WHOLE, across, shrinks=True)


def of_band(value: Value, is_centred: bool, bold: bool, size: int) -> Look:
    """In a row that is none of the table's own, whole numbers stand in the middle as they do in the table."""
    is_left = isinstance(value, str) and not is_centred
    found = look(value, "left" if is_left else "center", True)
    return found._replace(bold=bold, size=size or heights.SIZE)
