"""Reads 留用: one retention with its placement and evidence, for whoever may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable

from jianxi.domain import labels
from jianxi.domain.flow import NEW, Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.retention_checks import Contract, shortfalls
from jianxi.domain.retentions import FLOW, RetentionFacts
from jianxi.domain.viewers import Viewer, role_of
from jianxi.queries import placements, rostered
from jianxi.queries.placements import Placement
from jianxi.tables.departures import Retention as Row

NOUN = FLOW.noun
OWN = (
    *("id", "version", "state", "placement", "post", "contract_from", "contract_to", "insured_on"),
    "recorded_at",
)
COLUMNS: tuple[Any, ...] = (*(getattr(Row, name) for name in OWN), rostered.OF_RETENTION)


@dataclass(frozen=True, slots=True)
class Retention:
    """A retention on one day, as one viewer sees it."""

    id: int
    version: int
    state: str
    post: str
    """留用岗位."""
    contract_from: date
    contract_to: date
    insured_on: date | None
    """社会保险参保日期."""
    recorded_at: datetime
    placement: Placement
    facts: RetentionFacts
    shown: Shown
    offers: tuple[str, ...]
    shortfalls: tuple[str, ...]
    """Why it does not count for the retention rate yet, a clause each."""


_MADE = ("placement", "facts", "shown", "offers", "shortfalls")
_COPIED = tuple(name for name in Retention.__dataclass_fields__ if name not in _MADE)


def visible_to(viewer: Viewer) -> Combinable:
    """As its placement."""
    return placements.visible_to(viewer, Row.placement)


async def get(viewer: Viewer, id: int, today: date) -> Retention:
    """The retention with that id; `Missing` for one that is not there or not theirs to see."""
    row = await Row.select(*COLUMNS).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return built(row, await placements.get(viewer, row["placement"], today), role_of(viewer))


async def of_placement(viewer: Viewer, placement: Placement) -> list[Retention]:
    """All of a placement that the viewer was found to see, the newest first."""
    mine = Row.select(*COLUMNS).where(Row.placement == placement.id).order_by(Row.id, ascending=False)
    return [built(row, placement, role_of(viewer)) for row in await mine]


def beginning(placement: Placement) -> RetentionFacts:
    """What the moves look at before there is one."""
    return RetentionFacts(NEW, placement.duty, placement.facts.has_departure)


def built(row: Mapping[str, Any], placement: Placement, role: Role) -> Retention:
    """A row of `COLUMNS` as somebody in that role sees it."""
    facts = RetentionFacts(
        state=row["state"],
        duty=placement.duty,
        has_departure=placement.facts.has_departure,
        in_accepted_roster=bool(row["rostered"]),
    )
    return Retention(
        **{name: row[name] for name in _COPIED},
        placement=placement,
        facts=facts,
        shown=labels.shown(NOUN, row["state"]),
        offers=FLOW.offered(facts, role),
        shortfalls=shortfalls(Contract(row["contract_from"], row["contract_to"], row["insured_on"])),
    )
