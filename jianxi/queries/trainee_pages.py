"""One of 上岗人员管理 on its page: the placement with all that hangs on it."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import departures, log, placements, retentions
from jianxi.queries.departures import Departure
from jianxi.queries.log import Event
from jianxi.queries.placements import Placement
from jianxi.queries.retentions import Retention


@dataclass(frozen=True, slots=True)
class TraineePage:
    """Everything of one placement; departures and retentions the newest first."""

    placement: Placement
    departures: list[Departure]
    retentions: list[Retention]
    events: list[Event]


async def get(viewer: EmployerViewer, id: int, today: date) -> TraineePage:
    """`Missing` for one that is not there or not theirs."""
    placement = await placements.get(viewer, id, today)
    left = await departures.of_placement(viewer, placement)
    kept = await retentions.of_placement(viewer, placement)
    return TraineePage(placement, left, kept, await log.timeline(placements.NOUN, id))
