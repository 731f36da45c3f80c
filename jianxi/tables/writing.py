"""How a row is written: only what changes, and only if it is still as the person saw it."""

from collections.abc import Collection, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from itertools import islice
from typing import Any

from piccolo.columns import Column
from piccolo.querystring import QueryString
from piccolo.table import Table

from jianxi.tables.conflicts import Conflict
from jianxi.tables.statements import engine_of, returning, run

__all__ = ["Conflict", "change", "insert", "insert_many"]


async def change(
    table: type[Table],
    id: int,
    *,
    version: int,
    states: Collection[str] | None,
    values: Mapping[Column, object],
) -> dict[str, Any] | None:
    """The row after the change, its version raised by one; None if its version or state is no longer the given one."""
    given = [_plain(value) for value in values.values()]
    names = tuple(column._meta.db_column_name for column in values)
    wanted = [] if states is None else [str(state) for state in states]
    text = _update(table, names, None if states is None else len(wanted))
    rows = await run(table, QueryString(text, *given, id, version, *wanted))
    return rows[0] if rows else None


async def insert(row: Table) -> int:
    """The new row's id. A constraint that refuses it surfaces as `Conflict`."""
    table = type(row)
    text, columns = _insert(table)
    given = [_plain(row[column._meta.name]) for column in columns]
    created = await run(table, QueryString(text, *given))
    return int(created[0]["id"])


async def insert_many(table: type[Table], rows: Sequence[Mapping[str, object]]) -> None:
    """Rows with the same columns and plain values, in one statement. A few hundred: the databases bind 32,000 values."""
    database = engine_of(table)
    text = _insert_many(table, tuple(rows[0]), len(rows), database.engine_type)
    await database.run(text, [value for row in rows for value in row.values()])


@lru_cache(maxsize=8)
def _insert_many(table: type[Table], names: tuple[str, ...], many: int, dialect: str) -> str:
    columns = ", ".join(f'"{name}"' for name in names)
    marks = iter(["?" if dialect == "sqlite" else f"${place}" for place in range(1, many * len(names) + 1)])
    rows = ", ".join(f"({', '.join(islice(marks, len(names)))})" for _ in range(many))
    return f'INSERT INTO "{table._meta.tablename}" ({columns}) VALUES {rows}'


@lru_cache(maxsize=512)
def _update(table: type[Table], names: tuple[str, ...], states: int | None) -> str:
    sets = ", ".join(f'"{name}" = {{}}' for name in names)
    if states is None:
        among = ""
    else:
        among = f"AND state IN ({', '.join(['{}'] * states)}) " if states else "AND 1 = 0 "
    return (
        f'UPDATE "{table._meta.tablename}" SET version = version + 1, {sets} '
        f"WHERE id = {{}} AND version = {{}} {among}{returning(table.all_columns())}"
    )


@lru_cache(maxsize=64)
def _insert(table: type[Table]) -> tuple[str, tuple[Column, ...]]:
    columns = tuple(column for column in table._meta.columns if not column._meta.primary_key)
    names = ", ".join(f'"{column._meta.db_column_name}"' for column in columns)
    marks = ", ".join("{}" for _ in columns)
    return f'INSERT INTO "{table._meta.tablename}" ({names}) VALUES ({marks}) RETURNING id', columns


def _plain(value: object) -> object:
    """A driver takes no members of an enumeration."""
    return value.value if isinstance(value, Enum) else value
