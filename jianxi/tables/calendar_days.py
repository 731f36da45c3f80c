"""Arithmetic with days in SQL, which the databases write differently."""

from jianxi.tables.engine import current


def day_after(column: str) -> str:
    """The day after the date in a column."""
    return f"date({column}, '+1 day')" if _on_sqlite() else f"({column} + 1)"


def shanghai_day(column: str) -> str:
    """The day in Shanghai on which an instant lies, as a whole number: two of them make days waited."""
    if _on_sqlite():
        return f"CAST(julianday({column}, '+8 hours', 'start of day') - 2440587.5 AS INTEGER)"
    return f"(CAST({column} AT TIME ZONE INTERVAL '+08:00' AS DATE) - DATE '1970-01-01')"


def _on_sqlite() -> bool:
    return current().engine_type == "sqlite"
