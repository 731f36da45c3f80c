"""补贴经费汇总: what accepted rosters granted, by county and month; sums that add up, people and units counted once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jianxi.domain import regions
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.office_roster_filters import SummaryFilters
from jianxi.tables.rosters import RosterMonth

EVERYWHERE = ("000000", "999999")
_GRANTED = """WITH granted AS (SELECT r.county, m.month, m.kind, r.employer, m.person, m.placement, m.fen, m.insurance_fen
  FROM roster_month m JOIN roster r ON r.id = m.roster
  WHERE m.counted AND m.standing = 'payable' AND m.month BETWEEN {} AND {} AND m.kind IN ({}, {})
  AND r.county BETWEEN {} AND {} AND r.county BETWEEN {} AND {})
"""
_SUMS = """count(DISTINCT employer) AS units, count(DISTINCT person) AS people, count(DISTINCT placement) AS placements,
  sum(CASE WHEN kind = 'period' THEN fen ELSE 0 END) AS period_fen,
  sum(CASE WHEN kind = 'settlement' THEN fen ELSE 0 END) AS settlement_fen, sum(insurance_fen) AS insurance_fen
  FROM granted"""
_STATEMENT = f"""{_GRANTED} SELECT 'cell' AS place, county, month, {_SUMS} GROUP BY county, month
UNION ALL SELECT 'county', county, CAST(NULL AS DATE), {_SUMS} GROUP BY county
UNION ALL SELECT 'month', '', month, {_SUMS} GROUP BY month
UNION ALL SELECT 'all', '', CAST(NULL AS DATE), {_SUMS}
ORDER BY 1, 2, 3"""


@dataclass(frozen=True, slots=True)
class Sums:
    """What was granted in some place and time. Units and people are counted once, so that these two do not add up."""

    units: int = 0
    people: int = 0
    months: int = 0
    """Person-months, each once though both kinds have it."""
    period_fen: int = 0
    settlement_fen: int = 0
    """Of 年度清算: differences, which may be negative."""
    insurance_fen: int = 0

    @property
    def fen(self) -> int:
        return self.period_fen + self.settlement_fen + self.insurance_fen


@dataclass(frozen=True, slots=True)
class OfMonth:
    """One month, of all counties or of one."""

    month: date
    sums: Sums


@dataclass(frozen=True, slots=True)
class OfCounty:
    """One county over all months, and each of its months."""

    county: str
    sums: Sums
    months: tuple[OfMonth, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """Counties and months without anything granted are not among them."""

    total: Sums
    counties: tuple[OfCounty, ...]
    months: tuple[OfMonth, ...]


async def of(viewer: OfficialViewer, filters: SummaryFilters) -> Summary:
    """What this office's region was granted, as narrowed. One statement."""
    period, every = filters.period, (RosterKind.PERIOD.value, RosterKind.SETTLEMENT.value)
    kinds = (filters.kind, filters.kind) if filters.kind else every
    narrowed = (filters.county, filters.county) if filters.county else EVERYWHERE
    where = (*regions.span(viewer.region), *narrowed)
    return _summary(await RosterMonth.raw(_STATEMENT, period.first, period.last, *kinds, *where))


def _summary(rows: Sequence[Mapping[str, Any]]) -> Summary:
    cells = [row for row in rows if row["place"] == "cell"]
    counties = tuple(
        OfCounty(row["county"], _sums(row, own), tuple(map(_of_month, own)))
        for row in rows
        if row["place"] == "county"
        for own in [[cell for cell in cells if cell["county"] == row["county"]]]
    )
    months = tuple(
        OfMonth(_month(row), _sums(row, [cell for cell in cells if _month(cell) == _month(row)]))
        for row in rows
        if row["place"] == "month"
    )
    (total,) = (row for row in rows if row["place"] == "all")
    return Summary(_sums(total, cells), counties, months)


def _of_month(cell: Mapping[str, Any]) -> OfMonth:
    return OfMonth(_month(cell), _sums(cell, [cell]))


def _sums(row: Mapping[str, Any], cells: Sequence[Mapping[str, Any]]) -> Sums:
    """In one county and month a placement is a person-month."""
    fen = {name: int(row[name] or 0) for name in ("period_fen", "settlement_fen", "insurance_fen")}
    return Sums(row["units"], row["people"], sum(cell["placements"] for cell in cells), **fen)


def _month(row: Mapping[str, Any]) -> date:
    """A date out of a union is text on SQLite."""
    return date.fromisoformat(str(row["month"]))
