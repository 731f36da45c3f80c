"""The list of 终止见习审核: narrowed, counted by state, page by page, what has waited longest first."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import Any, cast

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.query.functions import Count

from jianxi.domain import labels
from jianxi.domain.bases import BaseLevel
from jianxi.domain.departures import DepartureState
from jianxi.domain.flow import Role
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.departure_filters import ALL, ELSEWHERE, DepartureFilters
from jianxi.queries.conditions import pattern
from jianxi.queries.departure_lines import READ, Line, built_lines
from jianxi.queries.departures import Departure, visible_to
from jianxi.queries.many import MOST_AT_ONCE, Picks
from jianxi.queries.tabs import Tab
from jianxi.queries.traineeship_days import departures_of
from jianxi.tables.departures import Departure as Row

S = DepartureState
DECIDABLE = (S.WAITING, S.WAITING_OFFICE)
TABS = (*DECIDABLE, S.APPROVED, S.REJECTED, S.WAITING_CERTIFICATE, S.WAITING_EMPLOYER, S.REFUSED)
RARE = (S.RECALLED, S.LAPSED)
"""Their tabs are there only while they hold something."""
_OTHERS = {Role.COUNTY: "等待审核（市级）", Role.CITY: "等待审核（区县）"}
_PLACEMENT = cast(Any, Row.placement)
_CONTAINS = """EXISTS (SELECT 1 FROM placement pl JOIN person pe ON pe.id = pl.person JOIN "position" po ON po.id = pl."position"
  WHERE pl.id = "departure"."placement" AND (lower(pe.name) LIKE {} ESCAPE '!' OR po.unit_key LIKE {} ESCAPE '!'
  OR po.title_key LIKE {} ESCAPE '!'))"""


async def tabs(viewer: OfficialViewer, filters: DepartureFilters, today: date) -> tuple[Tab, ...]:
    """The states with how many there are of what the other filters leave, what waits for this office first and apart from
    what waits for the other; every state last."""
    wanted, many = _wanted(viewer, filters), await _numbers(viewer, filters)
    void = await Row.count().where(*wanted, _void(today)) if many[S.WAITING_EMPLOYER] else 0
    many[S.WAITING_EMPLOYER] -= void
    many[S.LAPSED] += void
    words = {state.value: labels.state("departure", state) for state in (*TABS, *RARE)}
    words[ELSEWHERE] = _OTHERS[viewer.role]
    shown = [
        Tab(key, word, many[key], filters.state == key)
        for key, word in words.items()
        if key not in (*RARE, ELSEWHERE) or many[key] or filters.state == key
    ]
    return (*shown, Tab(ALL, "全部", sum(many.values()), not filters.state))


def opening(tabs: Sequence[Tab]) -> str:
    """The first state in which something waits for this office; "" where nothing does."""
    return next((tab.key for tab in tabs if tab.key in DECIDABLE and tab.count), "")


async def _numbers(viewer: OfficialViewer, filters: DepartureFilters) -> Counter[str]:
    level = _PLACEMENT.position.base_level
    query = Row.select(Row.state, level.as_alias("level"), Count(Row.id, alias="many"))
    many: Counter[str] = Counter()
    for row in await query.where(*_wanted(viewer, filters)).group_by(Row.state, level):
        is_elsewhere = row["state"] in DECIDABLE and row["level"] != _level(viewer)
        many[ELSEWHERE if is_elsewhere else row["state"]] += row["many"]
    return many


async def page(
    viewer: OfficialViewer, filters: DepartureFilters, today: date, *, offset: int, size: int
) -> list[Line]:
    """What waits in the order in which it came, everything else the newest first."""
    query = Row.select(*READ).where(*_wanted(viewer, filters), *_in_state(viewer, filters, today))
    ascending = filters.state in DECIDABLE
    query = query.order_by(Row.state_since, Row.id, ascending=ascending)
    return await built_lines(viewer, await query.limit(size).offset(offset), today)


async def ids(viewer: OfficialViewer, filters: DepartureFilters, today: date) -> list[int]:
    """All of the list, in its order."""
    query = Row.select(Row.id).where(*_wanted(viewer, filters), *_in_state(viewer, filters, today))
    ascending = filters.state in DECIDABLE
    return [row["id"] for row in await query.order_by(Row.state_since, Row.id, ascending=ascending)]


async def picks(viewer: OfficialViewer, filters: DepartureFilters) -> Picks:
    """Id and version of everything that matches and can be decided among many, at most `MOST_AT_ONCE`."""
    wanted = (*_wanted(viewer, filters), *_own(viewer, S.WAITING))
    query = Row.select(Row.id, Row.version).where(*wanted).order_by(Row.state_since, Row.id)
    return [(row["id"], row["version"]) for row in await query.limit(MOST_AT_ONCE)]


async def next_waiting(viewer: OfficialViewer, filters: DepartureFilters, after: Departure) -> int | None:
    """The one to decide next, with a certificate or without: the next that came, else the first of all."""
    wanted = (*_wanted(viewer, filters), *_own(viewer, *DECIDABLE), Row.id != after.id)
    came = after.state_since
    later = (Row.state_since > came) | ((Row.state_since == came) & (Row.id > after.id))
    for narrowed in ((*wanted, later), wanted):
        row = await Row.select(Row.id).where(*narrowed).order_by(Row.state_since, Row.id).first()
        if row:
            return int(row["id"])
    return None


def waiting(viewer: OfficialViewer) -> Sequence[Combinable]:
    """What this office has to decide: the number in its menu."""
    return (visible_to(viewer), *_own(viewer, *DECIDABLE))


def _wanted(viewer: OfficialViewer, filters: DepartureFilters) -> Sequence[Combinable]:
    """Whatever the state."""
    wanted: list[Combinable] = [visible_to(viewer), *departures_of(filters.days)]
    if filters.county:
        wanted.append(_PLACEMENT.position.county == filters.county)
    if filters.level:
        wanted.append(_PLACEMENT.position.base_level == filters.level)
    if filters.asked:
        wanted.append(Row.asked_by_person == (filters.asked == "person"))
    return [*wanted, *(WhereRaw(_CONTAINS, *[pattern(word)] * 3) for word in filters.folded)]


def _in_state(viewer: OfficialViewer, filters: DepartureFilters, today: date) -> Sequence[Combinable]:
    """As the tabs count: a request that nobody answered before the period ended is 已失效, written down or not."""
    if filters.state == S.LAPSED:
        return [(Row.state == S.LAPSED.value) | _void(today)]
    if filters.state == S.WAITING_EMPLOYER:
        return [Row.state == S.WAITING_EMPLOYER.value, _PLACEMENT.ends_on >= today]
    if filters.state == ELSEWHERE:
        return [
            Row.state.is_in([state.value for state in DECIDABLE]),
            _PLACEMENT.position.base_level != _level(viewer),
        ]
    if filters.state in DECIDABLE:
        return _own(viewer, S(filters.state))
    return [Row.state == filters.state] if filters.state else []


def _void(today: date) -> Combinable:
    void: Combinable = (Row.state == S.WAITING_EMPLOYER.value) & (_PLACEMENT.ends_on < today)
    return void


def _own(viewer: OfficialViewer, *states: DepartureState) -> Sequence[Combinable]:
    """In these states, and this office's to decide: of a base of its level."""
    wanted = [state.value for state in states]
    return [Row.state.is_in(wanted), _PLACEMENT.position.base_level == _level(viewer)]


def _level(viewer: OfficialViewer) -> str:
    return (BaseLevel.COUNTY if viewer.role is Role.COUNTY else BaseLevel.CITY).value
