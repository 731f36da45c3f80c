"""疑问: what the office asks about lines of a roster (花名册), and what the employer answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from jianxi.tables.rosters import RosterQuestion as Row


@dataclass(frozen=True, slots=True)
class Question:
    """About one person of a sending."""

    id: int
    placement: int
    round: int
    question: str
    asked_by: str
    asked_at: datetime
    answer: str
    """Empty while the employer has not answered."""
    answered_at: datetime | None


async def of_roster(id: int, placements: Sequence[int] = ()) -> Mapping[int, tuple[Question, ...]]:
    """By placement, each in the order in which they were asked; of some placements, or of all that were asked about. Of a
    roster that the viewer was found to see."""
    query = Row.select(*(getattr(Row, name) for name in Question.__dataclass_fields__)).where(
        Row.roster == id
    )
    if placements:
        query = query.where(Row.placement.is_in(list(placements)))
    found: dict[int, list[Question]] = {}
    for row in await query.order_by(Row.id):
        found.setdefault(row["placement"], []).append(Question(**row))
    return {placement: tuple(each) for placement, each in found.items()}
