"""Reads 离岗: one departure with its placement, for whoever may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable

from jianxi.domain import departure_days, departures, periods
from jianxi.domain.bases import BaseLevel
from jianxi.domain.departures import FLOW, DepartureFacts
from jianxi.domain.flow import NEW, Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import Viewer, role_of
from jianxi.queries import placements, policies, rostered
from jianxi.queries.placements import Placement
from jianxi.queries.policies import Policies
from jianxi.tables.departures import Departure as Row
from jianxi.tables.placements import Placement as PlacementRow

NOUN = FLOW.noun
OWN = (
    *("id", "version", "state", "placement", "asked_by_person", "reason", "note", "wanted_on", "last_day"),
    *("begun_at", "state_since", "refusal", "rejection", "decided_at", "decided_by", "decided_from"),
    *("certificate", "uploads"),
)
COLUMNS: tuple[Any, ...] = (*(getattr(Row, name) for name in OWN), rostered.OF_DEPARTURE)
"""Of the departure itself. What is known of its placement comes from `queries.placements`."""


@dataclass(frozen=True, slots=True)
class Departure:
    """A departure on one day, as one viewer sees it."""

    id: int
    version: int
    state: str
    asked_by_person: bool
    reason: str
    """A key of domain.departure_reasons."""
    note: str
    wanted_on: date | None
    last_day: date
    """离岗日期, as asked for, recorded or confirmed."""
    begun_at: datetime
    state_since: datetime
    refusal: str
    rejection: str
    decided_at: datetime | None
    decided_by: str
    decided_from: str
    certificate: int
    uploads: int
    placement: Placement
    facts: DepartureFacts
    shown: Shown
    offers: tuple[str, ...]

    @property
    def settled_day(self) -> date | None:
        """离岗日期 as recorded or confirmed."""
        return self.last_day if departure_days.has_day(self.facts) else None

    @property
    def day_told(self) -> str:
        return departure_days.day_told(self.last_day, self.placement.starts_on)

    @property
    def has_certificate(self) -> bool:
        """There is one to print: none of what was recalled or lapsed is given out any more."""
        return self.certificate > 0 and self.state in departures.STANDING


_COPIED = tuple(
    name for name in Departure.__dataclass_fields__ if name not in {"placement", "facts", "shown", "offers"}
)


def visible_to(viewer: Viewer) -> Combinable:
    """As its placement."""
    return placements.visible_to(viewer, Row.placement)


async def get(viewer: Viewer, id: int, today: date) -> Departure:
    """The departure with that id; `Missing` for one that is not there or not theirs to see."""
    row = await Row.select(*COLUMNS).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    placement = await placements.get(viewer, row["placement"], today)
    return built(row, placement, await _appeal_after(placement), role_of(viewer))


async def standing(placement: int, today: date) -> Departure | None:
    """The one that stands, open or approved, for what follows from other records; nobody is shown it."""
    row = await PlacementRow.select(*placements.READ).where(PlacementRow.id == placement).first()
    seen = placements.built(row, today, Role.EMPLOYER) if row is not None else None
    if seen is None or seen.departure is None:
        return None
    found = await Row.select(*COLUMNS).where(Row.id == seen.departure).first()
    return built(found, seen, 0, Role.EMPLOYER) if found is not None else None


async def of_placement(
    viewer: Viewer, placement: Placement, rules: Policies | None = None
) -> list[Departure]:
    """All of a placement that the viewer was found to see, the newest first. `rules`: 参数 of today, of whatever region,
    where they were read already."""
    mine = Row.select(*COLUMNS).where(Row.placement == placement.id).order_by(Row.id, ascending=False)
    rows = await mine
    after = await _appeal_after(placement, rules) if rows else 0
    return [built(row, placement, after, role_of(viewer)) for row in rows]


async def _appeal_after(placement: Placement, rules: Policies | None = None) -> int:
    known = rules.of(placement.county) if rules else None
    return (known or await policies.snapshot(placement.county, placement.facts.today)).appeal_working_days


def built(row: Mapping[str, Any], placement: Placement, appeal_after: int, role: Role) -> Departure:
    """A row of `COLUMNS` as somebody in that role sees it."""
    facts = facts_of(row, placement, appeal_after)
    return Departure(
        **{name: row[name] for name in _COPIED},
        placement=placement,
        facts=facts,
        shown=departures.shown_state(facts),
        offers=FLOW.offered(facts, role),
    )


def facts_of(row: Mapping[str, Any], placement: Placement, appeal_after: int) -> DepartureFacts:
    """What the moves look at; `row` is of `COLUMNS`, and `appeal_after` the parameter in working days."""
    today = placement.facts.today
    return DepartureFacts(
        state=row["state"],
        base_level=BaseLevel(placement.base_level),
        start=placement.starts_on,
        end=placement.ends_on,
        today=today,
        duty=placement.duty,
        asked_by_person=row["asked_by_person"],
        last_day=row["last_day"],
        has_open_departure=placement.departure not in (None, row["id"]),
        working_days_waited=periods.working_days_between(periods.today(row["state_since"]), today),
        appeal_after=appeal_after,
        decided_from=row["decided_from"] or None,
        in_accepted_roster=bool(row["rostered"]),
        certificate=row["certificate"],
    )


async def beginning(placement: Placement, role: Role) -> DepartureFacts:
    """What the moves look at before anything is written: 申请终止见习 for the person, 离岗登记 for the employer."""
    return _fresh(placement, role, await _appeal_after(placement))


def begun(placement: Placement, role: Role) -> DepartureFacts:
    """The same without the parameter, on which only 提请主管部门 depends."""
    return _fresh(placement, role)


def begun_by(placement: Placement, role: Role) -> tuple[str, ...]:
    """The verbs that begin a departure of this placement now, for the buttons of its page: request, record or none. They
    do not depend on the parameter."""
    return FLOW.offered(begun(placement, role), role)


def _fresh(placement: Placement, role: Role, appeal_after: int = 0) -> DepartureFacts:
    return DepartureFacts(
        state=NEW,
        base_level=BaseLevel(placement.base_level),
        start=placement.starts_on,
        end=placement.ends_on,
        today=placement.facts.today,
        duty=placement.duty,
        asked_by_person=role is Role.PERSON,
        has_open_departure=placement.facts.has_departure,
        other_is_approved=placement.facts.left_on is not None,
        appeal_after=appeal_after,
    )
