"""Reads what is logged when an office looks at it at 上岗审核: the full ID number, and the pictures of a youth's card."""

from datetime import date

from jianxi.crypto import sealing
from jianxi.domain.identity_looks import may_look
from jianxi.domain.identity_pictures import Side
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import identity_pictures, placements
from jianxi.queries.files import File
from jianxi.queries.placements import Placement
from jianxi.tables.persons import Person


async def at_review(viewer: OfficialViewer, id: int, today: date) -> Placement:
    """The placement, for the office that may look; `Missing` for everybody else."""
    placement = await placements.get(viewer, id, today)
    if not may_look(placement.facts, viewer.role):
        raise Missing
    return placement


async def number(viewer: OfficialViewer, id: int, today: date) -> str:
    """The full 身份证号. To be logged before it is told."""
    placement = await at_review(viewer, id, today)
    row = await Person.select(Person.id_number).where(Person.id == placement.person).first()
    if row is None:
        raise Missing
    return sealing.unseal(row["id_number"], "person.id")


async def pictures(viewer: OfficialViewer, id: int, today: date) -> tuple[Placement, dict[Side, File]]:
    """Of a youth; `Missing` where there are none."""
    placement = await at_review(viewer, id, today)
    found = await identity_pictures.of_person(placement.person)
    if not found:
        raise Missing
    return placement, found
