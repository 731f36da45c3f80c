"""Which statements take long on SQLite: they run in a thread, where nobody waits for them."""

from collections.abc import Sequence
from time import perf_counter

from pysqlite3 import dbapi2 as sqlite

from jianxi.tables.sqlite_connection import Row, execute

LONG = 0.01
"""Seconds. What takes longer runs in a thread."""
MOST_REMEMBERED = 1_000


class LongStatements:
    """What took long when it last ran."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: set[str] = set()

    def __contains__(self, statement: str) -> bool:
        return statement in self._known

    def remember(self, statement: str, seconds: float) -> None:
        """A statement that was long for once is forgiven when it is short again."""
        if seconds < LONG / 2:
            self._known.discard(statement)
        elif seconds >= LONG:
            if len(self._known) >= MOST_REMEMBERED:
                self._known.clear()
            self._known.add(statement)

    def timed(self, connection: sqlite.Connection, statement: str, arguments: Sequence[object]) -> list[Row]:
        began = perf_counter()
        rows = execute(connection, statement, arguments)
        self.remember(statement, perf_counter() - began)
        return rows
