"""PostgreSQL behind Piccolo: a pool whose connections only read until a unit of work begins."""

import asyncio
import contextvars
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, ClassVar

import asyncpg
from piccolo.engine.postgres import PostgresEngine
from piccolo.querystring import QueryString

from jianxi.domain.outcomes import Unavailable
from jianxi.tables.conflicts import CONTENTION, Contended, from_postgres
from jianxi.tables.endings import NotInUnitOfWork, Work, to_the_end
from jianxi.tables.failures import OF_POSTGRES
from jianxi.tables.statements import compiled

OLDEST = 13
LARGEST_POOL = 10
CONNECTED_WITHIN = 5
"""Seconds, for a server to take a connection."""
TAKEN_WITHIN = 30
"""Seconds, for one of the pool's connections to be free."""
ANSWERED_WITHIN = 60
"""Seconds, for a statement."""
CLOSED_WITHIN = 5
"""Seconds for the pool to say goodbye; a server that hangs is left without."""
SESSION = {
    "default_transaction_read_only": "on",
    "timezone": "UTC",
    "application_name": "jianxi",
    "idle_in_transaction_session_timeout": "60000",
}

FAILURES = (OSError, asyncpg.PostgresError, asyncpg.InterfaceError, asyncpg.InternalClientError)

Row = dict[str, Any]


class PostgresDatabase(PostgresEngine):
    """A pool; each unit of work takes one of its connections."""

    __slots__ = ("_url",)

    connections: ClassVar[type[asyncpg.Connection]] = asyncpg.Connection
    """The driver's class; the tests' own breaks where it is told to."""

    def __init__(self, url: str) -> None:
        self._url = url
        super().__init__(config={"dsn": url})
        self.current_transaction: contextvars.ContextVar[Any] = contextvars.ContextVar("unit", default=None)

    async def check_version(self) -> None:
        """Nothing is asked of the server before `start`."""

    async def start(self) -> None:
        if self.pool is not None:
            return
        try:
            self.pool = pool = await asyncpg.create_pool(
                self._url,
                min_size=1,
                max_size=LARGEST_POOL,
                server_settings=SESSION,
                timeout=CONNECTED_WITHIN,
                command_timeout=ANSWERED_WITHIN,
                connection_class=self.connections,
            )
        except OF_POSTGRES as error:
            raise Unavailable from error
        async with pool.acquire() as connection:
            if connection.get_server_version().major < OLDEST:
                raise RuntimeError(f"PostgreSQL {OLDEST} or newer is needed")

    async def stop(self) -> None:
        if self.pool is not None:
            pool, self.pool = self.pool, None
            try:
                await asyncio.wait_for(pool.close(), CLOSED_WITHIN)
            except FAILURES:
                pool.terminate()

    @asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """One transaction. A connection that cannot be brought back to rest is closed, and the pool opens another."""
        pool = self._started()
        connection = await _taken(pool)
        work = Work(connection)
        token = self.current_transaction.set(work)
        saved = False
        try:
            await _execute(connection, "BEGIN READ WRITE")
            yield
            work.check()
            await to_the_end(_execute(connection, "COMMIT"))
            saved = True
        finally:
            work.close()
            self.current_transaction.reset(token)
            await to_the_end(_give_back(pool, connection, undo=not saved))

    def _started(self) -> Any:
        if self.pool is None:
            raise RuntimeError("the database has not been started")
        return self.pool

    async def run(self, statement: str, arguments: Sequence[object] = ()) -> list[Row]:
        """Inside a unit of work on its connection, else on one that can only read."""
        work: Work | None = self.current_transaction.get()
        if work is not None:
            with work.using():
                return await _fetch(work.connection, statement, arguments)
        pool = self._started()
        connection = await _taken(pool)
        try:
            return await _fetch(connection, statement, arguments)
        except asyncpg.ReadOnlySQLTransactionError as error:
            raise NotInUnitOfWork from error
        finally:
            await _release(pool, connection)

    async def run_querystring(self, querystring: QueryString, in_pool: bool = True) -> list[Row]:
        statement, arguments = compiled(querystring, "$")
        return await self.run(statement, arguments)

    async def run_ddl(self, ddl: str, in_pool: bool = True) -> list[Row]:
        return await self.run(ddl)

    def transform_response_to_dicts(self, results: list[Row]) -> list[Row]:
        return results

    def transaction(self, *_: object, **__: object) -> Any:
        raise NotImplementedError("write inside unit_of_work()")


async def _fetch(connection: Any, statement: str, arguments: Sequence[object]) -> list[Row]:
    try:
        return [dict(row) for row in await connection.fetch(statement, *arguments)]
    except FAILURES as error:
        _tell(error, connection)
        raise


async def _execute(connection: Any, statement: str) -> None:
    try:
        await connection.execute(statement)
    except FAILURES as error:
        _tell(error, connection)
        raise


def _tell(error: Exception, connection: Any) -> None:
    """Raises what it means to us. The driver says the same of a connection that broke and of one that we used wrongly:
    the second is a fault of ours and stays what it is."""
    if isinstance(error, asyncpg.IntegrityConstraintViolationError):
        raise from_postgres(error) from error
    if isinstance(error, CONTENTION):
        raise Contended from error
    if isinstance(error, OF_POSTGRES) or _is_lost(connection):
        raise Unavailable from error


def _is_lost(connection: Any) -> bool:
    try:
        return bool(connection.is_closed())
    except asyncpg.InterfaceError:
        # The pool was first to notice, and has taken it back.
        return True


async def _taken(pool: Any) -> Any:
    """A connection. One that is broken is replaced by the pool, so that all goes on once the server is back."""
    try:
        return await pool.acquire(timeout=TAKEN_WITHIN)
    except FAILURES as error:
        raise Unavailable from error


async def _give_back(pool: Any, connection: Any, *, undo: bool) -> None:
    """ROLLBACK is sent even where nothing seems begun: the answer to a cancelled BEGIN may still be on its way."""
    try:
        if undo:
            await connection.execute("ROLLBACK", timeout=5)
    except FAILURES:
        with suppress(asyncpg.InterfaceError):  # The pool has already noticed that it is lost.
            connection.terminate()
    await _release(pool, connection)


async def _release(pool: Any, connection: Any) -> None:
    """A server that stops at this moment takes nothing back: what was asked has been answered and saved."""
    with suppress(*FAILURES):
        await pool.release(connection)
