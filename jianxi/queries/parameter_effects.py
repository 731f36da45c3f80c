"""What a change of a parameter 参数 would do: every open roster computed as it stands and as it would be."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from piccolo.columns.combination import And, Where

from jianxi.domain.parameter_effects import OPEN, Effect
from jianxi.domain.periods import Period
from jianxi.domain.policy import PolicyValue
from jianxi.domain.regions import Level, level_of, span
from jianxi.domain.roster_parts import Line
from jianxi.domain.rosters import RosterKind, RosterState
from jianxi.domain.subsidies import MonthAmount, Standing
from jianxi.domain.subsidy_rules import KEYS, Lacking
from jianxi.queries import parameters, roster_computing, roster_sizes
from jianxi.tables.rosters import Roster

MOST_ROSTERS = 50
MOST_ROWS = 9_000
"""So many of people and their months are computed twice while somebody waits; of the rest only the number is told, and so of
a single 花名册 that has more: 32,000 rows took three seconds and a half."""


@dataclass(slots=True)
class _Sums:
    changed: int = 0
    sent: int = 0
    before_fen: int = 0
    after_fen: int = 0
    mended: int = 0
    lacking: int = 0
    looked_at: int = 0
    rows: int = 0
    people: set[int] = field(default_factory=set)


async def effect(new: Sequence[PolicyValue], today: date) -> Effect | None:
    """Of entering these values, all of one key; None where no roster hangs on it."""
    if not new or new[0].key not in KEYS:
        return None
    since = min(each.effective_from for each in new)
    covering = _covering(sorted({each.region for each in new}), since)
    is_open = Roster.state.is_in([str(state) for state in OPEN])
    rows = (
        await Roster.select(*(Roster.employer, Roster.kind, Roster.first_day, Roster.last_day, Roster.state))
        .where(covering & is_open)
        .order_by(Roster.id)
    )
    stands = (Roster.state == str(RosterState.ACCEPTED)) & (Roster.counts == True)  # noqa: E712 -- SQL
    accepted = int(await Roster.count().where(covering & stands))
    sums = await _compared(rows, new, today)
    return Effect(
        since,
        open=len(rows),
        changed=sums.changed,
        sent=sums.sent,
        people=len(sums.people),
        before_fen=sums.before_fen,
        after_fen=sums.after_fen,
        mended=sums.mended,
        lacking=sums.lacking,
        left_out=len(rows) - sums.looked_at,
        accepted=accepted,
    )


def _covering(regions: Sequence[str], since: date) -> And:
    """Rosters with a month from the day on, of these regions."""
    places: Where | And | Any = None
    for region in regions:
        first, last = span(region)
        is_county = level_of(region) is Level.COUNTY
        inside = Roster.county == region if is_county else (Roster.county >= first) & (Roster.county <= last)
        places = inside if places is None else places | inside
    return And(Roster.last_day >= since, places)


async def _compared(rows: Sequence[dict[str, Any]], new: Sequence[PolicyValue], today: date) -> _Sums:
    entered = tuple(entry.value for entry in await parameters.entries())
    sums = _Sums()
    for row in rows[:MOST_ROSTERS]:
        rows_of = await roster_sizes.of_employer(row["employer"], _period(row))
        if sums.rows + rows_of > MOST_ROWS:
            continue
        sums.rows += rows_of
        sums.looked_at += 1
        before = await _lines(row, today, entered)
        after = await _lines(row, today, (*entered, *new))
        if before is None or after is None:
            sums.mended += after is not None
            sums.lacking += after is None
            continue
        people = _changed(before, after)
        sums.before_fen += _payable(before)
        sums.after_fen += _payable(after)
        sums.people |= people
        sums.changed += bool(people)
        sums.sent += bool(people) and row["state"] == RosterState.SENT
    return sums


async def _lines(row: dict[str, Any], today: date, values: tuple[PolicyValue, ...]) -> Sequence[Line] | None:
    """None while a value is lacking."""
    try:
        kind = RosterKind(row["kind"])
        return (await roster_computing.computed(row["employer"], kind, _period(row), today, values)).lines
    except Lacking:
        return None


def _period(row: dict[str, Any]) -> Period:
    return Period(row["first_day"], row["last_day"])


def _changed(before: Sequence[Line], after: Sequence[Line]) -> set[int]:
    """Persons of whom an amount, or what becomes of it, is another."""
    known = {line.placement: tuple(map(_told, line.months)) for line in before}
    gone = {line.person for line in before} - {line.person for line in after}
    return gone | {
        line.person for line in after if known.get(line.placement) != tuple(map(_told, line.months))
    }


def _told(month: MonthAmount) -> tuple[date, Standing, int, int]:
    return month.month, month.standing, month.fen, month.insurance_fen


def _payable(lines: Sequence[Line]) -> int:
    return sum(line.fen + line.insurance_fen for line in lines)
