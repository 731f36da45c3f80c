"""Workbooks (XLSX) in and out: the one door to openpyxl and calamine. Nothing written is ever run as a formula.

Run as a program it reads a workbook from its input, within limits, for exports/limited.py."""

import json
import resource
import sys
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.utils.indexed_list import IndexedList
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from python_calamine import CalamineError, load_workbook

from jianxi.exports import cell_texts, heights, layout, looks
from jianxi.exports.layout import WIDEST, Band, Column, Row, Table, Value, fitting
from jianxi.exports.looks import TEXT, Look

__all__ = ["WIDEST", "Column", "Table", "Value", "fitting", "found", "write", "yuan"]
TYPE = "宋体"
"""There wherever Chinese papers are written, and its digits are half as wide as its characters."""
MEMORY = 2 * 1024**3
SECONDS = 60
LOST = 2**53
"""From here on a spreadsheet's number has lost digits."""


class Sheet:
    """One sheet being written. Each look is made once and then shared: made for each cell it took half of the time."""

    def __init__(self, sheet: WriteOnlyWorksheet, table: Table) -> None:
        self.sheet, self.table = sheet, table
        self.widths = [column.width for column in table.columns]
        self.looks: dict[Look, Any] = {}

    def head(self, number: int) -> list[Any]:
        headings = [column.heading for column in self.table.columns]
        many = heights.most(zip(headings, self.widths, strict=True))
        self.sheet.row_dimensions[number].height = heights.points(many)
        return [self.cell(heading, looks.HEAD._replace(wraps=many > 1)) for heading in headings]

    def row(self, number: int, row: Row) -> list[Any]:
        """One of fewer cells than columns is written as far as it goes."""
        if isinstance(row, Band):
            return self.band(number, row)
        printed, most, cells = self.table.printed, 1, []
        for value, column in zip(row, self.table.columns, strict=False):
            many = heights.lines(value, column.width) if isinstance(value, str) else 1
            most = max(most, many)
            across = column.across if printed else None
            cells.append(self.cell(value, looks.look(value, across, printed or many > 1)))
        if printed or most > 1:
            self.sheet.row_dimensions[number].height = heights.points(most)
        return cells

    def band(self, number: int, band: Band) -> list[Any]:
        values = layout.spread(self.sheet, number, band, self.widths)
        how = (band.is_centred, band.is_bold, band.size)
        return [self.cell(value, looks.of_band(value, *how)) for value in values]

    def cell(self, value: Value, look: Look) -> Any:
        """Text has its own format, so that typing over it computes nothing; what would run besides carries the mark
        that a leading apostrophe makes, which a spreadsheet keeps through every editing of the cell."""
        if not isinstance(value, str):
            return self.styled(WriteOnlyCell(self.sheet, value=value), look)
        text = cell_texts.plain(value)
        cell = WriteOnlyCell(self.sheet, value=text)
        cell.data_type = "s"
        return self.styled(cell, look._replace(runs=True) if cell_texts.would_run(text) else look)

    def styled(self, cell: Any, look: Look) -> Any:
        if look in self.looks:
            cell._style = self.looks[look]
            return cell
        cell.number_format = look.form
        if look.bold or look.size != heights.SIZE:
            cell.font = Font(name=TYPE, size=look.size, bold=look.bold)
        cell.alignment = Alignment(look.across, "center", 0, look.wraps or None, look.shrinks or None)
        cell.quotePrefix = look.runs
        self.looks[look] = cell._style
        return cell


def write(*tables: Table) -> bytes:
    """A sheet a table, each with a frozen head. Text stays text whatever it begins with; numbers and dates are typed."""
    book, kept = Workbook(write_only=True), BytesIO()
    # The first type is that of every cell which names none, and the one by which columns are measured.
    book._fonts = IndexedList([Font(name=TYPE, size=heights.SIZE)])
    book._named_styles["Normal"].font = book._fonts[0]
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        writer = ExcelWriter(book, package)
        # Its sheets are in the package already. Left to itself it first writes each into a temporary file, where names
        # and telephone numbers would lie in the clear.
        writer.write_worksheet = writer.manifest.append
        for number, table in enumerate(tables, start=1):
            with package.open(f"xl/worksheets/sheet{number}.xml", "w") as out:
                _add(book, table, out)
        writer.write_data()
    return kept.getvalue()


def _add(book: Workbook, table: Table, out: Any) -> None:
    sheet = book.create_sheet(table.title)
    # Its own looks through all cells that were joined for each that is added: minutes for thousands of rows.
    sheet.merged_cells = set()
    for number, column in enumerate(table.columns, start=1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        if column.as_text:
            dimension.number_format = TEXT
    layout.lay_out(sheet, table)
    sheet._writer = WorksheetWriter(sheet, out)
    sheet._writer.write_top()
    written = Sheet(sheet, table)
    for number, band in enumerate(table.above, start=1):
        sheet.append(written.band(number, band))
    sheet.append(written.head(len(table.above) + 1))
    for number, row in enumerate(table.rows, start=len(table.above) + 2):
        sheet.append(written.row(number, row))
    sheet.close()


def yuan(fen: int) -> Decimal:
    """分 as an amount for a cell."""
    return Decimal(fen).scaleb(-2)


def found(data: bytes, headings: Sequence[str]) -> dict[str, Any]:
    """What the first sheet holds under these headings: `rows` (number, cells, places with lost digits), the headings
    `missing`, or neither when it cannot be read."""
    try:
        sheet = load_workbook(BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError):
        return {}
    first = [_text(cell).strip() for cell in sheet[0]] if sheet else []
    missing = [heading for heading in headings if heading not in first]
    if missing:
        return {"missing": missing}
    places = [first.index(heading) for heading in headings]
    numbered = ((number, [row[place] for place in places]) for number, row in enumerate(sheet[1:], start=2))
    return {"rows": [_read(number, cells) for number, cells in numbered if any(map(_has_text, cells))]}


def _answer(sheet: dict[str, Any]) -> None:
    """A line that says what follows, then a line a row: who asked need not hold all of them unpacked at once."""
    rows = sheet.pop("rows", None)
    sys.stdout.write(json.dumps(sheet if rows is None else {"rows": len(rows)}) + "\n")
    for row in rows or ():
        sys.stdout.write(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n")


def _read(number: int, cells: Sequence[object]) -> tuple[int, list[str], list[int]]:
    lost = [place for place, cell in enumerate(cells) if isinstance(cell, float) and abs(cell) >= LOST]
    return number, [_text(cell) for cell in cells], lost


def _has_text(cell: object) -> bool:
    return bool(_text(cell).strip())


def _text(cell: object) -> str:
    """A cell as a person would have typed it."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    _answer(found(sys.stdin.buffer.read(), json.loads(sys.argv[1])))
