"""Workbooks of 最低工资标准 as an office fills them in."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook

from jianxi.exports.wage_sheet import HEADINGS

GOOD = ("370102", "历下区", 2500, "2026-10-01", "鲁政字〔2026〕1号")


def workbook(*rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> bytes:
    book, kept = Workbook(), BytesIO()
    for row in (headings, *rows):
        book.worksheets[0].append(list(row))
    book.save(kept)
    return kept.getvalue()
