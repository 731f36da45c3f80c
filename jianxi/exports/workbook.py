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
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter
from python_calamine import CalamineError, load_workbook

from jianxi.exports import cell_texts, layout
from jianxi.exports.layout import WIDEST, Band, Column, Table, Value, fitting

__all__ = ["WIDEST", "Column", "Table", "Value", "fitting", "found", "write", "yuan"]
TEXT, DAY, WHOLE, MONEY = "@", "yyyy-mm-dd", "#,##0", "#,##0.00"
MEMORY = 2 * 1024**3
SECONDS = 60
LOST = 2**53
"""From here on a spreadsheet's number has lost digits."""


def write(*tables: Table) -> bytes:
    """A sheet a table, each with a frozen head. Text stays text whatever it begins with; numbers and dates are typed."""
    book, kept = Workbook(write_only=True), BytesIO()
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
    widths = [column.width if table.printed else WIDEST for column in table.columns]
    head = [_head(sheet, column.heading, table.printed) for column in table.columns]
    above = [_band(sheet, number, band) for number, band in enumerate(table.above, start=1)]
    for cells in (*above, head):
        sheet.append(cells)
    for number, row in enumerate(table.rows, start=len(table.above) + 2):
        if isinstance(row, Band):
            sheet.append(_band(sheet, number, row))
        else:
            # A row of fewer cells than columns is written as far as it goes.
            sheet.append([_cell(sheet, value, wide) for value, wide in zip(row, widths, strict=False)])
    sheet.close()


def _head(sheet: WriteOnlyWorksheet, heading: str, wraps: bool) -> WriteOnlyCell:
    cell = _cell(sheet, heading)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=wraps or None)
    return cell


def _band(sheet: WriteOnlyWorksheet, number: int, band: Band) -> list[WriteOnlyCell]:
    cells = [_cell(sheet, value) for value in layout.spread(sheet, number, band)]
    for cell in (each for each in cells if each.value is not None):
        if band.is_bold or band.size:
            cell.font = Font(bold=band.is_bold, size=band.size or None)
        across = "center" if band.is_centred else None
        cell.alignment = Alignment(horizontal=across, vertical="center", wrap_text=True)
    return cells


def _cell(sheet: WriteOnlyWorksheet, value: Value, room: int = WIDEST) -> WriteOnlyCell:
    """Text has its own format, so that typing over it computes nothing; what would run besides carries the mark that a
    leading apostrophe makes, which a spreadsheet keeps through every editing of the cell."""
    if not isinstance(value, str):
        cell = WriteOnlyCell(sheet, value=value)
        cell.number_format = _format(value)
        return cell
    text = cell_texts.plain(value)
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type, cell.number_format = "s", TEXT
    if cell_texts.would_run(text):
        cell.quotePrefix = True
    if "\n" in text or cell_texts.width(text) > room:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _format(value: int | Decimal | date | None) -> str:
    if isinstance(value, date):
        return DAY
    return MONEY if isinstance(value, Decimal) else WHOLE


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
