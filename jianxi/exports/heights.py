"""How many lines a text takes in its column, and how high its row has to be.

A row that says nothing of its height is drawn one line high by some spreadsheets and by most of what turns a workbook
into pages: what goes on below is cut off there."""

import re
from collections.abc import Iterable
from functools import lru_cache

from jianxi.exports import cell_texts

SIZE = 12
"""Of the usual letters, in points: the first size at which the Chinese type's digits are whole pixels, so that a column
is as wide on the screen as it says."""
LINE = 17
"""Points from one line to the next. Types differ, and the tallest of those in use takes 1.45 times its size."""
AROUND = 3
"""Points above and below the lines together."""
TALLEST = 409
"""What the format allows."""
EDGE = 1
"""Digits that a cell keeps free at its sides."""
PIECES = re.compile("[（〔《“「]*(?:[!-~]+|.)[）〕》”」，。；：、！？]*")
"""What stays together on a line: numbers and words, and punctuation with what it belongs to."""


@lru_cache(maxsize=8192)
def lines(text: str, width: int, size: int = SIZE) -> int:
    """Of a cell `width` digits wide. Rather one too many than one too few."""
    room = max(1, (width - EDGE) * SIZE // (size or SIZE))
    return sum(_wrapped(line, room) for line in text.split("\n"))


def points(many: int, size: int = SIZE) -> int:
    """Of a row with so many lines."""
    return min(TALLEST, many * LINE * max(size, SIZE) // SIZE + AROUND)


def most(texts: Iterable[tuple[str, int]], size: int = SIZE) -> int:
    """Lines of the longest of these texts, each with its width."""
    return max((lines(text, width, size) for text, width in texts), default=1)


def _wrapped(line: str, room: int) -> int:
    if cell_texts.width(line) <= room:
        return 1
    many, at = 1, 0
    for piece in PIECES.findall(line):
        wide = cell_texts.width(piece)
        if at and at + wide > room:
            many, at = many + 1, 0
        # What is wider than a whole line is broken where the line ends.
        many, at = many + max(0, at + wide - 1) // room, (at + wide - 1) % room + 1
    return many
