"""Regions 行政区划 as the database has them, kept in the process."""

import time

from jianxi.domain.regions import Directory, Level, Region
from jianxi.tables.regions import RegionRow

KEPT_SECONDS = 60

_kept: tuple[float, Directory] | None = None


async def directory() -> Directory:
    """All regions. Another process's new development zone is seen within a minute."""
    global _kept
    if _kept is None or time.monotonic() - _kept[0] > KEPT_SECONDS:
        _kept = (time.monotonic(), await _read())
    return _kept[1]


def forget() -> None:
    """Read anew at the next question: after writing regions, or when another database is in use."""
    global _kept
    _kept = None


async def _read() -> Directory:
    columns = (RegionRow.code, RegionRow.name, RegionRow.parent, RegionRow.level)
    rows = await RegionRow.select(*columns).order_by(RegionRow.sort)
    return Directory(Region(row["code"], row["name"], row["parent"], Level(row["level"])) for row in rows)
