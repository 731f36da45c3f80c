"""Regions 行政区划 as the database has them, kept in the process beside the province that this installation is of."""

import time

from jianxi.domain.regions import Directory, Level, Region, parse_code, province_of
from jianxi.domain.texts import Malformed
from jianxi.tables.regions import Merger, RegionRow

KEPT_SECONDS = 30
"""So soon does a running service know of a new development zone or of a merged county; its pages ask as often."""

_kept: tuple[float, Directory] | None = None
_province = "370000"


def use_province(code: str) -> None:
    """The province that JIANXI_PROVINCE names, for this process."""
    global _province
    _province = code


def province() -> str:
    """The installation's: its parameters hold wherever somebody's place is not known."""
    return _province


async def own(typed: str) -> str:
    """The code of a region of the installation's province; raises `Malformed` for any other."""
    code = parse_code(typed)
    known = await directory()
    if code not in known:
        raise Malformed(f"没有行政区划代码{code}，请核对")
    if province_of(code) != _province:
        raise Malformed(f"{known.full_name(code)}（{code}）不属于本系统所在的{known.name(_province)}")
    if (now := known.current(code)) != code:
        raise Malformed(f"{known.full_name(code)}（{code}）已并入{known.full_name(now)}，请使用{now}")
    return code


async def office_name(code: str) -> str:
    """济南市历下区人力资源和社会保障局: the office of a region as people read it."""
    return f"{(await directory()).full_name(code)}人力资源和社会保障局"


async def directory() -> Directory:
    """All regions. As they were at most `KEPT_SECONDS` ago."""
    if _kept is None or time.monotonic() - _kept[0] > KEPT_SECONDS:
        return await refreshed()
    return _kept[1]


async def refreshed() -> Directory:
    """All regions as the database has them now; what was kept stays while it cannot be read."""
    global _kept
    found = await _read()
    _kept = (time.monotonic(), found)
    return found


def forget() -> None:
    """Read anew at the next question: after writing regions, or when another database is in use."""
    global _kept
    _kept = None


async def _read() -> Directory:
    columns = (RegionRow.code, RegionRow.name, RegionRow.parent, RegionRow.level)
    rows = await RegionRow.select(*columns).order_by(RegionRow.sort)
    mergers = await Merger.select(Merger.source, Merger.target)
    listed = (Region(row["code"], row["name"], row["parent"], Level(row["level"])) for row in rows)
    return Directory(listed, {row["source"]: row["target"] for row in mergers})
