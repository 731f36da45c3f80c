"""Planted cases of 提示 for the tests: shared phones, files and accounts, written straight into the tables."""

from typing import Any

from jianxi.crypto import marks, sealing
from jianxi.tables.employers import Base
from jianxi.tables.files import IdentityPicture, StoredFile
from jianxi.tables.persons import Person
from jianxi.tables.placements import AgreementFile, Placement
from jianxi.tables.rosters import RosterFile
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast_facts import MOMENT
from tests.cast_people import numbers, save
from tests.traineeships import Trainee

PHONE = "139{:08d}"


async def phone(number: int | str, *of: Trainee) -> None:
    """They all have this one."""
    mark = marks.of_phone(PHONE.format(number) if isinstance(number, int) else number)
    await _update(Person, {Person.phone_mark: mark}, *(each.person.person for each in of))


async def account(number: str, *of: Trainee) -> None:
    """Their units have this one."""
    await _update(Base, {Base.account_mark: marks.of_account(number)}, *(each.base for each in of))


async def pictures(*of: Trainee) -> None:
    """The front of all their cards is the same picture, each in a file of its own."""
    digest = _digest()
    for each in of:
        file = await _file(digest)
        await save(IdentityPicture(person=each.person.person, side="front", file=file))


async def scans(*of: Trainee, newest: bool = True) -> None:
    """Agreements with a page that is the same to the byte; in the newest sending or an earlier one."""
    digest = _digest()
    for each in of:
        page: dict[str, Any] = {"placement": each.placement, "agreement": 1, "place": 1}
        await save(AgreementFile(round=1, file=await _file(digest), **page))
        await _update(Placement, {Placement.uploads: 1 if newest else 2}, each.placement)


async def evidence(*rosters: int) -> None:
    digest = _digest()
    for each in rosters:
        await save(RosterFile(roster=each, kind="attendance", place=1, file=await _file(digest)))


def _digest() -> str:
    return f"{next(numbers):064d}"


async def _file(digest: str) -> int:
    facts: dict[str, Any] = {"key": f"{next(numbers):032d}", "kind": "png", "size": 1, "pages": 1}
    return await save(
        StoredFile(**facts, name=sealing.seal("a", "file.name"), digest=digest, uploaded_at=MOMENT)
    )


async def _update(table: Any, values: dict[Any, object], *ids: int | None) -> None:
    async with unit_of_work():
        await table.update(values).where(table.id.is_in(list(ids)))
