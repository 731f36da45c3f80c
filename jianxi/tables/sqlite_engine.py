"""SQLite behind Piccolo: kept connections of a known version, one of which writes."""

import asyncio
import contextvars
import threading
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from piccolo.engine.sqlite import ADAPTERS, CONVERTERS, SQLiteEngine
from piccolo.querystring import QueryString
from pysqlite3 import dbapi2 as sqlite

from jianxi.tables.conflicts import from_sqlite
from jianxi.tables.endings import NotInUnitOfWork, Work, to_the_end

OLDEST = (3, 51, 3)
"""Older ones can lose committed data when a WAL file is reset."""
READERS = 3
PRAGMAS = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)

Row = dict[str, Any]


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


def _open(path: str, *, reading: bool) -> sqlite.Connection:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).touch(mode=0o600, exist_ok=True)
    connection = sqlite.connect(
        path,
        detect_types=sqlite.PARSE_DECLTYPES | sqlite.PARSE_COLNAMES,
        isolation_level=None,
        check_same_thread=False,
        cached_statements=256,
    )
    for pragma in (*PRAGMAS, *(("PRAGMA query_only = ON",) if reading else ())):
        connection.execute(pragma).close()
    return connection


def _execute(connection: sqlite.Connection, statement: str, arguments: Sequence[object] = ()) -> list[Row]:
    try:
        cursor = connection.execute(statement, arguments)
        names = [column[0] for column in cursor.description or ()]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
        cursor.close()
    except sqlite.IntegrityError as error:
        raise from_sqlite(error, connection) from error
    return rows


def _roll_back(connection: sqlite.Connection) -> None:
    """A full disk or a failed COMMIT may have ended the transaction already."""
    if connection.in_transaction:
        connection.execute("ROLLBACK").close()


class SqliteDatabase(SQLiteEngine):
    """One thread with the connection that writes, a few threads with one that reads each."""

    __slots__ = ("_kept", "_local", "_lock", "_readers", "_writer", "_writing")

    def __init__(self, path: str) -> None:
        super().__init__(path=path)
        self.current_transaction: contextvars.ContextVar[Any] = contextvars.ContextVar("unit", default=None)
        self._lock = asyncio.Lock()
        self._local = threading.local()
        self._kept: list[sqlite.Connection] = []
        self._writing: sqlite.Connection | None = None
        self._writer: ThreadPoolExecutor | None = None
        self._readers: ThreadPoolExecutor | None = None

    def get_version_sync(self) -> float:
        major, minor, _ = sqlite.sqlite_version_info
        return float(f"{major}.{minor}")

    async def start(self) -> None:
        """Open the connections. File and folder are made when missing; the file is for its owner only."""
        if sqlite.sqlite_version_info < OLDEST:
            raise RuntimeError(f"SQLite {sqlite.sqlite_version} is too old: 3.51.3 or newer is needed")
        if self._writing is not None:
            return
        self._lock = asyncio.Lock()
        self._writing = _open(self.path, reading=False)
        self._writer = ThreadPoolExecutor(1, "sqlite-writer")
        self._readers = ThreadPoolExecutor(READERS, "sqlite-reader", self._open_reader)

    def _open_reader(self) -> None:
        self._local.connection = _open(self.path, reading=True)
        self._kept.append(self._local.connection)

    async def stop(self) -> None:
        """Close everything once the statements that run have ended."""
        if self._writing is None:
            return
        for pool in (self._readers, self._writer):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)
        for connection in (*self._kept, self._writing):
            connection.close()
        self._kept.clear()
        self._writing = self._writer = self._readers = None

    @asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """One IMMEDIATE transaction, first come, first served. However it ends, lock and connection are free."""
        async with self._lock:
            work = Work(self._writing)
            token = self.current_transaction.set(work)
            try:
                await self._write("BEGIN IMMEDIATE")
                yield
                work.check()
                await to_the_end(self._write("COMMIT"))
            finally:
                work.close()
                self.current_transaction.reset(token)
                await to_the_end(self._on_writer(_roll_back))

    async def _on_writer(self, act: Any, *arguments: object) -> Any:
        if self._writer is None:
            raise RuntimeError("the database has not been started")
        return await asyncio.get_running_loop().run_in_executor(
            self._writer, partial(act, self._writing, *arguments)
        )

    async def _write(self, statement: str, arguments: Sequence[object] = ()) -> list[Row]:
        result: list[Row] = await self._on_writer(_execute, statement, arguments)
        return result

    def _read_here(self, statement: str, arguments: Sequence[object]) -> list[Row]:
        return _execute(self._local.connection, statement, arguments)

    async def run(self, statement: str, arguments: Sequence[object] = ()) -> list[Row]:
        """Inside a unit of work on its connection, else on one that can only read."""
        work: Work | None = self.current_transaction.get()
        if work is not None:
            with work.using():
                return await self._write(statement, arguments)
        if self._readers is None:
            raise RuntimeError("the database has not been started")
        try:
            return await asyncio.get_running_loop().run_in_executor(
                self._readers, self._read_here, statement, arguments
            )
        except sqlite.OperationalError as error:
            if "readonly database" in str(error):
                raise NotInUnitOfWork from error
            raise

    async def run_querystring(self, querystring: QueryString, in_pool: bool = False) -> list[Row]:
        statement, arguments = querystring.compile_string(engine_type=self.engine_type)
        return await self.run(statement, arguments)

    async def run_ddl(self, ddl: str, in_pool: bool = False) -> list[Row]:
        return await self.run(ddl)

    def transaction(self, *_: object, **__: object) -> Any:
        raise NotImplementedError("write inside unit_of_work()")
