"""Reads 见习基地 for a viewer: who sees which, and one base with what may be done to it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from piccolo.custom_types import Combinable

from jianxi.domain import labels
from jianxi.domain.bases import FLOW, BaseFacts, BaseState, BaseVerb
from jianxi.domain.flow import Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer, role_of
from jianxi.queries import base_positions, base_standing
from jianxi.queries.conditions import inside
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import Employer

READ = (
    *(Row.id, Row.state, Row.version, Row.level, Row.round, Row.industry, Row.wanted_level, Row.staff),
    *(Row.yearly_posts, Row.submitted_at, Row.county_passed_at, Row.decided_by, Row.rejection),
    *(Row.approved_round, Row.amendment_state, Row.amendment_level, Row.amendment_rejection),
    Row.stopped_reason,
    Row.employer.id.as_alias("employer"),
    Row.employer.name.as_alias("unit"),
    Row.employer.credit_code.as_alias("credit_code"),
    Row.employer.county.as_alias("county"),
    *(base_standing.AMENDED, base_standing.FILED, base_positions.REVIEWED, base_positions.OF_NEW_LEVEL),
)
WAITING = frozenset({BaseState.WAITING_COUNTY, BaseState.WAITING_CITY})
OF_THE_VERSION = frozenset({BaseVerb.APPROVE, BaseVerb.REJECT, BaseVerb.REOPEN})
"""What is done to the version under review; everything else is done to the base."""
NEVER = Row.id < 0
UNDER_WAY = ("amendment_state", "amendment_level", "amendment_rejection")


@dataclass(frozen=True, slots=True)
class Base:
    """A base as one viewer sees it; its columns are those of the version in force or, before one is, the newest."""

    id: int
    state: str
    version: int
    level: str
    """基地级别 as confirmed; empty before the first approval."""
    round: int
    industry: str
    wanted_level: str
    staff: int
    yearly_posts: int
    submitted_at: datetime | None
    county_passed_at: datetime | None
    rejection: str
    approved_round: int
    amendment_state: str
    amendment_level: str
    amendment_rejection: str
    stopped_reason: str
    employer: int
    unit: str
    credit_code: str
    county: str
    amended: bool
    """Whether what is in force came by a 变更申请."""
    is_filed: bool
    """Its approval in force is in a 报省厅备案 that is 已报送 or 已接收."""
    has_reviewed_position: bool
    has_position_of_new_level: bool
    shown: Shown
    offers: tuple[str, ...]
    last_decided_by: Role | None

    @property
    def facts(self) -> BaseFacts:
        """Of what the offices decide: the 变更申请 that is under way, else the base."""
        if self.amendment_state:
            held = self.state == BaseState.SUSPENDED
            return BaseFacts(self.amendment_state, self.last_decided_by, is_amendment=True, is_held=held)
        return replace(self.standing, is_amendment=self.amended)

    @property
    def standing(self) -> BaseFacts:
        """Of the base itself."""
        pending = self.amendment_state in WAITING
        return BaseFacts(
            self.state,
            self.last_decided_by,
            self.is_filed,
            has_reviewed_position=self.has_reviewed_position,
            has_position_of_new_level=self.has_position_of_new_level,
            has_pending_version=pending,
        )

    def facts_for(self, verb: str) -> BaseFacts:
        return self.facts if verb in OF_THE_VERSION else self.standing

    @property
    def under_amendment(self) -> bool:
        """A 变更申请 waits, or was rejected and not made anew."""
        return bool(self.amendment_state)

    @property
    def waiting(self) -> bool:
        """Some office has still to decide."""
        return self.facts.state in WAITING

    @property
    def asked_level(self) -> str:
        """申请级别 of what is decided next, and of the newest version otherwise."""
        return self.amendment_level if self.under_amendment else self.wanted_level

    @property
    def proposed_level(self) -> str:
        """基地级别 unless the city chooses another: the one in force where a 变更申请 asks for none anew."""
        asks_anew = self.amendment_level != self.wanted_level
        return self.level if self.under_amendment and not asks_anew else self.asked_level

    @property
    def confirms_level(self) -> bool:
        """Whether an approval now would be the final one, which sets 基地级别."""
        return "approve" in self.offers and self.facts.state == BaseState.WAITING_CITY

    @property
    def refused(self) -> str:
        """Why the newest version was rejected, while that stands."""
        return self.amendment_rejection or self.rejection


COPIED = tuple(
    name for name in Base.__dataclass_fields__ if name not in {"shown", "offers", "last_decided_by"}
)
_ASKED = ("amended", "is_filed", "has_reviewed_position", "has_position_of_new_level")


def visible_to(viewer: Viewer) -> Combinable:
    """Once submitted the county, once a version has passed there the city; the province only approved ones."""
    match viewer:
        case EmployerViewer(employer=employer):
            return Row.employer == employer
        case OfficialViewer(role=Role.COUNTY, region=region):
            return registered_in(region) & (Row.round > 0)
        case OfficialViewer(role=Role.CITY, region=region):
            return registered_in(region) & Row.county_passed_at.is_not_null()
        case OfficialViewer(role=Role.PROVINCE, region=region):
            return registered_in(region) & (Row.state == BaseState.APPROVED.value)
    return NEVER


def registered_in(region: str) -> Combinable:
    return Row.employer.is_in(Employer.select(Employer.id).where(inside(Employer.county, region)))


async def get(viewer: Viewer, id: int) -> Base:
    """The base with that id; `Missing` for one that is not there or not theirs to see."""
    row = await Row.select(*READ).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return built(viewer, row)


async def seen(viewer: Viewer, ids: Collection[int]) -> list[Base]:
    """Those of them that the viewer may see, in the order asked for."""
    if not ids:
        return []
    rows = await Row.select(*READ).where(visible_to(viewer), Row.id.is_in(list(ids)))
    order = {id: place for place, id in enumerate(ids)}
    return [built(viewer, row) for row in sorted(rows, key=lambda row: order[row["id"]])]


async def of_employer(viewer: EmployerViewer) -> Base | None:
    """The employer's own base, if it has begun one."""
    row = await Row.select(*READ).where(visible_to(viewer)).first()
    return built(viewer, row) if row else None


def stands_in(state: str) -> Combinable:
    """The base is in this state, or the 变更申请 of one in force is."""
    amendment = (Row.state == BaseState.APPROVED.value) & (Row.amendment_state == str(state))
    return (Row.state == str(state)) | amendment


def built(viewer: Viewer, row: Mapping[str, Any]) -> Base:
    """A row of `READ` as the viewer's base."""
    decided_by = Role(row["decided_by"]) if row["decided_by"] else None
    copied = {name: row[name] for name in COPIED} | {name: bool(row[name]) for name in _ASKED}
    if role_of(viewer) is Role.PROVINCE:  # It hears of nothing that is not in force.
        copied |= dict.fromkeys(UNDER_WAY, "") | {"round": row["approved_round"]}
    shown = labels.shown("base", row["state"])
    base = Base(**copied, shown=shown, offers=(), last_decided_by=decided_by)
    return replace(base, offers=_offers(base, role_of(viewer)))


def _offers(base: Base, role: Role) -> tuple[str, ...]:
    of_version, of_base = FLOW.offered(base.facts, role), FLOW.offered(base.standing, role)
    offered = {verb for verb in of_version if verb in OF_THE_VERSION}
    offered |= {verb for verb in of_base if verb not in OF_THE_VERSION}
    return tuple(verb for verb in BaseVerb if verb in offered)
