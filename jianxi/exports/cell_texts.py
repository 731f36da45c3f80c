"""Text on its way into a cell: what XML cannot hold is taken out, what is too long is visibly cut, and what a spreadsheet
would take for a formula, if somebody typed it, is told."""

import re
from unicodedata import east_asian_width

LONGEST = 32_767
"""UTF-16 units that a cell holds; a workbook with more is called damaged when it is opened."""
CUT = "……（内容过长，后文未导出）"
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 forbids, and the control characters that it only tolerates."""
ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""A spreadsheet reads _x003D_ as the character of that number; written so, it reads the letters that were typed."""
LEADING = frozenset("=+-@\t\n＝＋－＠")
"""What begins a formula where it is typed; the full-width ones do so in Chinese editions."""


def plain(text: str) -> str:
    """As a cell can hold it. Line breaks are those of the workbook format."""
    kept = UNWRITABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    return ESCAPED.sub("_x005F_", _cut(kept))


def would_run(text: str) -> bool:
    """Whether a spreadsheet would try to compute it, had somebody typed it or read it from a CSV file."""
    return bool(text) and (text[0] in LEADING or text.lstrip()[:1] in LEADING)


def width(text: str) -> int:
    """In digits: a Chinese character is as wide as two."""
    if text.isascii() and "\n" not in text:
        return len(text)
    return max(sum(1 + (east_asian_width(letter) in "WF") for letter in line) for line in text.split("\n"))


def _cut(text: str) -> str:
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - len(CUT))].decode("utf-16-le", "ignore") + CUT
