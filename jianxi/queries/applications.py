"""Reads a person's own 报名, each with its position and what the person may do about it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from piccolo.custom_types import Combinable
from piccolo.querystring import QueryString

from jianxi.domain import endings, labels, regions
from jianxi.domain.application_notes import mind, no_way_back, what_next
from jianxi.domain.applications import FLOW, LIVE, ApplicationFacts, ApplicationState
from jianxi.domain.bases import BaseLevel, BaseState, office_of
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.positions import PositionState
from jianxi.domain.viewers import PersonViewer, Viewer
from jianxi.queries import registered
from jianxi.tables.applications import Application as Row

NOUN = "application"
NEVER = Row.id < 0

_POSITION = (
    *("title", "unit_name", "category", "degree", "major", "months", "allowance_fen", "benefits"),
    *("work_county", "work_address", "duties", "requirements", "mentor", "deadline", "contact", "phone"),
    *("headcount", "accepted", "base_level", "county"),
)
_SWITCHED = QueryString(
    'EXISTS (SELECT 1 FROM application later WHERE later.switched_from = "application".id) AS was_switched'
)
READ = (
    *(Row.id, Row.version, Row.state, Row.person, Row.position, Row.employer),
    *(Row.applied_at, Row.decided_at, Row.rejection, Row.ended_at, Row.ended_by, Row.ending),
    *(getattr(Row.position, name).as_alias(name) for name in _POSITION),
    Row.position.state.as_alias("position_state"),
    cast(Any, Row.position).base.state.as_alias("base_state"),
    _SWITCHED,
    *registered.COLUMNS,
)


@dataclass(frozen=True, slots=True)
class Application:
    """An application with the position it is for. Money in 分."""

    id: int
    version: int
    state: str
    person: int
    position: int
    employer: int
    applied_at: datetime
    decided_at: datetime | None
    rejection: str
    ended_at: datetime | None
    ended_by: str
    """The role of whoever ended an acceptance."""
    ending: str
    was_switched: bool
    """Withdrawn for another one by 改报."""
    title: str
    unit_name: str
    category: str
    degree: str
    major: str
    months: int
    allowance_fen: int
    benefits: str
    work_county: str
    work_address: str
    duties: str
    requirements: str
    mentor: str
    deadline: date
    contact: str
    phone: str
    headcount: int
    accepted: int
    base_level: str
    county: str
    """The base's 注册地."""
    position_is_published: bool
    facts: ApplicationFacts
    shown: labels.Shown
    offers: tuple[str, ...]

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    @property
    def mind(self) -> str:
        """What has become of the position since."""
        return mind(self.facts)

    @property
    def next(self) -> str:
        """What happens now and what the person can do."""
        return what_next(self.facts)

    @property
    def no_way_back(self) -> str:
        """Why the person could not apply for this position again today."""
        return no_way_back(self.facts)

    @property
    def office(self) -> str:
        """The region of the office that acts on it: of the base's level."""
        return (
            self.county
            if office_of(BaseLevel(self.base_level)) is Role.COUNTY
            else regions.city_of(self.county)
        )

    @property
    def reason(self) -> str:
        """Why it ended."""
        if self.state == ApplicationState.WITHDRAWN and not self.ending:
            return "本人改报其他岗位" if self.was_switched else "本人撤销报名"
        return self.rejection or endings.told(self.ended_by, self.ending)


COPIED = tuple(
    name
    for name in Application.__dataclass_fields__
    if name not in {"position_is_published", "was_switched", "facts", "shown", "offers"}
)


def visible_to(viewer: Viewer) -> Combinable:
    """The person's own. What an employer sees is in `queries/received.py`."""
    match viewer:
        case PersonViewer(person=int(person)):
            return Row.person == person
    return NEVER


async def get(viewer: Viewer, id: int, today: date) -> Application:
    """The application with that id; `Missing` for one that is not there or not theirs to see."""
    row = await Row.select(*READ).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return _built(row, today)


NEWEST = 50


async def of_person(viewer: PersonViewer, today: date) -> list[Application]:
    """The newest of the person's, the newest first; a live one is always the first."""
    mine = Row.select(*READ).where(visible_to(viewer)).order_by(Row.id, ascending=False)
    rows = await mine.limit(NEWEST)
    return [_built(row, today) for row in rows]


def _built(row: Mapping[str, Any], today: date) -> Application:
    facts = ApplicationFacts(
        state=row["state"],
        today=today,
        base_is_approved=row["base_state"] == BaseState.APPROVED,
        position_is_published=row["position_state"] == PositionState.PUBLISHED,
        deadline=row["deadline"],
        headcount=row["headcount"],
        accepted=row["accepted"],
        base_level=BaseLevel(row["base_level"]),
        base_state=row["base_state"],
        placement_started=registered.started(row, today),
    )
    return Application(
        **{name: row[name] for name in COPIED},
        was_switched=bool(row["was_switched"]),
        position_is_published=facts.position_is_published,
        facts=facts,
        shown=labels.shown(NOUN, row["state"]),
        offers=FLOW.offered(facts, Role.PERSON),
    )
