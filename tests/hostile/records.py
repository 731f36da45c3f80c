"""What the tables hold, to see that a refusal wrote nothing and that a success wrote only what it should."""

from collections.abc import Mapping
from typing import Any

from piccolo.table import Table

from jianxi.piccolo_app import APP_CONFIG
from jianxi.tables.accounts import Account, Session
from jianxi.tables.credentials import Arrival
from jianxi.tables.regions import RegionRow
from jianxi.tables.sign_in import SignInFailure, SignInHour, SignInTry

Rows = dict[str, dict[int, dict[str, Any]]]
_TRIES = (SignInTry, SignInFailure, SignInHour)
"""Refused tries to sign in are what these count."""

TABLES: tuple[type[Table], ...] = tuple(
    table for table in APP_CONFIG.table_classes if table not in {RegionRow, Session, Arrival, *_TRIES}
)
"""Sessions are written by looking at pages, arrivals by the test's own way in; regions by nobody."""
_VERSIONED = {table for table in TABLES if any(c._meta.name == "version" for c in table._meta.columns)}


async def everything() -> Rows:
    """Every row by table and id."""
    rows: Rows = {}
    for table in TABLES:
        found: list[dict[str, Any]] = await table.raw(f'SELECT * FROM "{table._meta.tablename}"')
        for row in found:
            # When somebody signed in last is written by the test's own way in.
            row.pop("last_sign_in_at", None)
        rows[table._meta.tablename] = {row["id"]: row for row in found}
    return rows


async def pulse() -> str:
    """Counts and sums of versions of all tables in one statement: every write of a flow changes it."""
    parts = [f'(SELECT count(*) FROM "{table._meta.tablename}")' for table in TABLES]
    parts += [f'(SELECT coalesce(sum(version), 0) FROM "{table._meta.tablename}")' for table in _VERSIONED]
    named = ", ".join(f"{part} AS n{place}" for place, part in enumerate(parts))
    row: Mapping[str, Any] = (await Account.raw(f"SELECT {named}"))[0]
    return " ".join(str(value) for value in row.values())


def changes(before: Rows, after: Rows) -> dict[str, list[dict[str, Any]]]:
    """The rows, whole, that are new or say something else now; rows that went, too."""
    found: dict[str, list[dict[str, Any]]] = {}
    for name, rows in after.items():
        changed = [row for id, row in sorted(rows.items()) if before[name].get(id) != row]
        gone = [{"gone": id} for id in before[name] if id not in rows]
        if changed or gone:
            found[name] = changed + gone
    return found


async def wrote(before: Rows) -> bool:
    """Anything but the entry that each export leaves in the log."""
    changed = changes(before, await everything())
    entries = changed.pop("log_entry", [])
    return bool(changed) or any(entry.get("verb") != "export" for entry in entries)
