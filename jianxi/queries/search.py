"""The search in published 见习岗位: what it answers. A large index will stand behind these functions later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from jianxi.domain import chains, labels
from jianxi.domain.bases import BaseState
from jianxi.domain.positions import PositionFacts, PositionState, shown_state, takes_applications
from jianxi.domain.regions import span
from jianxi.domain.texts import fold
from jianxi.forms.position_search import Search
from jianxi.queries.conditions import pattern
from jianxi.tables.positions import Position as Row

SIZE = 20
COUNTED = 1_000
"""Counting stops here: "超过1,000个" says enough, and costs the same however many there are."""

_COLUMNS = (
    "p.id, p.title, p.unit_name, p.work_county, p.degree, p.major, p.months, p.allowance_fen, p.headcount, "
    "p.accepted, p.deadline, p.state, p.chain, b.state AS base_state"
)
_FROM = f"FROM \"position\" p JOIN base b ON b.id = p.base WHERE p.state = '{PositionState.PUBLISHED.value}'"
_NEWEST = "ORDER BY p.published_at DESC, p.id DESC"
_KEYS = {
    "q": ("p.unit_key", "p.title_key"),
    "unit": ("p.unit_key",),
    "title": ("p.title_key",),
    "major": ("lower(p.major)",),
}
"""Where the words of a field are looked for. `%`, `_` and the sign itself are escaped with a sign of our own."""

Condition = tuple[str, tuple[object, ...]]
_IN_FORCE: Condition = ("b.state = {}", (BaseState.APPROVED.value,))
"""Nobody is led to what cannot be applied for while its base is suspended; its own address still tells why."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A published position as lists show it on one day. Money in 分."""

    id: int
    title: str
    employer: str
    """Name of the unit."""
    region: str
    """The county of work."""
    education: str
    major: str
    months: int
    allowance: int
    headcount: int
    left: int
    deadline: date
    days_left: int
    shown: labels.Shown
    is_open: bool
    """Takes applications today."""


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found. `number` is the page, the last one where a later one was asked for."""

    positions: tuple[Listing, ...]
    total: int
    capped: bool
    number: int
    hints: tuple[tuple[str, int], ...] = ()
    """Where nothing was found: condition and how many there are without it."""


async def published(search: Search, page: int, today: date, size: int = SIZE) -> Found:
    """Newest first. All words of a field must be found; a county also finds what is registered there."""
    total = await _count(search)
    if total == 0:
        return Found((), 0, False, 1, await _hints(search))
    capped = total > COUNTED
    number = page if capped else min(page, -(-total // size))
    rows = await _rows(search, size + 1, (number - 1) * size)
    if capped and not rows:
        number = COUNTED // size
        rows = await _rows(search, size + 1, (number - 1) * size)
    # The last page of a count that was not taken to its end gives the end.
    if capped and len(rows) <= size:
        total, capped = (number - 1) * size + len(rows), False
    shown = tuple(_listing(row, today) for row in rows[:size])
    return Found(shown, min(total, COUNTED) if capped else total, capped, number)


async def latest(today: date, size: int) -> tuple[Listing, ...]:
    """Only those that take applications today."""
    is_open = "AND b.state = {} AND p.deadline >= {} AND p.accepted < p.headcount"
    statement = f"SELECT {_COLUMNS} {_FROM} {is_open} {_NEWEST} LIMIT {{}}"
    rows = await Row.raw(statement, BaseState.APPROVED.value, today, size)
    return tuple(_listing(row, today) for row in rows)


async def listing(id: int, today: date) -> Listing | None:
    """One of them, None for one that is not published."""
    rows = await Row.raw(f"SELECT {_COLUMNS} {_FROM} AND p.id = {{}}", id)
    return _listing(rows[0], today) if rows else None


async def _rows(search: Search, size: int, offset: int) -> Sequence[dict[str, Any]]:
    where, values = _where(search)
    rows: list[dict[str, Any]] = await Row.raw(
        f"SELECT {_COLUMNS} {_FROM}{where} {_NEWEST} LIMIT {{}} OFFSET {{}}", *values, size, offset
    )
    return rows


async def _count(search: Search) -> int:
    where, values = _where(search)
    rows = await Row.raw(f"SELECT {_counting(where)} AS many", *values)
    return int(rows[0]["many"])


async def _hints(search: Search) -> tuple[tuple[str, int], ...]:
    """For each condition, what there would be without it: one statement for all."""
    if not search.names:
        return ()
    wheres = [_where(search.without(name)) for name in search.names]
    counts = ", ".join(f"{_counting(where)} AS n{place}" for place, (where, _) in enumerate(wheres))
    rows = await Row.raw(f"SELECT {counts}", *(value for _, values in wheres for value in values))
    many = [int(rows[0][f"n{place}"]) for place in range(len(wheres))]
    return tuple((name, number) for name, number in zip(search.names, many, strict=True) if number)


def _counting(where: str) -> str:
    return f"(SELECT count(*) FROM (SELECT 1 {_FROM}{where} LIMIT {COUNTED + 1}) t)"


def _where(search: Search) -> Condition:
    conditions = [_IN_FORCE, *_words(search), *_place(search)]
    if search.degree:
        conditions.append(("p.degree = {}", (search.degree,)))
    text = "".join(f" AND {condition}" for condition, _ in conditions)
    return text, tuple(value for _, values in conditions for value in values)


def _words(search: Search) -> list[Condition]:
    conditions: list[Condition] = []
    for name, keys in _KEYS.items():
        for word in fold(getattr(search, name)).split():
            found = " OR ".join(f"{key} LIKE {{}} ESCAPE '!'" for key in keys)
            conditions.append((f"({found})", (pattern(word),) * len(keys)))
    return conditions


def _place(search: Search) -> list[Condition]:
    if search.county:
        return [("(p.work_county = {} OR p.county = {})", (search.county, search.county))]
    if search.city:
        return [("(p.work_city = {} OR p.county BETWEEN {} AND {})", (search.city, *span(search.city)))]
    return []


def _listing(row: Mapping[str, Any], today: date) -> Listing:
    facts = PositionFacts(
        state=row["state"],
        chain=chains.decode(row["chain"]),
        base_is_approved=row["base_state"] == BaseState.APPROVED,
        today=today,
        deadline=row["deadline"],
        headcount=row["headcount"],
        accepted=row["accepted"],
    )
    return Listing(
        id=row["id"],
        title=row["title"],
        employer=row["unit_name"],
        region=row["work_county"],
        education=row["degree"],
        major=row["major"],
        months=row["months"],
        allowance=row["allowance_fen"],
        headcount=row["headcount"],
        left=row["headcount"] - row["accepted"],
        deadline=row["deadline"],
        days_left=(row["deadline"] - today).days,
        shown=shown_state(facts),
        is_open=takes_applications(facts),
    )
