"""Reads 身份证件信息 of youths: by the person, by the form that is being mended, and by the application it came with."""

from datetime import date

from jianxi.crypto import tokens
from jianxi.domain.identity_pictures import Side
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, PersonViewer, Viewer
from jianxi.queries import files, received
from jianxi.queries.files import File
from jianxi.queries.received import Received
from jianxi.tables.files import IdentityPicture

KEPT = "kept identity picture"
SECONDS = 12 * 3600
"""As long as the longest session; a file without a record is swept after a day."""


async def links(person: int | None) -> dict[Side, int]:
    """The files of a person's sides, by their ids."""
    if person is None:
        return {}
    columns = (IdentityPicture.side, IdentityPicture.file)
    rows = await IdentityPicture.select(*columns).where(IdentityPicture.person == person)
    return {Side(row["side"]): row["file"] for row in rows}


async def of_person(person: int | None) -> dict[Side, File]:
    """What was submitted; the front first."""
    mine = await links(person)
    found = await files.of_ids(mine.values())
    return {side: found[mine[side]] for side in Side if side in mine}


async def own(viewer: Viewer, side: Side) -> File:
    """For the person alone, and only with a password: name and ID number are known to too many."""
    if not isinstance(viewer, PersonViewer) or viewer.by_identity:
        raise Missing
    return _of(await of_person(viewer.person), side)


def token(session: int, side: Side, file: int) -> str:
    """By which this session brings a file along until its form is taken."""
    return tokens.sign([session, side.value, file], KEPT)


async def kept(session: int, side: Side, token: str) -> File | None:
    """What the same session sent for that side with an earlier try; no other session's and no other side's."""
    try:
        told = tokens.read(token, KEPT, SECONDS)
    except tokens.BadToken:
        return None
    match told:
        case [int(of), str(which), int(file)] if (of, which) == (session, side.value):
            return (await files.of_ids([file])).get(file)
    return None


async def of_application(viewer: Viewer, id: int, today: date) -> tuple[Received, dict[Side, File]]:
    """Of whoever applied for a position of this employer. An office sees none here."""
    if not isinstance(viewer, EmployerViewer):
        raise Missing
    application = await received.get(viewer, id, today)
    found = await of_person(application.person)
    if not found:
        raise Missing
    return application, found


async def of_side(viewer: Viewer, id: int, side: Side, today: date) -> File:
    """One of them."""
    return _of((await of_application(viewer, id, today))[1], side)


def _of(found: dict[Side, File], side: Side) -> File:
    if side not in found:
        raise Missing
    return found[side]
