"""Reads what is to be reminded of (提醒) and was not yet, a few at a time, and when somebody was reminded last."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable
from piccolo.querystring import QueryString

from jianxi.domain.reminders import LABELS, Kind, window
from jianxi.tables.engine import current
from jianxi.tables.notices import Reminder

AT_ONCE = 200
_GOES_ON = (
    "p.state = 'approved' AND NOT p.never_came "
    "AND NOT EXISTS (SELECT 1 FROM departure d WHERE d.placement = p.id AND d.state = 'approved') "
    "AND NOT EXISTS (SELECT 1 FROM retention t WHERE t.placement = p.id AND t.state = 'recorded')"
)
_NOT_YET = (
    "NOT EXISTS (SELECT 1 FROM reminder m WHERE m.kind = {{}} AND m.noun = '{noun}' AND m.record = {record} "
    "AND {same})"
)
_ENDS = (
    "SELECT p.id AS id, p.id AS record, p.ends_on AS day FROM placement p "
    f"WHERE p.id > {{}} AND p.ends_on BETWEEN {{}} AND {{}} AND {_GOES_ON} AND "
    + _NOT_YET.format(noun="placement", record="p.id", same="m.for_on = p.ends_on")
)
_INSURANCE = (
    "SELECT i.id AS id, p.id AS record, i.last_day AS day FROM insurance i JOIN placement p ON p.id = i.placement "
    f"WHERE i.id > {{}} AND i.last_day BETWEEN {{}} AND {{}} AND i.last_day < p.ends_on AND {_GOES_ON} AND "
    + _NOT_YET.format(noun="placement", record="p.id", same="m.for_on = i.last_day")
)


def _later(one: str, other: str) -> str:
    return f"CASE WHEN {one} > {other} THEN {one} ELSE {other} END"


def _waits(noun: str, since: str, where: str, columns: str = "p.county", joined: str = "") -> str:
    """Records that have waited since a moment and of which nobody was reminded after it."""
    rest = _NOT_YET.format(noun=noun, record="r.id", same=f"m.sent_at >= {since}")
    return (
        f"SELECT r.id AS id, r.id AS record, {since} AS since, {columns} AS county FROM {noun} r {joined} "
        f"WHERE r.id > {{}} AND {where} AND {since} < {{}} AND {rest}"
    )


_POST = "JOIN position p ON p.id = r.position"
_PLACED = "JOIN placement l ON l.id = r.placement JOIN position p ON p.id = l.position"
_PASSED = _later("r.county_passed_at", "r.submitted_at")
_STANDS = "CASE WHEN r.state = 'approved' AND r.amendment_state <> '' THEN r.amendment_state ELSE r.state END"
_UNIT = "JOIN employer e ON e.id = r.employer"
WAITS: tuple[tuple[Kind, str, str, str], ...] = (
    (
        Kind.AGREEMENT_MISSING,
        "placement",
        "",
        _waits(
            "placement",
            "r.state_since",
            "r.state IN ('unsigned', 'rejected')",
            joined=_POST,
        ),
    ),
    (
        Kind.CERTIFICATE_MISSING,
        "departure",
        "",
        _waits(
            "departure",
            "r.state_since",
            "(r.state = 'waiting_certificate' OR (r.state = 'rejected' AND r.decided_from = 'waiting'))",
            joined=_PLACED,
        ),
    ),
    (
        Kind.REVIEW_WAITING,
        "departure",
        "",
        _waits("departure", "r.state_since", "r.state IN ('waiting', 'waiting_office')", joined=_PLACED),
    ),
    (
        Kind.REVIEW_WAITING,
        "placement",
        "",
        _waits("placement", "r.waits_since", "r.state = 'waiting'", joined=_POST),
    ),
    (
        Kind.REVIEW_WAITING,
        "roster",
        "",
        _waits("roster", "r.state_since", "r.state = 'sent'", "r.county"),
    ),
    *(
        (
            Kind.REVIEW_WAITING,
            "position",
            level,
            _waits("position", since, f"r.state = 'waiting_{level}'", "r.county"),
        )
        for level, since in (("county", "r.submitted_at"), ("city", _PASSED))
    ),
    *(
        (
            Kind.REVIEW_WAITING,
            "base",
            level,
            _waits("base", since, f"{_STANDS} = 'waiting_{level}'", "e.county", _UNIT),
        )
        for level, since in (("county", "r.submitted_at"), ("city", _PASSED))
    ),
)
"""Kind, noun, the level that it waits at where that is not the base's own, and the question."""


@dataclass(frozen=True, slots=True)
class Due:
    """One reminder that could be sent: of which record, for which date; `place`: its row, to go on after."""

    kind: Kind
    noun: str
    record: int
    day: date
    place: int


@dataclass(frozen=True, slots=True)
class Waits:
    """A record that has waited since a moment; whether that is too long its city's parameters say."""

    record: int
    since: datetime
    county: str


@dataclass(frozen=True, slots=True)
class Sent:
    """A reminder of a record, for its page."""

    label: str
    for_on: date
    sent_at: datetime


async def by_date(kind: Kind, today: date, after: int) -> list[Due]:
    """见习期 and 见习保险 that end within the kind's days."""
    statement = _INSURANCE if kind is Kind.INSURANCE_ENDING else _ENDS
    days = window(kind, today)
    rows = await _some(statement, after, days.first, days.last, kind.value)
    return [Due(kind, "placement", row["record"], _day(row["day"]), row["id"]) for row in rows]


async def by_waiting(statement: str, kind: Kind, before: datetime, after: int) -> list[Waits]:
    """Everything of one line of `WAITS` that has waited since before that moment."""
    rows = await _some(statement, after, before, kind.value)
    return [Waits(row["record"], _instant(row["since"]), row["county"]) for row in rows]


async def of(placement: int, departures: Sequence[int] = ()) -> list[Sent]:
    """All reminders of a placement and of what ended it, the newest first."""
    mine: Combinable = (Reminder.noun == "placement") & (Reminder.record == placement)
    if departures:
        mine = mine | ((Reminder.noun == "departure") & Reminder.record.is_in(list(departures)))
    rows = await Reminder.select().where(mine).order_by(Reminder.sent_at, Reminder.id, ascending=False)
    return [Sent(LABELS[row["kind"]], row["for_on"], row["sent_at"]) for row in rows]


async def _some(statement: str, *values: object) -> list[dict[str, Any]]:
    asked = QueryString(f"{statement} ORDER BY id LIMIT {AT_ONCE}", *values)
    rows: list[dict[str, Any]] = await current().run_querystring(asked)
    return rows


def _day(value: date | str) -> date:
    """SQLite forgets the type of a column that was given another name."""
    return value if isinstance(value, date) else date.fromisoformat(value)


def _instant(value: datetime | str) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(value)
