"""Reads 上岗: one placement with its person, post and what stands of 离岗 or 留用, for whoever may see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable
from piccolo.querystring import QueryString

from jianxi.domain import placements, regions
from jianxi.domain.applications import ApplicationState
from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.departures import DepartureState, is_void
from jianxi.domain.flow import Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.placements import FLOW, Duty, PlacementFacts
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer, Viewer, role_of
from jianxi.queries import rostered
from jianxi.queries.conditions import inside
from jianxi.queries.standing import STANDS
from jianxi.tables.placements import Placement as Row

NOUN = FLOW.noun

_OWN = (
    *("id", "version", "state", "starts_on", "ends_on", "allowance_fen", "mentor", "warnings", "agreement"),
    *("uploads", "registered_at", "state_since", "waits_since", "decided_at", "decided_by", "rejection"),
    *("was_on_duty", "never_came"),
)
_POSITION = ("title", "unit_name", "county", "base_level")
_PERSON = ("name", "sex", "born", "cohort", "degree", "school", "major", "kind")
_STANDS = f"departure.placement = placement.id AND departure.{STANDS}"
_KEPT = "retention.placement = placement.id AND retention.state = 'recorded'"
READ: tuple[Any, ...] = (
    *(getattr(Row, name) for name in (*_OWN, "application", "position", "person", "employer")),
    *(getattr(Row.position, name).as_alias(name) for name in _POSITION),
    *(getattr(Row.person, name).as_alias(name) for name in _PERSON),
    Row.application.state.as_alias("application_state"),
    *(
        QueryString(f"(SELECT {column} FROM departure WHERE {_STANDS}) AS departure_{column}")
        for column in ("id", "state", "last_day", "asked_by_person", "decided_from")
    ),
    QueryString(f"(SELECT id FROM retention WHERE {_KEPT}) AS retention"),
    rostered.OF_PLACEMENT,
)


@dataclass(frozen=True, slots=True)
class Placement:
    """A placement on one day, as one viewer sees it. Money in 分."""

    id: int
    version: int
    state: str
    starts_on: date
    ends_on: date
    allowance_fen: int
    """As registered; 生活费调整 is read by `queries.registrations`."""
    mentor: str
    warnings: str
    agreement: int
    """The version of the agreement in force."""
    uploads: int
    registered_at: datetime
    state_since: datetime
    waits_since: datetime | None
    decided_at: datetime | None
    decided_by: str
    rejection: str
    was_on_duty: bool
    never_came: bool
    application: int
    position: int
    person: int
    employer: int
    title: str
    """Of the position."""
    unit_name: str
    county: str
    """The base's 注册地."""
    base_level: str
    name: str
    """Of the person."""
    sex: str
    born: date
    cohort: int | None
    degree: str
    school: str
    major: str
    kind: str
    """graduate or youth."""
    departure: int | None
    """The one that stands: open or approved."""
    departure_state: str
    departure_by_person: bool
    departure_decided_from: str
    left_on: date | None
    """离岗日期 of an approved departure."""
    retention: int | None
    facts: PlacementFacts
    shown: Shown
    standing: Shown | None
    """Beside the state of papers that are reviewed again: 在岗."""
    duty: Duty | None
    offers: tuple[str, ...]

    @property
    def office(self) -> str:
        """The region of the office that acts on it: of the base's level."""
        is_county = office_of(BaseLevel(self.base_level)) is Role.COUNTY
        return self.county if is_county else regions.city_of(self.county)

    @property
    def told(self) -> str:
        return placements.told_state(self.facts)

    @property
    def days_left(self) -> int:
        """Days of the period after today; 0 on the last day, negative afterwards."""
        return (self.ends_on - self.facts.today).days


_MADE = {"left_on", "facts", "shown", "standing", "duty", "offers"}
_COPIED = tuple(
    name for name in Placement.__dataclass_fields__ if name not in _MADE and not name.startswith("departure")
)


def visible_to(viewer: Viewer, of: Any = Row) -> Combinable:
    """The employer's and the person's own; of offices the county's and its city's, of whom the base's level acts. `of` is
    what leads to the placement from a record that hangs on it."""
    seen: Combinable = of.id < 0
    match viewer:
        case EmployerViewer(employer=employer):
            seen = of.employer == employer
        case PersonViewer(person=int(person)):
            seen = of.person == person
        case OfficialViewer(role=Role.COUNTY, region=region):
            seen = of.position.county == region
        case OfficialViewer(role=Role.CITY, region=region):
            seen = inside(of.position.county, region)
    return seen


def acted_on_by(viewer: OfficialViewer) -> Combinable:
    """Those whose base is of this office's level."""
    return Row.position.base_level == ("county" if viewer.role is Role.COUNTY else "city")


async def get(viewer: Viewer, id: int, today: date) -> Placement:
    """The placement with that id; `Missing` for one that is not there or not theirs to see."""
    row = await Row.select(*READ).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return built(row, today, role_of(viewer))


async def of_application(viewer: Viewer, application: int, today: date) -> Placement | None:
    """Of an application that the viewer was found to see; None while nobody registered one."""
    row = await Row.select(*READ).where(visible_to(viewer), Row.application == application).first()
    return built(row, today, role_of(viewer)) if row is not None else None


def built(row: Mapping[str, Any], today: date, role: Role) -> Placement:
    """A row of `READ` as somebody in that role sees it."""
    facts = facts_of(row, today)
    return Placement(
        **{name: row[name] for name in _COPIED},
        departure=row["departure_id"],
        departure_state=row["departure_state"] or "",
        departure_by_person=bool(row["departure_asked_by_person"]),
        departure_decided_from=row["departure_decided_from"] or "",
        left_on=facts.left_on,
        facts=facts,
        shown=placements.shown_state(facts),
        standing=placements.shown_duty(facts),
        duty=placements.duty(facts),
        offers=FLOW.offered(facts, role),
    )


def facts_of(row: Mapping[str, Any], today: date) -> PlacementFacts:
    """What the moves look at. A request that nobody answered before the period ended is void, written down or not."""
    state = row["departure_state"]
    return PlacementFacts(
        state=row["state"],
        base_level=BaseLevel(row["base_level"]),
        start=row["starts_on"],
        end=row["ends_on"],
        today=today,
        was_on_duty=row["was_on_duty"],
        application_is_accepted=row["application_state"] == ApplicationState.ACCEPTED,
        left_on=row["departure_last_day"] if state == DepartureState.APPROVED else None,
        is_retained=row["retention"] is not None,
        has_departure=row["departure_id"] is not None and not is_void(state, row["ends_on"], today),
        in_accepted_roster=bool(row["rostered"]),
    )
