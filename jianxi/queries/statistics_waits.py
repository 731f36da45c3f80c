"""How long reviews waited, and what waits now: by review, office, place and month. Decisions are those of the log, which
keeps each of them, also those that were taken back and taken anew."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from jianxi.domain.bases import BaseState, BaseVerb
from jianxi.domain.periods import Period
from jianxi.domain.rosters import RosterVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.domain.waiting_times import OFFICES, REVIEWS, Review, Waited
from jianxi.forms.statistics_filters import StatisticsFilters
from jianxi.queries import regions, statistics_parts
from jianxi.queries.statistics import places_of
from jianxi.queries.statistics_parts import Asked
from jianxi.tables.calendar_days import shanghai_day
from jianxi.tables.log import LogEntry

_DECIDES = (BaseVerb.APPROVE, BaseVerb.REJECT, RosterVerb.ACCEPT, RosterVerb.RETURN)
"""Called alike for every noun but the roster."""
_OF: Mapping[str, tuple[str, str]] = {
    "base": ("JOIN base b ON b.id = l.record JOIN employer e ON e.id = b.employer", "e.county"),
    "position": ('JOIN "position" o ON o.id = l.record', "o.county"),
    "placement": (
        'JOIN placement p ON p.id = l.record JOIN "position" o ON o.id = p."position"',
        "o.county",
    ),
    "departure": (
        "JOIN departure d ON d.id = l.record JOIN placement p ON p.id = d.placement "
        'JOIN "position" o ON o.id = p."position"',
        "o.county",
    ),
    "roster": ("JOIN roster r ON r.id = l.record", "r.county"),
}
_BEGAN = (
    "SELECT s.at FROM log_entry s WHERE s.noun = l.noun AND s.record = l.record AND s.id < l.id "
    "AND ((s.target = l.source AND s.source <> s.target) "
    f"OR (s.verb = '{BaseVerb.AMEND}' AND l.source = '{BaseState.WAITING_COUNTY}')) ORDER BY s.id DESC LIMIT 1"
)
"""When it came to wait: a 变更申请 leaves its base 审核通过 and waits at the county all the same."""
_STANDS = "CASE WHEN b.state = 'approved' AND b.amendment_state <> '' THEN b.amendment_state ELSE b.state END"
_POST = 'JOIN "position" o ON o.id = p."position"'
_LATER = "CASE WHEN o.county_passed_at > o.submitted_at THEN o.county_passed_at ELSE o.submitted_at END"
_NOW: tuple[tuple[str, str, str, str, str, str], ...] = (
    *(
        (
            "base",
            f"'{office}'",
            "e.county",
            since,
            "FROM base b JOIN employer e ON e.id = b.employer "
            "LEFT JOIN base_version n ON n.base = b.id AND n.round = b.round",
            f"{_STANDS} = 'waiting_{office}'",
        )
        for office, since in (("county", "b.submitted_at"), ("city", "COALESCE(n.county_at, b.submitted_at)"))
    ),
    *(
        ("position", f"'{office}'", "o.county", since, 'FROM "position" o', f"o.state = 'waiting_{office}'")
        for office, since in (("county", "o.submitted_at"), ("city", _LATER))
    ),
    (
        "placement",
        "o.base_level",
        "o.county",
        "p.waits_since",
        f"FROM placement p {_POST}",
        "p.state = 'waiting'",
    ),
    *(
        (
            key,
            "o.base_level",
            "o.county",
            "d.state_since",
            f"FROM departure d JOIN placement p ON p.id = d.placement {_POST}",
            f"d.state = '{state}'",
        )
        for key, state in (("departure", "waiting"), ("appeal", "waiting_office"))
    ),
    ("roster", "r.level", "r.county", "r.state_since", "FROM roster r", "r.state = 'sent'"),
)
"""Review, office, county, since when, and which."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits now: how many, and since when the first of them."""

    count: int
    since: datetime | None


@dataclass(frozen=True, slots=True)
class Waits:
    """The waiting times of the months asked for."""

    places: tuple[str, ...]
    months: tuple[Period, ...]
    decided: Mapping[tuple[str, str, str, int], Mapping[int, int]]
    """By review, office, place and month: how many by days waited."""
    waiting: Mapping[tuple[str, str, str], Waiting]

    def waited(self, review: Review, office: str, place: str = "", month: int | None = None) -> Waited:
        days: defaultdict[int, int] = defaultdict(int)
        for (key, of, where, when), found in self.decided.items():
            if (key, of) == (review.key, office) and place in ("", where) and month in (None, when):
                for waited, many in found.items():
                    days[waited] += many
        return Waited(days)

    def now(self, review: Review, office: str, place: str = "") -> Waiting:
        found = [
            waiting
            for (key, of, where), waiting in self.waiting.items()
            if (key, of) == (review.key, office) and place in ("", where)
        ]
        first = min((each.since for each in found if each.since), default=None)
        return Waiting(sum(each.count for each in found), first)


async def waits(viewer: OfficialViewer, filters: StatisticsFilters, *, apart: bool = True) -> Waits:
    """Two statements. `apart` by place and month: all together it is asked for in less time."""
    of = statistics_parts.asked(viewer, filters)
    decided: defaultdict[tuple[str, str, str, int], dict[int, int]] = defaultdict(dict)
    for row in await LogEntry.raw(_decided(of, apart)):
        key = _review(row["noun"], row["source"])
        days = decided[key, row["office"], row["place"], int(row["month"])]
        days[int(row["days"])] = days.get(int(row["days"]), 0) + int(row["number"])
    waiting = {
        (row["review"], row["office"], row["place"]): Waiting(int(row["number"]), _instant(row["since"]))
        for row in await LogEntry.raw("\nUNION ALL ".join(_waiting(of)))
    }
    found = {place for _, _, place, _ in decided if place} | {place for _, _, place in waiting}
    return Waits(places_of(await regions.directory(), of.region, found), of.months, decided, waiting)


def _decided(of: Asked, apart: bool) -> str:
    parts = "\nUNION ALL ".join(_of_noun(of, noun, apart) for noun in _OF)
    days = f"{shanghai_day('at')} - {shanghai_day('began')}"
    return (
        f"SELECT noun, source, office, place, month, {days} AS days, COUNT(*) AS number FROM ({parts}) AS decision "
        "WHERE began IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6"
    )


def _of_noun(of: Asked, noun: str, apart: bool) -> str:
    joined, county = _OF[noun]
    states = ", ".join(f"'{state}'" for review in REVIEWS if review.noun == noun for state in review.states)
    verbs = ", ".join(f"'{verb}'" for verb in _DECIDES)
    offices = ", ".join(f"'{office}'" for office in OFFICES)
    place, month = (of.place(county), of.month_of_instant("l.at")) if apart else ("''", "0")
    return (
        f"SELECT l.noun AS noun, l.source AS source, l.actor_kind AS office, {place} AS place, "
        f"{month} AS month, l.at AS at, ({_BEGAN}) AS began FROM log_entry l {joined} "
        f"WHERE l.noun = '{noun}' AND l.verb IN ({verbs}) AND l.source IN ({states}) "
        f"AND l.actor_kind IN ({offices}) AND {of.during('l.at')} AND {of.inside(county)}"
    )


def _waiting(of: Asked) -> Iterator[str]:
    for key, office, county, since, source, where in _NOW:
        yield (
            f"SELECT '{key}' AS review, {office} AS office, {of.place(county)} AS place, COUNT(*) AS number, "
            f"MIN({since}) AS since {source} WHERE {of.inside(county)} AND {where} GROUP BY 2, 3"
        )


def _review(noun: str, source: str) -> str:
    return next(each.key for each in REVIEWS if each.noun == noun and source in each.states)


def _instant(value: object) -> datetime | None:
    """An instant out of a union is text on SQLite."""
    return datetime.fromisoformat(str(value)) if value is not None else None
