"""Reads 见习基地 for a viewer: who sees which, and one base with what may be done to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.custom_types import Combinable

from jianxi.domain import labels
from jianxi.domain.bases import FLOW, BaseFacts, BaseLevel, BaseState
from jianxi.domain.flow import NEW, Role
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer, role_of
from jianxi.queries.conditions import inside
from jianxi.tables.employers import Base as Row
from jianxi.tables.employers import Employer

READ = (
    *(Row.id, Row.state, Row.version, Row.level, Row.round, Row.industry, Row.wanted_level, Row.staff),
    *(
        Row.yearly_posts,
        Row.submitted_at,
        Row.county_passed_at,
        Row.decided_at,
        Row.decided_by,
        Row.rejection,
    ),
    Row.employer.id.as_alias("employer"),
    Row.employer.name.as_alias("unit"),
    Row.employer.credit_code.as_alias("credit_code"),
    Row.employer.county.as_alias("county"),
)
NEVER = Row.id < 0


@dataclass(frozen=True, slots=True)
class Base:
    """A base as one viewer sees it, its facts those of the newest submission."""

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
    decided_at: datetime | None
    rejection: str
    employer: int
    unit: str
    credit_code: str
    county: str
    shown: Shown
    offers: tuple[str, ...]
    last_decided_by: Role | None

    @property
    def facts(self) -> BaseFacts:
        return BaseFacts(self.state, self.last_decided_by)

    @property
    def waiting(self) -> bool:
        """Some office has still to decide."""
        return self.state in {BaseState.WAITING_COUNTY, BaseState.WAITING_CITY}

    @property
    def confirms_level(self) -> bool:
        """Whether an approval now would be the final one, which sets 基地级别."""
        return "approve" in self.offers and self.state == BaseState.WAITING_CITY


COPIED = tuple(
    name for name in Base.__dataclass_fields__ if name not in {"shown", "offers", "last_decided_by"}
)


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


async def of_employer(viewer: EmployerViewer) -> Base | None:
    """The employer's own base, if it has begun one."""
    row = await Row.select(*READ).where(visible_to(viewer)).first()
    return built(viewer, row) if row else None


def offers_before_the_first_draft() -> tuple[str, ...]:
    """提交 is offered on a blank form, too: it keeps a draft on its way to the check page."""
    new = FLOW.offered(BaseFacts(NEW), Role.EMPLOYER)
    draft = FLOW.offered(BaseFacts(BaseState.DRAFT), Role.EMPLOYER)
    return (*new, *(verb for verb in draft if verb not in new))


def built(viewer: Viewer, row: Mapping[str, Any]) -> Base:
    decided_by = Role(row["decided_by"]) if row["decided_by"] else None
    offers = FLOW.offered(BaseFacts(row["state"], decided_by), role_of(viewer))
    copied = {name: row[name] for name in COPIED}
    return Base(**copied, shown=labels.shown("base", row["state"]), offers=offers, last_decided_by=decided_by)


def level_wanted(base: Base) -> BaseLevel:
    """What the final approval confirms unless the city chooses otherwise."""
    return BaseLevel(base.level or base.wanted_level)
