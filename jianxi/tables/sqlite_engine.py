"""SQLite behind Piccolo: kept connections of a known version, one of which writes."""

import asyncio
import contextvars
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import asynccontextmanager
from time import perf_counter
from typing import Any, ClassVar

from piccolo.engine.sqlite import SQLiteEngine
from piccolo.querystring import QueryString
from pysqlite3 import dbapi2 as sqlite

from jianxi.domain.outcomes import Unavailable
from jianxi.tables import sqlite_connection
from jianxi.tables.endings import NotInUnitOfWork, Work, to_the_end
from jianxi.tables.long_statements import LONG, LongStatements
from jianxi.tables.sqlite_connection import NO_WAIT, READING, Row, Unfinished, execute, execute_within
from jianxi.tables.statements import compiled

OLDEST = (3, 51, 3)
"""Older ones can lose committed data when a WAL file is reset."""
READERS = 3
NOTICEABLE = 0.001
"""Seconds after which others have their turn before the same task goes on."""
MANY = 500
"""Bound values: so many come with rows in bulk."""


class SqliteDatabase(SQLiteEngine):
    """Short statements run where they are asked, as a thread would cost more than they do; the others, and every COMMIT,
    in a thread: one for the connection that writes, a few that have a connection to read each."""

    __slots__ = ("_job", "_kept", "_local", "_lock", "_long", "_readers", "_reading", "_writer", "_writing")

    connections: ClassVar[type[sqlite.Connection]] = sqlite.Connection
    """The driver's class; the tests' own breaks where it is told to."""

    def __init__(self, path: str) -> None:
        super().__init__(path=path)
        self.current_transaction: contextvars.ContextVar[Any] = contextvars.ContextVar("unit", default=None)
        self._lock = asyncio.Lock()
        self._local = threading.local()
        self._kept: list[sqlite.Connection] = []
        self._long = LongStatements()
        self._job: Future[Any] | None = None
        self._writing: sqlite.Connection | None = None
        self._reading: sqlite.Connection | None = None
        self._writer: ThreadPoolExecutor | None = None
        self._readers: ThreadPoolExecutor | None = None

    def get_version_sync(self) -> float:
        return float("{}.{}".format(*sqlite.sqlite_version_info))

    async def start(self) -> None:
        """Open the connections. File and folder are made when missing; the file is for its owner only."""
        if sqlite.sqlite_version_info < OLDEST:
            raise RuntimeError(f"SQLite {sqlite.sqlite_version} is too old: 3.51.3 or newer is needed")
        if self._reading is not None:
            return
        self._lock = asyncio.Lock()
        self._writing = self._open()
        self._reading = self._open(READING, NO_WAIT)
        self._writer = ThreadPoolExecutor(1, "sqlite-writer")
        self._readers = ThreadPoolExecutor(READERS, "sqlite-reader")

    def _open(self, *settings: str) -> sqlite.Connection:
        return sqlite_connection.opened(self.path, *settings, kind=self.connections)

    async def stop(self) -> None:
        """Close everything once the statements that run have ended."""
        if self._reading is None:
            return
        for pool in (self._readers, self._writer):
            if pool is not None:
                pool.shutdown(wait=True, cancel_futures=True)
        for connection in (*self._kept, self._reading, self._writing):
            if connection is not None:
                connection.close()
        self._kept.clear()
        self._writing = self._reading = self._writer = self._readers = None

    @asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """One IMMEDIATE transaction, first come, first served. However it ends, lock and connection are free."""
        async with self._lock:
            work = Work(self._writing)
            token = self.current_transaction.set(work)
            saved = False
            try:
                await self._begin()
                yield
                work.check()
                await to_the_end(self._on_writer(execute, "COMMIT"))
                saved = True
            finally:
                work.close()
                self.current_transaction.reset(token)
                if not saved:
                    await to_the_end(self._undo())

    async def _begin(self) -> None:
        if self._writing is None and self._writer is not None:
            self._writing = self._open()
        try:
            sqlite_connection.begin_at_once(self._started(self._writing))
        except Unfinished:
            await self._on_writer(sqlite_connection.begin)

    async def _undo(self) -> None:
        """A connection that cannot even roll back is closed, which does it: it could never begin again."""
        try:
            if self._writing is not None:
                await self._on_writer(sqlite_connection.roll_back)
        except sqlite.Error:
            await self._on_writer(sqlite.Connection.close)
            self._writing = None

    async def _on_writer(self, act: Callable[..., Any], *arguments: object) -> Any:
        self._job = self._started(self._writer).submit(act, self._writing, *arguments)
        return await asyncio.wrap_future(self._job)

    @staticmethod
    def _started(opened: Any) -> Any:
        if opened is None:
            raise RuntimeError("the database has not been started")
        return opened

    async def run(self, statement: str, arguments: Sequence[object] = ()) -> list[Row]:
        """Inside a unit of work on its connection, else on one that can only read."""
        work: Work | None = self.current_transaction.get()
        if work is not None:
            with work.using():
                return await self._write(statement, arguments)
        try:
            return await self._read(statement, arguments)
        except Unavailable as error:
            if "readonly database" in str(error.__cause__):
                raise NotInUnitOfWork from error
            raise

    async def _read(self, statement: str, arguments: Sequence[object]) -> list[Row]:
        connection = self._started(self._reading)
        if statement not in self._long:
            began = perf_counter()
            try:
                rows = execute_within(connection, LONG, statement, arguments)
            except Unfinished:
                self._long.remember(statement, perf_counter() - began)
            else:
                return await _in_turn(rows, began)
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, self._read_apart, statement, arguments)

    def _read_apart(self, statement: str, arguments: Sequence[object]) -> list[Row]:
        """In a thread of its own, which keeps a connection."""
        if not hasattr(self._local, "connection"):
            self._local.connection = self._open(READING)
            self._kept.append(self._local.connection)
        return self._long.timed(self._local.connection, statement, arguments)

    async def _write(self, statement: str, arguments: Sequence[object]) -> list[Row]:
        """A read is interrupted when it takes long. A write cannot be, it would undo the whole transaction: one that
        took long runs in the thread from then on."""
        connection, began = self._started(self._writing), perf_counter()
        if self._is_free_for(statement, arguments):
            if not statement.startswith("SELECT"):
                return await _in_turn(self._long.timed(connection, statement, arguments), began)
            try:
                return await _in_turn(execute_within(connection, LONG, statement, arguments), began)
            except Unfinished:
                self._long.remember(statement, LONG)
        result: list[Row] = await self._on_writer(self._long.timed, statement, arguments)
        return result

    def _is_free_for(self, statement: str, arguments: Sequence[object]) -> bool:
        """Whether it may run on this thread: nothing known to be long, and no cancelled one still at it in the other."""
        is_known = statement.startswith(("SELECT", "INSERT", "UPDATE", "DELETE"))
        is_idle = self._job is None or self._job.done()
        return is_known and is_idle and statement not in self._long and len(arguments) < MANY

    async def run_querystring(self, querystring: QueryString, in_pool: bool = False) -> list[Row]:
        statement, arguments = compiled(querystring, "?")
        return await self.run(statement, arguments)

    async def run_ddl(self, ddl: str, in_pool: bool = False) -> list[Row]:
        return await self.run(ddl)

    def transaction(self, *_: object, **__: object) -> Any:
        raise NotImplementedError("write inside unit_of_work()")


async def _in_turn(rows: list[Row], began: float) -> list[Row]:
    if perf_counter() - began > NOTICEABLE:
        await asyncio.sleep(0)
    return rows
