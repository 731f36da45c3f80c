"""Lists of 见习岗位 for the two desks: narrowed, counted by state, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce
from operator import and_

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable

from jianxi.domain import labels
from jianxi.domain.flow import Role
from jianxi.domain.positions import FLOW, FOR_MANY, PositionState, PositionVerb, waiting_at
from jianxi.domain.viewers import Viewer, role_of
from jianxi.forms.position_filters import ALL, Filters
from jianxi.queries.conditions import during, pattern
from jianxi.queries.many import MOST_AT_ONCE, Picks
from jianxi.queries.positions import READ, Position, built, visible_to
from jianxi.queries.tabs import Tab
from jianxi.tables.positions import Position as Row

_S = PositionState
OWN = (_S.WAITING_COUNTY, _S.WAITING_CITY, _S.REJECTED, _S.APPROVED, _S.PUBLISHED, _S.WITHDRAWN)
TABS: dict[Role, tuple[PositionState, ...]] = {
    Role.EMPLOYER: OWN,
    Role.COUNTY: (_S.WAITING_COUNTY, _S.WAITING_CITY, _S.APPROVED, _S.PUBLISHED, _S.WITHDRAWN, _S.REJECTED),
    Role.CITY: (_S.WAITING_CITY, _S.APPROVED, _S.PUBLISHED, _S.WITHDRAWN, _S.REJECTED),
}
"""The states that each desk lists, what waits for it first."""

_NUMBERS = (
    "SELECT state, count(*) AS many, sum(CASE WHEN {} THEN 1 ELSE 0 END) AS wanted "
    'FROM "position" WHERE {} GROUP BY state'
)
_ORDER = (Row.submitted_at, Row.id)
"""Newest first."""


def usual_state(viewer: Viewer) -> str:
    """The tab that opens: what waits for an office, everything for an employer."""
    role = role_of(viewer)
    return waiting_at(role).value if role in (Role.COUNTY, Role.CITY) else ""


async def overview(viewer: Viewer, filters: Filters) -> tuple[tuple[Tab, ...], int]:
    """The states that this viewer lists, with how many are in each, all of them first where they open the list; and how
    many match the filters. One statement."""
    wanted = reduce(and_, _wanted(viewer, filters)).querystring
    rows = await Row.raw(_NUMBERS, wanted, visible_to(viewer).querystring)
    many = {row["state"]: int(row["many"]) for row in rows}
    all_of_them = Tab(ALL, "全部", sum(many.values()), not filters.state)
    by_state = [
        Tab(state.value, labels.state("position", state), many.get(state, 0), filters.state == state)
        for state in _listed(viewer, many)
    ]
    tabs = (*by_state, all_of_them) if usual_state(viewer) else (all_of_them, *by_state)
    return tabs, sum(int(row["wanted"]) for row in rows)


def _listed(viewer: Viewer, many: Mapping[str, int]) -> list[PositionState]:
    """The desk's states; and what the viewer sees though it is not its to list: the city what the county took back."""
    usual = TABS.get(role_of(viewer), ())
    return [*usual, *(state for state in PositionState if many.get(state) and state not in usual)]


async def page(viewer: Viewer, filters: Filters, today: date, *, offset: int, size: int) -> list[Position]:
    """Newest submissions first."""
    query = Row.select(*READ).where(*_wanted(viewer, filters)).order_by(*_ORDER, ascending=False)
    return await built(viewer, await query.limit(size).offset(offset), today)


def for_many(viewer: Viewer, rows: Sequence[Position], filters: Filters) -> list[PositionVerb]:
    """What this office may do to many of such a list: by its tab and the rows' chains, whatever becomes of a row."""
    states = [filters.state] if filters.state else list(PositionState)
    role, facts = role_of(viewer), [replace(row.facts, state=state) for row in rows for state in states]
    return [verb for verb in FOR_MANY if any(FLOW.find(verb, each, role) for each in facts)]


async def picks(viewer: Viewer, filters: Filters) -> Picks:
    """Id and version of everything that matches, at most `MOST_AT_ONCE`."""
    query = (
        Row.select(Row.id, Row.version).where(*_wanted(viewer, filters)).order_by(*_ORDER, ascending=False)
    )
    return [(row["id"], row["version"]) for row in await query.limit(MOST_AT_ONCE)]


async def next_waiting(viewer: Viewer, filters: Filters, after: Position) -> int | None:
    """The one to decide next: the next in the list's order, else the first of it."""
    state = usual_state(viewer)
    wanted = _wanted(viewer, Filters(state, filters.words, filters.county, filters.level, filters.category))
    later = (Row.submitted_at < after.submitted_at) | (
        (Row.submitted_at == after.submitted_at) & (Row.id < after.id)
    )
    for narrowed in ((*wanted, later), (*wanted, Row.id != after.id)):
        rows = await Row.select(Row.id).where(*narrowed).order_by(*_ORDER, ascending=False).limit(1)
        if rows:
            return int(rows[0]["id"])
    return None


def _wanted(viewer: Viewer, filters: Filters) -> Sequence[Combinable]:
    wanted: list[Combinable] = [visible_to(viewer), *during(Row.first_published_at, filters.days)]
    exact = (
        (Row.state, filters.state),
        (Row.county, filters.county),
        (Row.base_level, filters.level),
        (Row.category, filters.category),
    )
    wanted += [column == value for column, value in exact if value]
    return [*wanted, *(_contains(word) for word in filters.folded)]


def _contains(word: str) -> Combinable:
    either = "(\"position\".title_key LIKE {} ESCAPE '!' OR \"position\".unit_key LIKE {} ESCAPE '!')"
    return WhereRaw(either, pattern(word), pattern(word))
