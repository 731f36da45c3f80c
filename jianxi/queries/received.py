"""Reads 报名 as the employer receives them, and as the office of the base's level does once they were accepted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable

from jianxi.domain import ages, endings, labels, periods
from jianxi.domain.applications import FLOW, ApplicationFacts, ApplicationState, ApplicationVerb
from jianxi.domain.bases import BaseLevel, BaseState
from jianxi.domain.flow import Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.positions import PositionState
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer, role_of
from jianxi.queries import registered
from jianxi.queries.conditions import inside
from jianxi.tables.applications import Application as Row

_BASE: Any = Row.position.base
READ = (
    *(Row.id, Row.version, Row.state, Row.applied_at, Row.decided_at, Row.rejection),
    *(Row.ended_at, Row.ended_by, Row.ending),
    Row.position.id.as_alias("position"),
    Row.position.title.as_alias("title"),
    _BASE.id.as_alias("base"),
    *(getattr(Row.position, name).as_alias(name) for name in ("unit_name", "county", "base_level", "months")),
    Row.position.headcount.as_alias("headcount"),
    Row.position.accepted.as_alias("accepted"),
    Row.position.deadline.as_alias("deadline"),
    Row.position.state.as_alias("position_state"),
    _BASE.state.as_alias("base_state"),
    Row.person.id.as_alias("person"),
    Row.person.name.as_alias("name"),
    Row.person.sex.as_alias("sex"),
    Row.person.born.as_alias("born"),
    Row.person.cohort.as_alias("cohort"),
    Row.person.degree.as_alias("degree"),
    Row.person.school.as_alias("school"),
    Row.person.major.as_alias("major"),
    *registered.COLUMNS,
)
NEVER = Row.id < 0


@dataclass(frozen=True, slots=True)
class Received:
    """An application as its employer or the office sees it on one day."""

    id: int
    version: int
    rejection: str
    applied_at: datetime
    decided_at: datetime | None
    ended_at: datetime | None
    ended_by: str
    """The role of whoever ended an acceptance."""
    ending: str
    position: int
    title: str
    unit_name: str
    county: str
    """The base's 注册地."""
    base_level: str
    months: int
    base: int
    headcount: int
    accepted: int
    """Seats of the position that are taken."""
    person: int
    name: str
    sex: str
    cohort: int | None
    """None for a youth."""
    degree: str
    school: str
    major: str
    age: int
    waiting_days: int
    placement: int | None
    """Its 上岗登记."""
    facts: ApplicationFacts
    shown: Shown
    offers: tuple[str, ...]

    @property
    def waits(self) -> bool:
        """The employer has still to decide."""
        return "reject" in self.offers

    @property
    def is_accepted(self) -> bool:
        return self.facts.state == ApplicationState.ACCEPTED

    @property
    def can_be_registered(self) -> bool:
        """Whether 录用上岗登记 is the next step. It is the employer's."""
        return self.is_accepted and self.placement is None

    @property
    def was_ended(self) -> str:
        """Who gave the acceptance up and why; "" for one that stands."""
        return endings.told(self.ended_by, self.ending)

    @property
    def takes_applications_again(self) -> bool:
        """Whether, with one acceptance less, the position is open to applications that it now is not."""
        seen = self.facts
        open_else = seen.base_is_approved and seen.position_is_published and seen.today <= seen.deadline
        return self.is_full and open_else

    @property
    def is_full(self) -> bool:
        """No seat is left of the position."""
        return self.accepted >= self.headcount

    @property
    def hindrance(self) -> str:
        """Why one that waits cannot be accepted now; "" when nothing is in the way."""
        return FLOW.objection(ApplicationVerb.ACCEPT, self.facts, Role.EMPLOYER) if self.waits else ""


COPIED = tuple(
    name
    for name in Received.__dataclass_fields__
    if name not in {"age", "waiting_days", "placement", "facts", "shown", "offers"}
)


ACCEPTED = [ApplicationState.ACCEPTED.value, ApplicationState.CANCELLED.value]
"""Accepted, and those that were and are no longer: what an office has to do with."""


def visible_to(viewer: Viewer) -> Combinable:
    """An employer's own; an office's from 审核通过 on, where the base is of its level."""
    accepted = Row.state.is_in(ACCEPTED)
    match viewer:
        case EmployerViewer(employer=employer):
            return Row.employer == employer
        case OfficialViewer(role=Role.COUNTY, region=region):
            return (
                accepted
                & (Row.position.base_level == BaseLevel.COUNTY.value)
                & (Row.position.county == region)
            )
        case OfficialViewer(role=Role.CITY, region=region):
            return (
                accepted
                & (Row.position.base_level == BaseLevel.CITY.value)
                & inside(Row.position.county, region)
            )
    return NEVER


async def get(viewer: Viewer, id: int, today: date) -> Received:
    """The application with that id; `Missing` for one that is not there or not theirs to see."""
    row = await Row.select(*READ).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return built(row, today, role_of(viewer))


def built(row: Mapping[str, Any], today: date, role: Role = Role.EMPLOYER) -> Received:
    """A row of `READ` as somebody in that role sees it."""
    facts = ApplicationFacts(
        state=row["state"],
        today=today,
        base_is_approved=row["base_state"] == BaseState.APPROVED,
        position_is_published=row["position_state"] == PositionState.PUBLISHED,
        deadline=row["deadline"],
        headcount=row["headcount"],
        accepted=row["accepted"],
        base_level=BaseLevel(row["base_level"]),
        placement_started=registered.started(row, today),
    )
    return Received(
        **{name: row[name] for name in COPIED},
        age=ages.age_on(row["born"], today),
        waiting_days=(today - periods.today(row["applied_at"])).days,
        placement=row["placement_id"],
        facts=facts,
        shown=labels.shown("application", row["state"]),
        offers=FLOW.offered(facts, role),
    )
