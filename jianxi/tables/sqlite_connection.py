"""A connection to SQLite of a known version: how it is set, what goes in and out, and how long a statement may hold up."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any

from piccolo.engine.sqlite import ADAPTERS, CONVERTERS
from pysqlite3 import dbapi2 as sqlite

from jianxi.tables.conflicts import from_sqlite
from jianxi.tables.failures import check_usable

WAIT = "PRAGMA busy_timeout = 5000"
"""Milliseconds for which a statement in a thread waits for another process."""
NO_WAIT = "PRAGMA busy_timeout = 0"
PRAGMAS = (
    WAIT,
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)
READING = "PRAGMA query_only = ON"
STEPS = 2_000
"""Steps of SQLite's machine (a tenth of a millisecond) between two looks at the clock."""

Row = dict[str, Any]


class Unfinished(Exception):
    """The statement would have held up the caller's thread for too long. It did nothing and can be run in another."""


def _instant(value: datetime) -> str:
    """UTC text that sorts as the instants do; a naive one would be stored as another instant than was meant."""
    if value.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return str(value.astimezone(UTC))


for _kind, _adapt in {**ADAPTERS, datetime: _instant}.items():
    sqlite.register_adapter(_kind, _adapt)
for _name, _convert in CONVERTERS.items():
    if _name != "INTEGER":  # The driver answers whole numbers by itself, without a detour through Decimal.
        sqlite.register_converter(_name, _convert)


def opened(path: str, *settings: str, kind: type[sqlite.Connection] = sqlite.Connection) -> sqlite.Connection:
    """File and folder are made when missing; the file is for its owner only."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).touch(mode=0o600, exist_ok=True)
    try:
        connection = sqlite.connect(
            path,
            detect_types=sqlite.PARSE_DECLTYPES | sqlite.PARSE_COLNAMES,
            isolation_level=None,
            check_same_thread=False,
            cached_statements=256,
            factory=kind,
        )
    except sqlite.OperationalError as error:
        check_usable(error)
        raise
    for pragma in (*PRAGMAS, *settings):
        execute(connection, pragma)
    return connection


def execute(connection: sqlite.Connection, statement: str, arguments: Sequence[object] = ()) -> list[Row]:
    try:
        return _execute(connection, statement, arguments)
    except sqlite.OperationalError as error:
        check_usable(error)
        raise


def _execute(connection: sqlite.Connection, statement: str, arguments: Sequence[object]) -> list[Row]:
    try:
        cursor = connection.execute(statement, arguments)
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        cursor.close()
    except sqlite.IntegrityError as error:
        raise from_sqlite(error, connection) from error
    return rows


def execute_within(
    connection: sqlite.Connection, seconds: float, statement: str, arguments: Sequence[object] = ()
) -> list[Row]:
    """Only for reading: `Unfinished` when it takes longer or another process is in the way."""
    until = perf_counter() + seconds
    connection.set_progress_handler(lambda: perf_counter() > until, STEPS)
    try:
        return _execute(connection, statement, arguments)
    except sqlite.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite.SQLITE_INTERRUPT, sqlite.SQLITE_BUSY):
            raise Unfinished from error
        check_usable(error)
        raise
    finally:
        connection.set_progress_handler(None, STEPS)


def begin(connection: sqlite.Connection) -> None:
    """Wait for a process that is writing."""
    execute(connection, "BEGIN IMMEDIATE")


def begin_at_once(connection: sqlite.Connection) -> None:
    """`Unfinished` when another process is writing."""
    connection.execute(NO_WAIT).close()
    try:
        connection.execute("BEGIN IMMEDIATE").close()
    except sqlite.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite.SQLITE_BUSY:
            raise Unfinished from error
        check_usable(error)
        raise
    finally:
        connection.execute(WAIT).close()


def roll_back(connection: sqlite.Connection) -> None:
    """A full disk or a failed COMMIT may have ended the transaction already."""
    if connection.in_transaction:
        connection.execute("ROLLBACK").close()
