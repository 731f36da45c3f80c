"""The list of 见习报名管理: narrowed, counted by state, page by page, what has waited longest first."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.query import OrderByRaw
from piccolo.query.functions import Count

from jianxi.domain import labels
from jianxi.domain.applications import ApplicationState
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.received_filters import ALL, ReceivedFilters
from jianxi.queries.conditions import pattern
from jianxi.queries.received import READ, Received, built, visible_to
from jianxi.queries.tabs import Tab
from jianxi.tables.applications import Application as Row
from jianxi.tables.positions import Position

S = ApplicationState
TABS = (S.WAITING, S.ACCEPTED, S.REJECTED, S.WITHDRAWN, S.CANCELLED)
RARE = frozenset({S.CANCELLED})
"""Its tab is there only while it holds something."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A position that people have applied for."""

    id: int
    title: str
    accepted: int
    headcount: int
    waiting: int

    @property
    def label(self) -> str:
        return f"{self.title}（已录用{self.accepted}/{self.headcount}，待审核{self.waiting}）"


async def tabs(viewer: EmployerViewer, filters: ReceivedFilters) -> tuple[Tab, ...]:
    """The states with how many there are of what the other filters leave; every state last."""
    query = Row.select(Row.state, Count(Row.id, alias="many")).where(*_wanted(viewer, filters))
    many = {row["state"]: row["many"] for row in await query.group_by(Row.state)}
    by_state = [
        Tab(state.value, labels.state("application", state), many.get(state, 0), filters.state == state)
        for state in TABS
        if state not in RARE or many.get(state) or filters.state == state
    ]
    return (*by_state, Tab(ALL, "全部", sum(many.values()), not filters.state))


async def page(
    viewer: EmployerViewer, filters: ReceivedFilters, today: date, *, offset: int, size: int
) -> list[Received]:
    """By position, the newest first; within one by the order in which people applied."""
    wanted: list[Combinable] = [*_wanted(viewer, filters)]
    if filters.state:
        wanted.append(Row.state == filters.state)
    query = Row.select(*READ).where(*wanted).order_by(_ORDER).limit(size).offset(offset)
    return [built(row, today) for row in await query]


async def among(viewer: EmployerViewer, ids: Collection[int], position: int, today: date) -> list[Received]:
    """Those of them that are for this position."""
    if not ids:
        return []
    query = Row.select(*READ).where(visible_to(viewer), Row.position == position, Row.id.is_in(list(ids)))
    return [built(row, today) for row in await query]


async def next_waiting(viewer: EmployerViewer, filters: ReceivedFilters, after: Received) -> int | None:
    """The one to decide next: the next in the list's order, else the first of it."""
    wanted = (*_wanted(viewer, filters), Row.state == S.WAITING.value)
    younger = (Row.applied_at > after.applied_at) | (
        (Row.applied_at == after.applied_at) & (Row.id > after.id)
    )
    later = (Row.position < after.position) | ((Row.position == after.position) & younger)
    for narrowed in ((*wanted, later), (*wanted, Row.id != after.id)):
        row = await Row.select(Row.id).where(*narrowed).order_by(_ORDER).first()
        if row:
            return int(row["id"])
    return None


async def asked_positions(viewer: EmployerViewer) -> tuple[Asked, ...]:
    """The positions to narrow the list to, newest first."""
    counted = await _waiting_by_position(viewer)
    columns = (Position.id, Position.title, Position.accepted, Position.headcount)
    own = Position.employer == viewer.employer
    applied = Position.id.is_in(Row.select(Row.position).where(visible_to(viewer)))
    rows = await Position.select(*columns).where(own, applied).order_by(Position.id, ascending=False)
    return tuple(Asked(**row, waiting=counted.get(row["id"], 0)) for row in rows)


async def _waiting_by_position(viewer: EmployerViewer) -> Mapping[int, int]:
    waiting = (visible_to(viewer), Row.state == S.WAITING.value)
    query = Row.select(Row.position, Count(Row.id, alias="many")).where(*waiting).group_by(Row.position)
    return {row["position"]: row["many"] for row in await query}


_ORDER = OrderByRaw('"application"."position" DESC, "application"."applied_at", "application"."id"')


def _wanted(viewer: EmployerViewer, filters: ReceivedFilters) -> Sequence[Combinable]:
    wanted: list[Combinable] = [visible_to(viewer)]
    if filters.position is not None:
        wanted.append(Row.position == filters.position)
    return [*wanted, *(_named(word) for word in filters.folded)]


def _named(word: str) -> Combinable:
    return WhereRaw(
        'EXISTS (SELECT 1 FROM person WHERE person.id = "application"."person" '
        "AND lower(person.name) LIKE {} ESCAPE '!')",
        pattern(word),
    )
