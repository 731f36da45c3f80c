"""What the form of 见习岗位 must know before anything is typed: the base, the bounds, the county's wage."""

from dataclasses import dataclass
from datetime import date

from jianxi.crypto import sealing
from jianxi.domain import chains, labels
from jianxi.domain.bases import BaseLevel, BaseState
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.positions import FLOW, PositionVerb
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import policies
from jianxi.queries.position_facts import fresh_facts
from jianxi.tables.employers import Employer

_UNIT_AND_BASE = """
SELECT e.county, e.contact, e.phone, b.state, b.level
FROM employer e LEFT JOIN base b ON b.employer = e.id
WHERE e.id = {}
"""


@dataclass(frozen=True, slots=True)
class Adding:
    """`base` is the base's state as shown, None before there is one. The wage is in 分."""

    base: labels.Shown | None
    allowed: bool
    county: str
    contact: str
    phone: str
    least_months: int
    most_months: int
    minimum_wage: int | None


async def adding(viewer: EmployerViewer, today: date) -> Adding:
    """Whether this employer can add a position today, and within what."""
    rows = await Employer.raw(_UNIT_AND_BASE, viewer.employer)
    if not rows:
        raise Missing
    unit = rows[0]
    rules = await policies.snapshot(unit["county"], today)
    return Adding(
        base=labels.shown("base", unit["state"]) if unit["state"] else None,
        allowed=bool(unit["state"]) and _allowed(unit["state"], unit["level"], today),
        county=unit["county"],
        contact=unit["contact"],
        phone=sealing.unseal(unit["phone"], "employer.phone") if unit["phone"] else "",
        least_months=rules.placement_min_months,
        most_months=rules.placement_max_months,
        minimum_wage=rules.minimum_wage,
    )


def _allowed(state: str, level: str, today: date) -> bool:
    """As the table of moves says; which chain it would get makes no difference to that."""
    chain = chains.chain_for(BaseLevel(level or "county"), True)
    facts = fresh_facts(chain, state == BaseState.APPROVED, today)
    return PositionVerb.ADD in FLOW.offered(facts, Role.EMPLOYER)
