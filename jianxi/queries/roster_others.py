"""What other rosters (花名册) stand in the way of one: sent and not yet accepted, accepted before, or counting the same months."""

from datetime import date
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain import periods, roster_words
from jianxi.domain.periods import Period
from jianxi.domain.rosters import Counted, Elsewhere, RosterKind, RosterState
from jianxi.tables.engine import current
from jianxi.tables.rosters import Roster as Row

NAMED = 3
"""So many people a refusal names."""
_TWICE = (
    "FROM roster_month m JOIN roster_month o ON o.person = m.person AND coalesce(o.month, m.month) = m.month "
    "AND o.kind = m.kind AND o.counted WHERE m.roster = {} AND m.round = {} AND m.standing <> 'pending' AND o.roster <> {} "
    "AND o.roster <> m.roster"
)
"""A month is never missing. Spelled so, the database finds the few rows of each person; having no idea yet how many lines
were just written, it would rather look through all of a month for each of them."""
_MANY = f"SELECT count(DISTINCT m.person) AS many {_TWICE}"
_WHO = f"SELECT DISTINCT m.person {_TWICE} ORDER BY m.person LIMIT {NAMED}"
_NAMES = (
    f"SELECT t.person, n.name, t.month, r.id, r.county, r.begun_at FROM (SELECT m.person, m.month, o.roster {_TWICE} "
    f"AND m.person IN ({_WHO})) t JOIN person n ON n.id = t.person JOIN roster r ON r.id = t.roster "
    "ORDER BY t.person, r.id, t.month"
)


async def waiting(employer: int, kind: RosterKind, period: Period, but: int = 0) -> Elsewhere | None:
    """One that is 已报送 or 已退回 and has months of the period, other than the roster `but`. Were they accepted in another
    one meanwhile, what was returned could neither be sent again nor ended."""
    shares = (Row.first_day <= period.last) & (Row.last_day >= period.first)
    is_open = Row.state.is_in([RosterState.SENT.value, RosterState.RETURNED.value])
    return await _found(employer, kind, period, shares & is_open & (Row.id != but))


async def accepted(employer: int, kind: RosterKind, period: Period) -> Elsewhere | None:
    """The accepted one of just this period, if there is one."""
    is_same = (Row.first_day == period.first) & (Row.last_day == period.last)
    return await _found(employer, kind, period, is_same & Row.counts.eq(True))


async def going_on(employer: int, kind: RosterKind, period: Period) -> int | None:
    """The one of just this period that the employer has in hand: 待报送 or 已退回."""
    in_hand = Row.state.is_in([RosterState.DRAFT.value, RosterState.RETURNED.value])
    is_same = (Row.first_day == period.first) & (Row.last_day == period.last)
    mine = (Row.employer == employer) & (Row.kind == kind.value)
    row = await Row.select(Row.id).where(mine, is_same, in_hand).order_by(Row.id, ascending=False).first()
    return row["id"] if row else None


async def counted_twice(roster: int, round: int, corrects: int | None) -> tuple[tuple[Counted, ...], int]:
    """Whose months of this sending stand in an accepted roster of the kind, whosesoever it is, other than the one that it
    corrects: some of them by name, and how many in all."""
    asked = (roster, round, corrects or 0)
    (row,) = await _rows(_MANY, *asked)
    if not row["many"]:
        return (), 0
    found: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for each in await _rows(_NAMES, *asked, *asked):
        found.setdefault((each["person"], each["id"]), []).append(each)
    return tuple(_counted(each) for each in found.values()), row["many"]


def _counted(rows: list[dict[str, Any]]) -> Counted:
    months: tuple[date, ...] = tuple(row["month"] for row in rows)
    return Counted(rows[0]["name"], months, _number(rows[0]))


async def _found(employer: int, kind: RosterKind, period: Period, wanted: Any) -> Elsewhere | None:
    mine = (Row.employer == employer) & (Row.kind == kind.value)
    columns = (Row.id, Row.county, Row.begun_at, Row.first_day, Row.last_day)
    row = await Row.select(*columns).where(mine, wanted).order_by(Row.id).first()
    if row is None:
        return None
    both = periods.overlap(period, Period(row["first_day"], row["last_day"]))
    return Elsewhere(_number(row), both or period)


def _number(row: dict[str, Any]) -> str:
    return roster_words.number(row["county"], periods.today(row["begun_at"]).year, row["id"])


async def _rows(statement: str, *asked: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = await current().run_querystring(QueryString(statement, *asked))
    return found
