"""身份证件信息: kept while a youth mends the form, linked when it is submitted; each look of an employer is logged."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.applications import FLOW
from jianxi.domain.identity_pictures import LOOK, Side, missing
from jianxi.domain.outcomes import Invalid
from jianxi.domain.viewers import EmployerViewer, PersonKind
from jianxi.queries import files as stored_files
from jianxi.queries import identity_pictures
from jianxi.services import files, log
from jianxi.services.files import Stored
from jianxi.storage import store
from jianxi.tables import turns
from jianxi.tables.files import IdentityPicture, StoredFile
from jianxi.tables.persons import Person
from jianxi.tables.turns import Turn
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

NONE: Mapping[Side, int] = {}


async def keep(stored: Stored, session: int, side: Side, now: datetime) -> int:
    """The file's row, for a form that is still being mended: nobody's record knows it yet. The one that the same session
    kept for that side before is gone."""
    kept_for = f"{session}:{side.value}"
    async with unit_of_work():
        # Of two at once, the second replaces the first. What is kept for a form belongs to no record.
        await turns.take(Turn.UPLOAD)
        gone = await StoredFile.delete().where(StoredFile.kept_for == kept_for).returning(StoredFile.key)
        id = await files.add(stored, now, kept_for)
    # A store that is away is no reason to refuse the new one: what lies there without row is swept.
    with suppress(store.Away):
        await store.delete([row["key"] for row in gone])
    return id


async def attach(person: int, given: Mapping[Side, int]) -> tuple[Side, ...]:
    """Inside the unit of work that submits the form and holds the person's row; answers which sides are new. Of a
    youth both must be there, those submitted before counted. A graduate's are left aside. Raises `Invalid`."""
    row = await Person.select(Person.kind).where(Person.id == person).first()
    if row is None or row["kind"] != PersonKind.YOUTH:
        return ()
    had = await identity_pictures.links(person)
    if messages := missing({*had, *given}):
        raise Invalid(messages)
    new = {side: file for side, file in given.items() if had.get(side) != file}
    await _take(new)
    for side, file in new.items():
        mine = (IdentityPicture.person == person) & (IdentityPicture.side == side.value)
        if side in had:
            await IdentityPicture.update({IdentityPicture.file: file}).where(mine)
        else:
            await insert(IdentityPicture(person=person, side=side.value, file=file))
    return tuple(new)


async def _take(new: Mapping[Side, int]) -> None:
    """They are kept for no form any more. Raises `Invalid` where another window has replaced one meanwhile."""
    if not new:
        return
    those = StoredFile.id.is_in(list(new.values()))
    rows = await StoredFile.update({StoredFile.kept_for: None}).where(those).returning(StoredFile.id)
    there = {row["id"] for row in rows}
    if gone := [side for side, file in new.items() if file not in there]:
        raise Invalid({side.field: f"请重新上传{side.label}" for side in gone})


async def look(viewer: EmployerViewer, id: int, side: Side, now: datetime) -> bytes:
    """A JPEG of one side, for the employer of the position that its person applied for. No picture goes out that is
    not logged."""
    file = await identity_pictures.of_side(viewer, id, side, periods.today(now))
    jpeg = await stored_files.picture(file, 1)
    async with unit_of_work():
        await log.record(viewer, now, FLOW.noun, id, LOOK, facts={"side": side.value})
    return jpeg


async def remove(person: int) -> None:
    """Inside the unit of work by which somebody loses the ID number: its picture would tell it whole. The files are
    swept."""
    await IdentityPicture.delete().where(IdentityPicture.person == person)
