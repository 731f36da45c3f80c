"""Tells how far a workbook is while its rows are written."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from jianxi.domain.jobs import Ended, Progress
from jianxi.exports.layout import Row, Table
from jianxi.exports.workbook import write

EVERY = 50
"""Rows: some dozens of milliseconds, after which somebody may have cancelled it."""


def written(tables: Iterable[Table], many: int, progress: Progress) -> bytes:
    """The workbook. `many`: the rows of all sheets, but for titles and sums. What `progress` raises to end it is raised when
    its sheets, cut off there, are closed: half open they cannot be left."""
    heard = _Heard(many, progress)
    made = write(*(replace(table, rows=heard.rows(table.rows)) for table in tables))
    if heard.ended is not None:
        raise heard.ended
    return made


class _Heard:
    """How many rows have been written."""

    def __init__(self, many: int, progress: Progress) -> None:
        self.ended: Ended | None = None
        self._done, self._many, self._progress = 0, many, progress

    def rows(self, rows: Iterable[Row]) -> Iterator[Row]:
        for row in rows:
            self._count()
            if self.ended is not None:
                return
            yield row

    def _count(self) -> None:
        self._done += 1
        if self._done % EVERY == 0 and self.ended is None:
            try:
                self._progress(min(self._done, self._many), self._many)
            except Ended as ended:
                self.ended = ended
