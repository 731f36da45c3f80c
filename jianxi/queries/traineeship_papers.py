"""Reads 就业见习协议书 and 解除就业见习协议证明: where a version stands, and what its party reads on screen."""

from dataclasses import dataclass, replace
from datetime import date

from jianxi.domain import agreements, certificates, traineeship_papers
from jianxi.domain.departures import DepartureState
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import Viewer
from jianxi.queries import departures, paper_contents, placements
from jianxi.queries.paper_contents import Kept
from jianxi.tables.departures import Departure
from jianxi.tables.placements import Placement


@dataclass(frozen=True, slots=True)
class InForce:
    """The version that counts now of somebody's agreement or certificate."""

    kind: str
    record: int
    version: int
    application: int


async def agreement(viewer: Viewer, id: int, today: date) -> InForce:
    """Of a placement; `Missing` unless the viewer may see it."""
    found = await placements.get(viewer, id, today)
    return InForce(agreements.KIND, found.id, found.agreement, found.application)


async def certificate(viewer: Viewer, id: int, today: date) -> InForce:
    """Of a departure; `Missing` unless the viewer may see it. There is none before the employer agrees to it, and none
    any more of what was taken back."""
    found = await departures.get(viewer, id, today)
    if not found.has_certificate:
        raise Missing
    return InForce(certificates.KIND, found.id, found.certificate, found.placement.application)


async def masked(paper: InForce) -> Kept:
    """What it says, for who is signed in by name and ID number alone."""
    kept = await paper_contents.kept(paper.kind, paper.record, paper.version)
    content = kept.content
    unit = replace(content.unit, phone="")
    return replace(kept, content=replace(content, unit=unit, trainee=content.trainee.masked))


async def agreement_standing(placement: int, version: int) -> str:
    of, left = Departure, Departure.state == DepartureState.APPROVED
    row = (
        await Placement.select(Placement.agreement, Placement.state).where(Placement.id == placement).first()
    )
    if row is None:
        raise Missing
    has_left = await of.exists().where(of.placement == placement, left)
    return traineeship_papers.agreement_standing(version, row["agreement"], row["state"], has_left=has_left)


async def certificate_standing(departure: int, version: int) -> str:
    of = Departure
    row = await of.select(of.certificate, of.state, of.decided_from).where(of.id == departure).first()
    if row is None:
        raise Missing
    placed = (row["certificate"], row["state"], row["decided_from"])
    return traineeship_papers.certificate_standing(version, *placed)
