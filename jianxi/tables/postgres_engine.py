"""PostgreSQL behind Piccolo: a pool whose connections only read until a unit of work begins."""

import contextvars
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg
from piccolo.engine.postgres import PostgresEngine
from piccolo.querystring import QueryString

from jianxi.tables.conflicts import CONTENTION, Contended, from_postgres
from jianxi.tables.endings import NotInUnitOfWork, Work, to_the_end
from jianxi.tables.statements import compiled

OLDEST = 13
LARGEST_POOL = 10
SESSION = {
    "default_transaction_read_only": "on",
    "timezone": "UTC",
    "application_name": "jianxi",
    "idle_in_transaction_session_timeout": "60000",
}

Row = dict[str, Any]


class PostgresDatabase(PostgresEngine):
    """A pool; each unit of work takes one of its connections."""

    __slots__ = ("_url",)

    def __init__(self, url: str) -> None:
        self._url = url
        super().__init__(config={"dsn": url})
        self.current_transaction: contextvars.ContextVar[Any] = contextvars.ContextVar("unit", default=None)

    async def check_version(self) -> None:
        """Nothing is asked of the server before `start`."""

    async def start(self) -> None:
        if self.pool is not None:
            return
        pool = await asyncpg.create_pool(
            self._url, min_size=1, max_size=LARGEST_POOL, server_settings=SESSION, command_timeout=60
        )
        self.pool = pool
        async with pool.acquire() as connection:
            if connection.get_server_version().major < OLDEST:
                raise RuntimeError(f"PostgreSQL {OLDEST} or newer is needed")

    async def stop(self) -> None:
        if self.pool is not None:
            pool, self.pool = self.pool, None
            await pool.close()

    @asynccontextmanager
    async def work(self) -> AsyncIterator[None]:
        """One transaction. A connection that cannot be brought back to rest is closed, and the pool opens another."""
        pool = self._started()
        connection = await pool.acquire()
        work = Work(connection)
        token = self.current_transaction.set(work)
        saved = False
        try:
            await connection.execute("BEGIN READ WRITE")
            yield
            work.check()
            await to_the_end(_commit(connection))
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
        async with self._started().acquire() as connection:
            try:
                return await _fetch(connection, statement, arguments)
            except asyncpg.ReadOnlySQLTransactionError as error:
                raise NotInUnitOfWork from error

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
    except asyncpg.IntegrityConstraintViolationError as error:
        raise from_postgres(error) from error
    except CONTENTION as error:
        raise Contended from error


async def _commit(connection: Any) -> None:
    try:
        await connection.execute("COMMIT")
    except asyncpg.IntegrityConstraintViolationError as error:
        raise from_postgres(error) from error
    except CONTENTION as error:
        raise Contended from error


async def _give_back(pool: Any, connection: Any, *, undo: bool) -> None:
    """ROLLBACK is sent even where nothing seems begun: the answer to a cancelled BEGIN may still be on its way."""
    try:
        if undo:
            await connection.execute("ROLLBACK", timeout=5)
    except (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError):
        with suppress(asyncpg.InterfaceError):  # The pool has already noticed that it is lost.
            connection.terminate()
    await pool.release(connection)
