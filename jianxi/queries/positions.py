"""Reads 见习岗位 for a viewer: who sees which, and one position with what may be done to it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable
from piccolo.querystring import QueryString

from jianxi.domain import chains, regions
from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.position_standing import closed_because, held_because, remark
from jianxi.domain.positions import (
    FLOW,
    FOR_MANY,
    PositionFacts,
    PositionState,
    PositionVerb,
    is_past_deadline,
    shown_state,
)
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer, role_of
from jianxi.queries import minimum_wages
from jianxi.queries.conditions import inside
from jianxi.queries.position_facts import facts_of, fresh_facts
from jianxi.tables.positions import Position as Row
from jianxi.tables.statements import Selection

_ASKED = QueryString(
    'EXISTS (SELECT 1 FROM application WHERE application.position = "position".id) AS ever_applied'
)
READ = (*Row.all_columns(), Row.base.state.as_alias("base_state"), _ASKED)
_READ = Selection(Row, READ)

NEVER = Row.id < 0


@dataclass(frozen=True, slots=True)
class Position:
    """A position as one viewer sees it on one day. Money in 分."""

    id: int
    version: int
    base: int
    employer: int
    facts: PositionFacts
    base_level: str
    county: str
    unit_name: str
    title: str
    category: str
    headcount: int
    accepted: int
    degree: str
    major: str
    months: int
    allowance_fen: int
    benefits: str
    work_city: str
    work_county: str
    work_address: str
    duties: str
    requirements: str
    mentor: str
    deadline: date
    contact: str
    phone: str
    submitted_at: datetime
    county_passed_at: datetime | None
    decided_at: datetime | None
    published_at: datetime | None
    first_published_at: datetime | None
    rejection: str
    shown: Shown
    offers: tuple[str, ...]
    blocked: Mapping[str, str]
    """What the viewer could do but for a rule that stands in the way, and that rule's sentence."""
    minimum_wage: int | None = None
    """The county's wage in force today, where it is known and the allowance is under it."""

    @property
    def is_late(self) -> bool:
        """Whether 报名截止日期 is over."""
        return is_past_deadline(self.facts)

    @property
    def closed(self) -> str:
        """Why nobody can apply to it today; "" while it takes applications."""
        return closed_because(self.facts)

    @property
    def held(self) -> str:
        """What the state alone does not say at the two desks: why it cannot go on; "" when nothing holds it."""
        return held_because(self.facts)

    @property
    def remark(self) -> str:
        """The same for its page, in more words."""
        return remark(self.facts)

    @property
    def may_be_copied(self) -> bool:
        """Whether its employer may make a new one of it now."""
        fresh = fresh_facts(self.facts.chain, self.facts.base_is_approved, self.facts.today)
        return PositionVerb.COPY in FLOW.offered(fresh, Role.EMPLOYER)

    @property
    def is_published(self) -> bool:
        """Before the public, with or without a day or seat left."""
        return self.facts.state == PositionState.PUBLISHED

    @property
    def is_passed(self) -> bool:
        """Through all reviews; it waits for 发布."""
        return self.facts.state == PositionState.APPROVED

    @property
    def possible(self) -> tuple[str, ...]:
        """What the viewer can do, or could but for a rule whose sentence is in `blocked`."""
        return (*self.offers, *self.blocked)

    @property
    def is_for_many(self) -> bool:
        """Whether the office that looks may pick it among many."""
        return any(verb in self.offers for verb in FOR_MANY)

    @property
    def acting_office(self) -> Role:
        """Whose the people are whom it has accepted."""
        return office_of(BaseLevel(self.base_level))

    @property
    def first_office(self) -> str:
        """The region of the office that reviews it first."""
        return self.county if chains.first(self.facts.chain) is Role.COUNTY else regions.city_of(self.county)


COPIED = tuple(
    name
    for name in Position.__dataclass_fields__
    if name not in {"facts", "shown", "offers", "blocked", "minimum_wage"}
)


def visible_to(viewer: Viewer) -> Combinable:
    """The positions that somebody may know of. Published ones are for everybody outside the reviewing offices."""
    match viewer:
        case EmployerViewer(employer=employer):
            return Row.employer == employer
        case OfficialViewer(role=Role.COUNTY, region=region):
            return Row.county == region
        case OfficialViewer(role=Role.CITY, region=region):
            of_city = (Row.base_level == "city") | Row.county_passed_at.is_not_null()
            return inside(Row.county, region) & of_city
        case OfficialViewer():
            return NEVER
    return Row.state == PositionState.PUBLISHED.value


async def get(viewer: Viewer, id: int, today: date) -> Position:
    """The position with that id; `Missing` for one that is not there or not theirs to see."""
    found = await seen(viewer, [id], today)
    if not found:
        raise Missing
    return found[0]


async def seen(viewer: Viewer, ids: Collection[int], today: date) -> list[Position]:
    """Those of them that the viewer may see, in the order asked for."""
    if not ids:
        return []
    rows = await _READ.where(visible_to(viewer) & Row.id.is_in(list(ids)))
    order = {id: place for place, id in enumerate(ids)}
    return await built(viewer, sorted(rows, key=lambda row: order[row["id"]]), today)


async def built(viewer: Viewer, rows: list[dict[str, Any]], today: date) -> list[Position]:
    """Rows of `READ` as the viewer's positions: one more question, however many rows."""
    if not rows:
        return []
    wages = await minimum_wages.of_counties({row["county"] for row in rows}, today)
    role = role_of(viewer)
    return [_position(row, facts_of(row, today), role, wages) for row in rows]


def _position(row: Mapping[str, Any], facts: PositionFacts, role: Role, wages: Mapping[str, int]) -> Position:
    wage = wages.get(row["county"])
    return Position(
        **{name: row[name] for name in COPIED},
        facts=facts,
        shown=shown_state(facts),
        offers=FLOW.offered(facts, role),
        blocked=FLOW.blocked(facts, role),
        minimum_wage=wage if wage is not None and row["allowance_fen"] < wage else None,
    )
