"""The locks of verbs that touch more than one record, and the one order in which they are taken.

The order is: 见习基地 base (several by id) → its versions → 见习岗位 position → a row of the register 生源信息 → 个人 person → 报名 application
→ 上岗 placement (of a 花名册 all of its employer) → 离岗 departure or 留用 retention → 花名册 roster, the corrected version before the other;
a 备案 filing comes after its bases, those that it lists and those that it tells of as no longer in force. Whoever
needs several holds them in this order, from parent to child, before reading what decides; then nobody ever waits for somebody
who waits for them. What is read before a hold only finds out which rows to hold, and is read again afterwards.
Writing what is there already is the lock both databases know; it lasts until the unit of work ends."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain.bases import BaseState
from jianxi.domain.identity_cases import is_released
from jianxi.domain.outcomes import Missing
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base
from jianxi.tables.persons import Graduate, Person
from jianxi.tables.placements import Placement
from jianxi.tables.positions import Position
from jianxi.tables.rosters import Roster


@dataclass(frozen=True, slots=True)
class HeldBase:
    """A base whose row is locked: nobody suspends it in between."""

    id: int
    level: str
    is_approved: bool


@dataclass(frozen=True, slots=True)
class HeldPosition:
    """A position whose row is locked: nobody withdraws it or takes its last seat in between."""

    employer: int
    state: str
    deadline: date
    headcount: int
    accepted: int
    was_published: bool


@dataclass(frozen=True, slots=True)
class HeldPerson:
    """A person whose row is locked: no office gives their ID number away in between. When it is released one has done so
    already, though they may still be signed in."""

    is_released: bool


async def base(id: int) -> HeldBase:
    query = Base.update({Base.state: Base.state}).where(Base.id == id)
    rows = await query.returning(Base.id, Base.level, Base.state)
    if not rows:
        raise Missing
    return HeldBase(rows[0]["id"], rows[0]["level"], rows[0]["state"] == BaseState.APPROVED)


async def position(id: int) -> HeldPosition:
    of = Position
    query = of.update({of.state: of.state}).where(of.id == id)
    columns = (of.employer, of.state, of.deadline, of.headcount, of.accepted, of.first_published_at)
    rows = await query.returning(*columns)
    if not rows:
        raise Missing
    was_published = rows[0].pop("first_published_at") is not None
    return HeldPosition(**rows[0], was_published=was_published)


async def graduate(id: int) -> None:
    """A row of the register."""
    await Graduate.update({Graduate.name: Graduate.name}).where(Graduate.id == id)


async def person(id: int) -> HeldPerson:
    rows = await Person.update({Person.kind: Person.kind}).where(Person.id == id).returning(Person.id_index)
    if not rows:
        raise Missing
    return HeldPerson(is_released(rows[0]["id_index"]))


async def application(id: int) -> None:
    await Application.update({Application.state: Application.state}).where(Application.id == id)


async def placement(id: int) -> None:
    """Alone where nothing but the placement and its departure or retention is written."""
    await Placement.update({Placement.state: Placement.state}).where(Placement.id == id)


async def base_of(employer: int) -> HeldBase:
    """The one base of an employer: whoever holds it is alone with the employer's rosters."""
    row = await Base.select(Base.id).where(Base.employer == employer).first()
    if row is None:
        raise Missing
    return await base(row["id"])


async def placements_of(employer: int) -> None:
    """All of an employer, behind its base: none is reviewed, left, retained or paid otherwise in between. One that is
    registered just then has passed no review yet, and nobody is paid for it."""
    await Placement.update({Placement.version: Placement.version}).where(Placement.employer == employer)


async def roster(id: int) -> None:
    await Roster.update({Roster.state: Roster.state}).where(Roster.id == id)


async def traineeship(id: int) -> HeldPerson:
    """A placement with position, person and application, whose chance and seat go with it: for what uses up the chance or
    gives it back."""
    of = Placement
    row = await of.select(of.position, of.person, of.application).where(of.id == id).first()
    if row is None:
        raise Missing
    await position(row["position"])
    held = await person(row["person"])
    await application(row["application"])
    await placement(id)
    return held
