"""How a row is written: only what changes, and only if it is still as the person saw it."""

from collections.abc import Collection, Mapping
from typing import Any, cast

from piccolo.columns import Column, Integer
from piccolo.table import Table

from jianxi.tables.conflicts import Conflict

__all__ = ["Conflict", "change", "insert"]


async def change(
    table: type[Table],
    id: int,
    *,
    version: int,
    states: Collection[str] | None,
    values: Mapping[Column, object],
) -> dict[str, Any] | None:
    """The row after the change, its version raised by one; None if its version or state is no longer the given one."""
    meta = table._meta
    shown = meta.get_column_by_name("version")
    conditions = [meta.primary_key == id, shown == version]
    if states is not None:
        conditions.append(meta.get_column_by_name("state").is_in([str(state) for state in states]))
    written: dict[Column | str, Any] = {shown: cast(Integer, shown) + 1}
    written.update((column, value) for column, value in values.items())
    query = table.update(written)
    rows = await query.where(*conditions).returning(*table.all_columns())
    return rows[0] if rows else None


async def insert(row: Table) -> int:
    """The new row's id. A constraint that refuses it surfaces as `Conflict`."""
    created = await type(row).insert(row)
    return int(created[0]["id"])
