"""A placement or departure whose signed paper can be uploaded now: held, and as it was shown."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.departures import FLOW as DEPARTURES
from jianxi.domain.departures import DepartureState, DepartureVerb
from jianxi.domain.flow import Decision, Role
from jianxi.domain.outcomes import Refused
from jianxi.domain.placements import FLOW as PLACEMENTS
from jianxi.domain.placements import PlacementState, PlacementVerb
from jianxi.domain.signed_pages import Paper, SignedKind
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import departures, placements
from jianxi.queries.departures import Departure
from jianxi.queries.placements import Placement
from jianxi.queries.signed_pages import AGREEMENT, NOUNS
from jianxi.services import holds, moves
from jianxi.tables.unit_of_work import unit_of_work


@dataclass(frozen=True, slots=True)
class Open:
    """A record whose papers can be uploaded, its placement held."""

    kind: SignedKind
    record: Placement | Departure
    paper: int
    """The version of the paper in force."""
    placement: Placement

    @property
    def waits(self) -> bool:
        """Whether what was sent waits for the office."""
        return self.record.state in (PlacementState.WAITING, DepartureState.WAITING)

    @property
    def objection(self) -> str:
        """Why nothing can be uploaded now; "" when nothing is in the way."""
        try:
            decision(self)
        except Refused as no:
            return no.sentence
        return ""

    @property
    def wanted(self) -> Paper:
        return Paper(self.kind, self.record.id, self.paper, self.placement.name, self.placement.id)


@asynccontextmanager
async def opened(
    viewer: EmployerViewer, kind: SignedKind, id: int, version: int, now: datetime
) -> AsyncIterator[Open]:
    """A unit of work in which nobody sends, decides or amends meanwhile. `Stale` when it is no longer as it was shown,
    `Refused` where nothing can be uploaded."""
    async with unit_of_work():
        await holds.placement((await look(viewer, kind, id, now)).placement.id)
        yield await as_shown(viewer, kind, id, version, now)


async def as_shown(viewer: EmployerViewer, kind: SignedKind, id: int, version: int, now: datetime) -> Open:
    """The same, not held: asked before files are looked at. Raises as `opened`."""
    found = await look(viewer, kind, id, now)
    await moves.check_version(NOUNS[kind], found.record, version, periods.today(now))
    decision(found)
    return found


async def look(viewer: EmployerViewer, kind: SignedKind, id: int, now: datetime) -> Open:
    """As it is now, not held. `Missing` for what is not theirs."""
    today = periods.today(now)
    if kind is AGREEMENT:
        placement = await placements.get(viewer, id, today)
        return Open(kind, placement, placement.agreement, placement)
    departure = await departures.get(viewer, id, today)
    return Open(kind, departure, departure.certificate, departure.placement)


def decision(found: Open) -> Decision:
    """What 上传 does. Raises `Refused` with the flow's sentence where nothing can be uploaded now."""
    if isinstance(found.record, Placement):
        return PLACEMENTS.decide(PlacementVerb.UPLOAD, found.record.facts, Role.EMPLOYER)
    return DEPARTURES.decide(DepartureVerb.UPLOAD, found.record.facts, Role.EMPLOYER)
