"""The list of 补贴经费 for the offices: rosters narrowed, counted by state, page by page, what has waited longest first."""

from collections import Counter
from collections.abc import Sequence

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.query.functions import Count

from jianxi.domain import labels, reference_numbers, roster_words
from jianxi.domain.bases import BaseLevel
from jianxi.domain.flow import Role
from jianxi.domain.rosters import FLOW, RosterState
from jianxi.domain.texts import Malformed
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.office_roster_filters import ALL, CORRECTED, ELSEWHERE, RosterFilters
from jianxi.queries.conditions import pattern
from jianxi.queries.rosters import visible_to
from jianxi.queries.tabs import Tab
from jianxi.tables.rosters import Roster as Row

S = RosterState
SENT, ACCEPTED = S.SENT.value, S.ACCEPTED.value
TABS = (SENT, S.RETURNED.value, ACCEPTED)
RARE = (ELSEWHERE, CORRECTED)
"""Their tabs are there only while they hold something."""
_OTHERS = {Role.COUNTY: "已报送（市级）", Role.CITY: "已报送（区县）"}
_OF_UNIT = """EXISTS (SELECT 1 FROM employer e WHERE e.id = roster.employer
  AND (e.name_key LIKE {} ESCAPE '!' OR lower(e.credit_code) LIKE {} ESCAPE '!'))"""


async def tabs(viewer: OfficialViewer, filters: RosterFilters) -> tuple[Tab, ...]:
    """The states with how many there are of what the other filters leave, what waits for this office first and apart from
    what waits for the other; every state last."""
    many = await _numbers(viewer, filters)
    words = {state: labels.state(FLOW.noun, state) for state in TABS}
    words |= {ELSEWHERE: _OTHERS[viewer.role], CORRECTED: "已被更正"}
    shown = [
        Tab(key, word, many[key], filters.state == key)
        for key, word in words.items()
        if key not in RARE or many[key] or filters.state == key
    ]
    return (*shown, Tab(ALL, "全部", sum(many.values()), not filters.state))


async def ids(viewer: OfficialViewer, filters: RosterFilters, *, offset: int = 0, size: int = 0) -> list[int]:
    """What waits in the order in which it came, everything else the newest first; all of it without a size."""
    query = Row.select(Row.id).where(*_narrowed(viewer, filters), *_in_state(viewer, filters))
    ascending = filters.state in (SENT, ELSEWHERE)
    query = query.order_by(Row.state_since, Row.id, ascending=ascending)
    return [row["id"] for row in await (query.limit(size).offset(offset) if size else query)]


async def next_waiting(viewer: OfficialViewer, filters: RosterFilters, after: int) -> int | None:
    """Of the list so narrowed, the one that has waited longest but for this one."""
    wanted = (*_narrowed(viewer, filters), *waiting(viewer), Row.id != after)
    row = await Row.select(Row.id).where(*wanted).order_by(Row.state_since, Row.id).first()
    return int(row["id"]) if row else None


def waiting(viewer: OfficialViewer) -> Sequence[Combinable]:
    """What this office has to decide: the number in its menu."""
    return (visible_to(viewer), Row.state == SENT, Row.level == _level(viewer))


async def _numbers(viewer: OfficialViewer, filters: RosterFilters) -> Counter[str]:
    query = Row.select(Row.state, Row.level, Row.counts, Count(Row.id, alias="many"))
    many: Counter[str] = Counter()
    for row in await query.where(*_narrowed(viewer, filters)).group_by(Row.state, Row.level, Row.counts):
        key = row["state"]
        if key == SENT and row["level"] != _level(viewer):
            key = ELSEWHERE
        elif key == ACCEPTED and not row["counts"]:
            key = CORRECTED
        many[key] += row["many"]
    return many


def _narrowed(viewer: OfficialViewer, filters: RosterFilters) -> Sequence[Combinable]:
    """Whatever the state, but for what the employer still puts together."""
    wanted: list[Combinable] = [visible_to(viewer), Row.state != S.DRAFT.value]
    exact = ((Row.county, filters.county), (Row.kind, filters.kind))
    wanted += [column == value for column, value in exact if value]
    if filters.employer:
        wanted.append(Row.employer == int(filters.employer))
    if filters.first_day:
        wanted.append(Row.last_day >= filters.first_day)
    if filters.last_day:
        wanted.append(Row.first_day <= filters.last_day)
    return [*wanted, *map(_contains, filters.folded)]


def _contains(word: str) -> Combinable:
    """A 编号, or a part of the unit's name or credit code."""
    try:
        serial = reference_numbers.serial(word) - roster_words.FIRST_SERIAL
    except Malformed:
        return WhereRaw(_OF_UNIT, pattern(word), pattern(word))
    by_number: Combinable = Row.id == max(serial, 0)
    return by_number


def _in_state(viewer: OfficialViewer, filters: RosterFilters) -> Sequence[Combinable]:
    match filters.state:
        case "":
            return []
        case "sent":
            return [Row.state == SENT, Row.level == _level(viewer)]
        case "elsewhere":
            return [Row.state == SENT, Row.level != _level(viewer)]
        case "accepted":
            return [Row.state == ACCEPTED, Row.counts.eq(True)]
        case "corrected":
            return [Row.state == ACCEPTED, Row.counts.eq(False)]
    return [Row.state == filters.state]


def _level(viewer: OfficialViewer) -> str:
    return (BaseLevel.COUNTY if viewer.role is Role.COUNTY else BaseLevel.CITY).value
