"""What the database itself refuses: a constraint, named alike on both databases."""

import re

import asyncpg
from pysqlite3 import dbapi2 as sqlite

from jianxi.domain.outcomes import Stale, Unforeseen

FOREIGN_KEY = "foreign_key"
"""SQLite does not say which foreign key it was, so neither database is asked."""


class Conflict(Unforeseen):
    """A constraint, unique index or trigger said no. The unit of work it happened in can only be left."""

    def __init__(self, constraint_name: str) -> None:
        super().__init__(constraint_name)
        self.constraint_name = constraint_name


class Contended(Stale):
    """PostgreSQL gave up this unit of work so that another could go on (deadlock, serialization). Nothing was written,
    and the same may be tried again."""

    def __init__(self) -> None:
        super().__init__("您的操作未执行：相关内容正由他人同时更改。请再试一次。")


CONTENTION = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError)


def from_postgres(error: asyncpg.IntegrityConstraintViolationError) -> Conflict:
    if isinstance(error, asyncpg.ForeignKeyViolationError | asyncpg.RestrictViolationError):
        return Conflict(FOREIGN_KEY)
    if isinstance(error, asyncpg.NotNullViolationError):
        return Conflict(f"{error.table_name}_{error.column_name}_not_null")
    return Conflict(error.constraint_name or "unknown")


def from_sqlite(error: sqlite.IntegrityError, connection: sqlite.Connection) -> Conflict:
    """Triggers raise the bare name; unique indexes on columns must be looked up by the columns in the message."""
    kind, _, rest = str(error).partition(" constraint failed")
    detail = rest.removeprefix(": ")
    if kind == "FOREIGN KEY":
        return Conflict(FOREIGN_KEY)
    if kind == "NOT NULL":
        return Conflict(detail.replace(".", "_") + "_not_null")
    if kind == "UNIQUE":
        return Conflict(_unique_name(detail, connection))
    return Conflict(detail or kind)


def _unique_name(detail: str, connection: sqlite.Connection) -> str:
    """From 「application.person」 to the index; the unnamed ones of column definitions as PostgreSQL names them."""
    if found := re.match(r"index '(.+)'", detail):
        return found[1]
    table = detail.partition(".")[0]
    columns = [part.strip().partition(".")[2] for part in detail.split(",")]
    listed = connection.execute('SELECT name FROM pragma_index_list(?) WHERE "unique"', (table,))
    for (name,) in listed.fetchall():
        of_index = connection.execute("SELECT name FROM pragma_index_info(?) ORDER BY seqno", (name,))
        if [row[0] for row in of_index.fetchall()] == columns and not name.startswith("sqlite_"):
            return str(name)
    return "_".join([table, *columns, "key"])
