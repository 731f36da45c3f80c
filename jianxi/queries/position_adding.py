"""What the form of 见习岗位 must know before anything is typed: the base, the bounds, the county's wage."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain import chains, labels
from jianxi.domain.bases import BaseLevel, BaseState
from jianxi.domain.flow import Role
from jianxi.domain.positions import FLOW, PositionVerb
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import minimum_wages, policies, positions
from jianxi.tables.employers import Base, Employer


@dataclass(frozen=True, slots=True)
class Adding:
    """`base` is the base's state as shown, None before there is one. The wage is in 分."""

    base: labels.Shown | None
    allowed: bool
    county: str
    contact: str
    least_months: int
    most_months: int
    minimum_wage: int | None


async def adding(viewer: EmployerViewer, today: date) -> Adding:
    """Whether this employer can add a position today, and within what."""
    unit = (
        await Employer.select(Employer.county, Employer.contact).where(Employer.id == viewer.employer).first()
    )
    base = await Base.select(Base.state, Base.level).where(Base.employer == viewer.employer).first()
    county = str(unit["county"]) if unit else ""
    rules = await policies.snapshot(county, today)
    return Adding(
        base=labels.shown("base", base["state"]) if base else None,
        allowed=base is not None and _allowed(base["state"], base["level"], today),
        county=county,
        contact=str(unit["contact"]) if unit else "",
        least_months=rules.placement_min_months,
        most_months=rules.placement_max_months,
        minimum_wage=(await minimum_wages.of_counties({county}, today)).get(county),
    )


def _allowed(state: str, level: str, today: date) -> bool:
    """As the table of moves says; which chain it would get makes no difference to that."""
    chain = chains.chain_for(BaseLevel(level or "county"), True)
    facts = positions.fresh_facts(chain, state == BaseState.APPROVED, today)
    return PositionVerb.ADD in FLOW.offered(facts, Role.EMPLOYER)
