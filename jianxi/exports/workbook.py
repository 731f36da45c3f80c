"""Workbooks (XLSX) in and out: the one door to openpyxl and calamine. Nothing written is ever run as a formula."""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from python_calamine import CalamineError, load_workbook

from jianxi.domain.texts import Malformed

MOST_ENTRIES = 500
LARGEST_UNPACKED = 400 * 1024 * 1024
HIGHEST_RATIO = 300
TEXT = "@"
NOT_A_WORKBOOK = "文件不是可以读取的XLSX工作簿，请用模板另存为XLSX格式后重新上传"
TOO_PRECISE = 2**53
"""From here on a spreadsheet's number has lost digits."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a sheet: its heading and width in characters."""

    heading: str
    width: int


def read_rows(data: bytes, headings: Sequence[str]) -> Iterator[tuple[int, dict[str, str]]]:
    """Row number and cells by heading, as text, of the first sheet; raises `Malformed` for anything but a workbook.

    Columns may stand in any order and others are passed over; rows wholly blank are passed over."""
    rows = _sheet(data)
    first = [_text(cell).strip() for cell in rows[0]] if rows else []
    missing = [heading for heading in headings if heading not in first]
    if missing:
        raise Malformed(f"第一行缺少这些列：{'、'.join(missing)}。请使用模板")
    places = {heading: first.index(heading) for heading in headings}
    for number, row in enumerate(rows[1:], start=2):
        cells = {heading: _text(row[place]) if place < len(row) else "" for heading, place in places.items()}
        if any(cell.strip() for cell in cells.values()):
            yield number, cells


def _sheet(data: bytes) -> Sequence[Sequence[object]]:
    _check_package(data)
    try:
        book = load_workbook(BytesIO(data))
        return book.get_sheet_by_index(0).to_python(skip_empty_area=False)
    except (CalamineError, IndexError, ValueError) as error:
        raise Malformed(NOT_A_WORKBOOK) from error


def _check_package(data: bytes) -> None:
    """A workbook is a zip: one that would unpack to far more than it weighs is refused unread."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise Malformed(NOT_A_WORKBOOK) from error
    unpacked = sum(entry.file_size for entry in entries)
    if (
        len(entries) > MOST_ENTRIES
        or unpacked > LARGEST_UNPACKED
        or unpacked > HIGHEST_RATIO * max(len(data), 1)
    ):
        raise Malformed("工作簿过大或内容异常，请拆分后重新上传")


def _text(cell: object) -> str:
    """A cell as a person would have typed it."""
    if isinstance(cell, float) and cell.is_integer():
        return (
            str(int(cell)) if abs(cell) < TOO_PRECISE else f"{cell:.0f}（数字已失真，请把本列设为文本格式）"
        )
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def write(title: str, columns: Sequence[Column], rows: Iterable[Sequence[str | int | date | None]]) -> bytes:
    """One sheet with a frozen head. Text stays text whatever it begins with; numbers and dates are typed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for number, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    sheet.freeze_panes = "A2"
    sheet.append([_head(sheet, column.heading) for column in columns])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _head(sheet: WriteOnlyWorksheet, heading: str) -> WriteOnlyCell:
    cell = _cell(sheet, heading)
    cell.font = Font(bold=True)
    cell.alignment = Alignment(horizontal="center")
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: str | int | date | None) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        cell.data_type, cell.number_format = "s", TEXT
    elif isinstance(value, date):
        cell.number_format = "yyyy-mm-dd"
    return cell
