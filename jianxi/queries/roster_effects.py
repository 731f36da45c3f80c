"""The accepted 花名册 that say something of one placement, or settle a year of its unit: what domain/roster_effects.py asks."""

from collections.abc import Mapping
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain.periods import Period
from jianxi.domain.roster_effects import Accepted
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import Standing
from jianxi.queries.roster_rows import number_of
from jianxi.tables.engine import current

_READ = "SELECT r.id, r.kind, r.first_day, r.last_day, r.serial, r.county, r.begun_at"
_STANDS = "r.counts AND NOT EXISTS (SELECT 1 FROM roster c WHERE c.corrects = r.id AND c.state <> 'accepted')"
_OF_PLACEMENT = (
    f"{_READ}, m.month, m.standing FROM placement p JOIN roster r ON r.employer = p.employer "
    "LEFT JOIN roster_month m ON m.roster = r.id AND m.round = r.round AND m.placement = p.id "
    f"WHERE p.id = {{}} AND {_STANDS} AND (m.id IS NOT NULL OR r.kind = 'settlement') ORDER BY r.id, m.month"
)
_SETTLED = (
    f"{_READ} FROM roster r WHERE r.employer = {{}} AND r.kind = 'settlement' AND {_STANDS} ORDER BY r.id"
)


async def of_placement(placement: int) -> tuple[Accepted, ...]:
    """One statement. Those of which a 更正 is open are left out: it is computed anew when it is sent."""
    rows = await current().run_querystring(QueryString(_OF_PLACEMENT, placement))
    months: dict[int, list[Mapping[str, Any]]] = {}
    for row in rows:
        months.setdefault(row["id"], []).append(row)
    return tuple(_accepted(found[0], found) for found in months.values())


async def settled(employer: int) -> tuple[Accepted, ...]:
    """年度清算 of a unit, with nobody's months."""
    rows = await current().run_querystring(QueryString(_SETTLED, employer))
    return tuple(_accepted(row, ()) for row in rows)


def _accepted(row: Mapping[str, Any], of: list[Mapping[str, Any]] | tuple[()]) -> Accepted:
    return Accepted(
        row["id"],
        number_of(dict(row)),
        RosterKind(row["kind"]),
        Period(row["first_day"], row["last_day"]),
        row["serial"],
        tuple((each["month"], Standing(each["standing"])) for each in of if each["month"] is not None),
    )
