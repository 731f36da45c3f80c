"""What a sheet is made of: columns, rows, rows of its own kind around them, and how it lies on paper."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from jianxi.exports import cell_texts, heights

WIDEST = 60
"""Characters of a column; what is longer goes on in a second line."""
A4 = 9
"""As the format numbers papers."""
MARGIN, FOOT = 0.36, 0.6
"""Inches: nine millimetres at the sides and above; below there is room for the foot."""
UPRIGHT = 110
"""Digits that are read well across a page that stands; what is wider lies."""
LEGIBLE = 245
"""Digits that are still read across a page that lies; what is wider goes on on further pages."""
Across = Literal["left", "center", "right"]
Value = str | int | Decimal | date | None
"""A decimal is an amount in yuan; a whole number counts."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its heading and width in characters."""

    heading: str
    width: int
    as_text: bool = False
    """Whether what somebody types into it later stays as typed: long numbers keep their last digits."""
    across: Across = "center"
    """Where its texts stand when it is printed. Amounts stand on the right in any case."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row that is none of the table's own: a title, facts, a total. Each cell goes over so many columns."""

    cells: Sequence[tuple[int, Value]]
    is_bold: bool = False
    size: int = 0
    """Of the letters, in points; 0 is the usual."""
    height: int = 0
    """Of the row, in points, at least: text that needs more gets it."""
    is_centred: bool = False


Row = Sequence[Value] | Band


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name, columns and rows."""

    title: str
    columns: Sequence[Column]
    rows: Iterable[Row] = ()
    above: Sequence[Band] = ()
    """Before the head of the columns."""
    printed: bool = False
    """To be put on paper and signed: its columns are as wide as they say, text goes on below, and number and name stay
    in sight."""
    foot: str = ""
    """At the bottom of each page, before its number."""


def fitting(columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> list[Column]:
    """As wide as what stands in them, headings too; never narrower than they are, nor wider than `WIDEST`."""
    held = (
        (cell_texts.width(column.heading), *map(_wide, cells)) for column, cells in _by_column(columns, rows)
    )
    widest = [min(max(widths) + 2, WIDEST) for widths in held]
    return [
        replace(column, width=max(column.width, wide)) for column, wide in zip(columns, widest, strict=True)
    ]


def lay_out(sheet: Any, table: Table) -> None:
    """Before its first row is written. On paper each page is A4, has the head of the columns and lines between cells."""
    head, wide = len(table.above) + 1, sum(column.width for column in table.columns)
    sheet.freeze_panes = f"{'C' if table.printed else 'A'}{head + 1}"
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "portrait" if wide <= UPRIGHT else "landscape"
    sheet.page_setup.paperSize = A4
    if wide <= LEGIBLE:
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_options.gridLines = sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = margins.top = margins.header = MARGIN
    margins.bottom, margins.footer = FOOT, FOOT / 2
    if not table.printed:
        return
    # An ampersand begins a code there, two are one.
    sheet.oddFooter.left.text = table.foot.replace("&", "&&")
    sheet.oddFooter.right.text = "第 &P 页，共 &N 页"
    sheet.oddFooter.left.size = sheet.oddFooter.right.size = 8


def spread(sheet: Any, number: int, band: Band, widths: Sequence[int]) -> list[Value]:
    """The cells of a band, one a column, those that go over several joined; `number` is the row's, which gets the
    height that its texts need."""
    cells: list[Value] = []
    texts: list[tuple[str, int]] = []
    for wide, value in band.cells:
        first = len(cells)
        cells += [value, *[None] * (wide - 1)]
        if wide > 1:
            sheet.merged_cells.add(f"{letter(first + 1)}{number}:{letter(first + wide)}{number}")
        if isinstance(value, str):
            texts.append((value, sum(widths[first : first + wide])))
    needed = heights.points(heights.most(texts, band.size), band.size)
    sheet.row_dimensions[number].height = max(band.height, needed)
    return cells


def letter(column: int) -> str:
    """27 → AA."""
    high, low = divmod(column - 1, 26)
    return (letter(high) if high else "") + chr(ord("A") + low)


def _by_column(
    columns: Sequence[Column], rows: Sequence[Sequence[Value]]
) -> Iterator[tuple[Column, Iterator[Value]]]:
    for place, column in enumerate(columns):
        yield column, (row[place] for row in rows)


def _wide(value: Value) -> int:
    if isinstance(value, str):
        return cell_texts.width(value)
    return 10 if isinstance(value, date) else len(f"{value or 0:,}")
