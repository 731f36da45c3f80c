"""上岗人员: a placement with what is missing, what to keep in mind and what comes next."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain import trainees
from jianxi.domain.departures import DepartureFacts
from jianxi.domain.labels import Shown
from jianxi.domain.trainees import TraineeFacts
from jianxi.queries.placements import Placement


@dataclass(frozen=True, slots=True)
class Trainee:
    """Somebody of 上岗人员管理 on one day."""

    placement: Placement
    departing: Shown | None
    """离岗 under way."""
    lacks: tuple[str, ...]
    """What the employer has to do now."""
    minds: tuple[str, ...]
    days: str
    next: str


def trainee(placement: Placement, policy_ends: date | None) -> Trainee:
    """`policy_ends` is the next day on which a policy runs out before the period does."""
    facts = TraineeFacts(placement.facts, _departure(placement), policy_ends)
    return Trainee(
        placement=placement,
        departing=trainees.departing(facts),
        lacks=trainees.lacks(facts),
        minds=trainees.minds(facts),
        days=trainees.days_told(placement.facts),
        next=trainees.next_step(facts),
    )


def _departure(placement: Placement) -> DepartureFacts | None:
    """The one that stands, as far as the placement's own row tells."""
    of = placement.facts
    if placement.departure is None:
        return None
    return DepartureFacts(
        state=placement.departure_state,
        base_level=of.base_level,
        start=of.start,
        end=of.end,
        today=of.today,
        duty=placement.duty,
        asked_by_person=placement.departure_by_person,
        last_day=of.left_on,
        decided_from=placement.departure_decided_from or None,
    )
