"""The people of the cast: accounts, officials, graduates of the register, persons."""

from datetime import date
from itertools import count

from piccolo.table import Table

from jianxi.crypto import sealing
from jianxi.crypto.passwords import hash_password
from jianxi.domain import citizen_id
from jianxi.domain.flow import Role
from jianxi.domain.identity_pictures import Side
from jianxi.domain.regions import level_of
from jianxi.domain.viewers import OfficialViewer, PersonKind, PersonViewer
from jianxi.queries import regions
from jianxi.services import files
from jianxi.storage import samples
from jianxi.tables.accounts import Account, Official
from jianxi.tables.files import IdentityPicture
from jianxi.tables.persons import Graduate, Intention, Person
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.cast_facts import GRADUATE, INTENTION, MOMENT

PASSWORD = "a-Long-enough-Password-26"
BORN = {
    PersonKind.YOUTH: date(2005, 6, 1),
    PersonKind.CURRENT_GRADUATE: date(2003, 6, 1),
    PersonKind.EARLIER_GRADUATE: date(2002, 6, 1),
}
COHORT = {PersonKind.YOUTH: None, PersonKind.CURRENT_GRADUATE: 2026, PersonKind.EARLIER_GRADUATE: 2024}
PREFIX = "370102"

numbers = count(1)
_hash = ""


async def save(row: Table) -> int:
    async with unit_of_work():
        return await insert(row)


async def account(kind: str, username: str = "") -> int:
    """One whose password is PASSWORD."""
    global _hash
    _hash = _hash or await hash_password(PASSWORD)
    name = username or f"{kind}{next(numbers)}"
    row = Account(username=name, username_key=name.lower(), password_hash=_hash, kind=kind, created_at=MOMENT)
    return await save(row)


async def official(region: str, name: str = "李建国", username: str = "") -> OfficialViewer:
    owner = await account("official", username)
    number = await save(Official(account=owner, name=name, region=region))
    place = (await regions.directory()).name(region)
    return OfficialViewer(
        owner, number, name, Role(str(level_of(region))), region, f"{place}人力资源和社会保障局"
    )


async def graduate(number: str, cohort: int, name: str = "赵敏") -> int:
    """A row of the 生源信息库 for an ID number."""
    read = citizen_id.parse(number, MOMENT.date())
    row = Graduate(
        id_index=sealing.blind_index(number),
        id_number=sealing.seal(number, "person.id"),
        name=name,
        sex=read.sex,
        born=read.born,
        cohort=cohort,
        graduated_on=date(cohort, 7, 1),
        origin=PREFIX,
        phone=sealing.seal("13900139000", "person.phone"),
        **GRADUATE,
    )
    return await save(row)


def id_number(kind: PersonKind) -> str:
    """A made-up valid one that nobody else has, of the right age."""
    return citizen_id.compose(PREFIX, BORN[kind], next(numbers) % 1000)


async def person(
    kind: PersonKind = PersonKind.CURRENT_GRADUATE,
    name: str = "赵敏",
    *,
    intention: bool = True,
    number: str = "",
) -> PersonViewer:
    """Current graduates have an account; the others came in by name and ID number."""
    number = number or id_number(kind)
    cohort = COHORT[kind]
    by_identity = kind is not PersonKind.CURRENT_GRADUATE
    row = _person(name, number)
    row.cohort = cohort
    row.kind = "graduate" if cohort else "youth"
    row.graduate = await graduate(number, cohort, name) if cohort else None
    row.account = None if by_identity else await account("graduate")
    id = await save(row)
    if intention:
        await save(Intention(person=id, content=INTENTION, submitted_at=MOMENT))
    return PersonViewer(id, kind, name, by_identity)


async def youth(name: str = "赵敏", *, number: str = "") -> PersonViewer:
    """Who has sent 身份证件信息 with the form, as all do now; each file takes its time to be on the disk."""
    viewer = await person(PersonKind.YOUTH, name, number=number)
    assert viewer.person is not None
    await _pictures(viewer.person)
    return viewer


async def _pictures(person: int) -> None:
    """Both sides."""
    stored = {side: await files.store_checked(f"{side.label}.png", samples.picture()) for side in Side}
    async with unit_of_work():
        for side, each in stored.items():
            file = await files.add(each, MOMENT)
            await insert(IdentityPicture(person=person, side=side.value, file=file))


def _person(name: str, number: str) -> Person:
    read = citizen_id.parse(number, MOMENT.date())
    return Person(
        name=name,
        sex=read.sex,
        born=read.born,
        nation="汉族",
        degree="本科",
        id_index=sealing.blind_index(number),
        id_number=sealing.seal(number, "person.id"),
        household=sealing.seal("济南市历下区", "person.household"),
        address=sealing.seal("济南市历下区文化东路1号", "person.address"),
        phone=sealing.seal("13900139000", "person.phone"),
        created_at=MOMENT,
    )
