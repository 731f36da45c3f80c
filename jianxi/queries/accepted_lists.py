"""The 录用名单 of an office: who was accepted by the bases of its level, narrowed, counted by state, page by page."""

from collections.abc import Sequence
from datetime import date

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.query.functions import Count

from jianxi.domain import labels
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.accepted_filters import ALL, STATES, AcceptedFilters
from jianxi.queries.conditions import during, pattern
from jianxi.queries.received import READ, Received, built, visible_to
from jianxi.queries.tabs import Tab
from jianxi.tables.applications import Application as Row

_CONTAINS = """(
  EXISTS (SELECT 1 FROM person WHERE person.id = "application"."person" AND lower(person.name) LIKE {} ESCAPE '!')
  OR EXISTS (SELECT 1 FROM "position" p WHERE p.id = "application"."position"
             AND (p.title_key LIKE {} ESCAPE '!' OR p.unit_key LIKE {} ESCAPE '!')))"""
_ORDER = (Row.decided_at, Row.id)
"""The last accepted first."""


async def tabs(viewer: OfficialViewer, filters: AcceptedFilters) -> tuple[Tab, ...]:
    """The states with how many there are of what the other filters leave; every state last."""
    query = Row.select(Row.state, Count(Row.id, alias="many")).where(*_wanted(viewer, filters))
    many = {row["state"]: row["many"] for row in await query.group_by(Row.state)}
    by_state = [
        Tab(state.value, labels.state("application", state), many.get(state, 0), filters.state == state)
        for state in STATES
    ]
    return (*by_state, Tab(ALL, "全部", sum(many.values()), not filters.state))


async def page(
    viewer: OfficialViewer, filters: AcceptedFilters, today: date, *, offset: int, size: int
) -> list[Received]:
    wanted: list[Combinable] = [*_wanted(viewer, filters)]
    if filters.state:
        wanted.append(Row.state == filters.state)
    rows = (
        await Row.select(*READ).where(*wanted).order_by(*_ORDER, ascending=False).limit(size).offset(offset)
    )
    return [built(row, today, viewer.role) for row in rows]


def _wanted(viewer: OfficialViewer, filters: AcceptedFilters) -> Sequence[Combinable]:
    wanted: list[Combinable] = [visible_to(viewer), *during(Row.decided_at, filters.days)]
    if filters.county:
        wanted.append(Row.position.county == filters.county)
    if filters.position is not None:
        wanted.append(Row.position == filters.position)
    return [*wanted, *(_contains(word) for word in filters.folded)]


def _contains(word: str) -> Combinable:
    return WhereRaw(_CONTAINS, *[pattern(word)] * 3)
