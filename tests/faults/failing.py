"""Databases whose n-th operation fails: on SQLite with an I/O error, on PostgreSQL with a connection that is really gone."""

import hashlib
from collections.abc import Awaitable, Callable, Collection
from dataclasses import dataclass
from typing import Any

import asyncpg
from pysqlite3 import dbapi2 as sqlite

from jianxi.tables import engine
from jianxi.tables.postgres_engine import PostgresDatabase
from jianxi.tables.regions import RegionRow
from jianxi.tables.sqlite_engine import SqliteDatabase


@dataclass
class Trap:
    """Springs at one operation. ROLLBACK and what the pool says to a connection that comes back are none of ours."""

    at: int = 0
    """0 while nothing shall fail."""
    is_after: bool = False
    """The operation is done, but its answer does not arrive."""
    rollback_too: bool = False
    seen: int = 0
    sprung: str = ""
    """The statement that failed."""

    def springs(self, statement: str) -> bool:
        if statement == "ROLLBACK":
            return bool(self.sprung) and self.rollback_too
        if not self.at or statement.startswith(("PRAGMA", "SELECT pg_advisory_unlock_all")):
            return False
        self.seen += 1
        if self.seen == self.at:
            self.sprung = statement
        return self.seen == self.at


TRAP = Trap()


def set_trap(at: int, *, is_after: bool = False, rollback_too: bool = False) -> None:
    TRAP.__init__(at, is_after, rollback_too)  # type: ignore[misc]


class BrokenSqlite(sqlite.Connection):  # type: ignore[misc]
    """A disk that fails."""

    def execute(self, statement: str, *arguments: Any) -> Any:
        if not TRAP.springs(statement):
            return super().execute(statement, *arguments)
        if TRAP.is_after and statement != "ROLLBACK":
            super().execute(statement, *arguments).fetchall()
        error = sqlite.OperationalError("disk I/O error")
        error.sqlite_errorcode = sqlite.SQLITE_IOERR
        raise error


class BrokenPostgres(asyncpg.Connection):  # type: ignore[misc]
    """A server that goes away."""

    async def fetch(self, query: str, *arguments: Any, **more: Any) -> Any:
        return await self._broken(query, super().fetch, *arguments, **more)

    async def execute(self, query: str, *arguments: Any, **more: Any) -> Any:
        return await self._broken(query, super().execute, *arguments, **more)

    async def _broken(
        self, query: str, act: Callable[..., Awaitable[Any]], *arguments: Any, **more: Any
    ) -> Any:
        springs = TRAP.springs(query)
        if springs and not TRAP.is_after:
            self.terminate()
        answer = await act(query, *arguments, **more)
        if springs:
            self.terminate()
            raise asyncpg.ConnectionDoesNotExistError("the answer did not arrive")
        return answer


class FailingSqlite(SqliteDatabase):
    """The product's engine over that driver."""

    connections = BrokenSqlite


class FailingPostgres(PostgresDatabase):
    """The product's engine over that driver."""

    connections = BrokenPostgres


def failing_engine(database_url: str) -> engine.Engine:
    if database_url.startswith("sqlite"):
        return FailingSqlite(database_url.removeprefix("sqlite:///"))
    return FailingPostgres(database_url)


def is_free(database: engine.Engine) -> bool:
    """Nobody holds the lock, no transaction is left, every connection is back."""
    if isinstance(database, SqliteDatabase):
        left = database._writing is not None and database._writing.in_transaction
        return not database._lock.locked() and not left
    pool = database._started()
    return bool(pool.get_size() == pool.get_idle_size())


async def everything(database_url: str, but: Collection[str] = ()) -> str:
    """A digest of all rows of all tables that are written to, read past the engine. Who is writing lines of a 花名册 is
    nothing that anybody is told."""
    tables = [table._meta for table in engine.TABLES if table is not RegionRow]
    shown = [
        (
            table.tablename,
            ", ".join(f'"{each._meta.name}"' for each in table.columns if each._meta.name != "writing"),
        )
        for table in tables
        if table.tablename not in but
    ]
    if database_url.startswith("sqlite"):
        connection = sqlite.connect(database_url.removeprefix("sqlite:///"))
        rows = [
            sorted(map(repr, connection.execute(f'SELECT {columns} FROM "{name}"')))
            for name, columns in shown
        ]
        connection.close()
        return hashlib.sha256(repr(rows).encode()).hexdigest()
    parts = [
        "(SELECT coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') "
        f'FROM (SELECT {columns} FROM "{name}") t)'
        for name, columns in shown
    ]
    reader = await asyncpg.connect(database_url)
    found: str = await reader.fetchval(f"SELECT {' || '.join(parts)}")
    await reader.close()
    return found
