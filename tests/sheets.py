"""Workbooks as schools send them, for the tests of the 生源信息库."""

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from itertools import count

from openpyxl import Workbook

from jianxi.domain import citizen_id
from jianxi.exports.register_sheet import FIELDS, HEADINGS

numbers = count(1)


def id_number(sequence: int | None = None) -> str:
    """A woman's, which nobody else has."""
    number = 2 * (next(numbers) if sequence is None else sequence)
    return citizen_id.compose("370102", date(2003, 5, 1 + number // 1000), number % 1000)


def row(**values: object) -> dict[str, object]:
    """A graduate of 历下区 with everything a row must have."""
    usual: dict[str, object] = {
        "name": "林晓",
        "id_number": id_number(),
        "sex": "女",
        "school": "山东大学",
        "degree": "本科",
        "cohort": "2026",
        "origin": "济南市历下区",
    }
    return usual | values


def workbook(*rows: dict[str, object], headings: Sequence[str] = HEADINGS) -> bytes:
    """Written as a person would have typed it: numbers as numbers, formulas as formulas."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(list(headings))
    for each in rows:
        sheet.append([each.get(field.name) for field in FIELDS])
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()
