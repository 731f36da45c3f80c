"""How many people withdrawing or changing a 见习岗位 touches: those who wait for the employer, those accepted."""

from collections.abc import Collection
from dataclasses import dataclass

from piccolo.query.functions import Count

from jianxi.domain.applications import ApplicationState
from jianxi.tables.applications import Application

_STATES = (ApplicationState.WAITING.value, ApplicationState.ACCEPTED.value)


@dataclass(frozen=True, slots=True)
class Applicants:
    """Live applications of one position, or of several together."""

    waiting: int
    accepted: int


async def of_positions(ids: Collection[int]) -> Applicants:
    """Of all of them together. Whoever asks has seen the positions already."""
    if not ids:
        return Applicants(0, 0)
    live = Application.position.is_in(list(ids)) & Application.state.is_in(list(_STATES))
    query = Application.select(Application.state, Count(Application.id)).where(live)
    rows = await query.group_by(Application.state)
    many = {row["state"]: int(row["count"]) for row in rows}
    return Applicants(*(many.get(state, 0) for state in _STATES))
