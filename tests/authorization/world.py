"""The records that are asked for, each with everybody who may see it; whoever is not named must not learn of it."""

from dataclasses import dataclass

from piccolo.table import Table

from jianxi.domain.viewers import EmployerViewer, PersonKind, PersonViewer
from jianxi.tables.accounts import Session
from jianxi.tables.employers import BaseVersion
from jianxi.tables.engine import current
from jianxi.tables.persons import Graduate
from jianxi.tables.unit_of_work import unit_of_work
from tests.authorization.attached import attached
from tests.authorization.beside import filing, identity_case, network, other_browser
from tests.authorization.kept import kept
from tests.authorization.people import KINDS, Everybody, gather
from tests.authorization.placed import placed
from tests.authorization.queued import queued
from tests.authorization.record import Record, Records, by
from tests.authorization.rostered import rostered
from tests.authorization.told import notices
from tests.cast import (
    JINAN,
    LIXIA,
    SHIZHONG,
    ZAOZHUANG,
    ZAOZHUANG_SHIZHONG,
    application,
    base,
    employer,
    graduate,
    person,
    position,
)
from tests.hostile.forms_of_entry import id_number
from tests.hostile.records import TABLES

FIRST, MISSING = 1_700_000_000, 2_000_000_000
"""The numbers of records begin at the one; no record has the other."""
SMALL = {"filing": 17_000_000, "roster": 12_000_000}
"""Those of what has a reference number: what that can hold."""
ANYBODY = frozenset(KINDS)


@dataclass(frozen=True, slots=True)
class World:
    people: Everybody
    records: Records


async def settle() -> World:
    """Everything that the harness asks for, written straight into the tables."""
    await _count_from_afar()
    people = await gather()
    bases = await _owned(people)
    positions = await _positions(bases)
    public = Record(await position(bases["far"]), ANYBODY, "public")
    records: Records = {
        "base": await _bases(bases),
        "position": positions,
        "published": [public, *(Record(each.number, by(), each.place) for each in positions)],
        "once_published": [public, *(Record(each.number, _who_knew(each), each.place) for each in positions)],
        "graduate": await _graduates(),
        **await _beside(people),
        "filing": [
            Record(await filing(JINAN, bases["city"]), by("city", "province"), "own"),
            Record(await filing(JINAN, bases["county"], "returned"), by("city", "province"), "own"),
            Record(
                await filing(ZAOZHUANG, bases["far"], "received"), by("other_city", "province"), "foreign"
            ),
        ],
        **await _applications(people, bases),
        "notice": await notices(people),
        "job": await queued(people),
        **await attached(bases),
    }
    records |= await placed(records["accepted"][1:])
    records |= await kept(records["placement"])
    records |= await rostered(bases, records["placement"])
    return World(people, records)


async def _count_from_afar() -> None:
    """Numbers that stand for nothing else on a page, in no other table, so that they can be taken out of an answer. The
    reference number of a base holds the one of its submission, in five digits."""
    tables: tuple[type[Table], ...] = (*TABLES, Session)
    names = [table._meta.tablename for table in tables if table is not BaseVersion]
    async with unit_of_work():
        for place, name in enumerate(names):
            first = SMALL.get(name, FIRST + place * 1_000_000)
            if current().engine_type == "sqlite":
                await current().run(f"INSERT INTO sqlite_sequence (name, seq) VALUES ('{name}', {first})")
            else:
                await current().run(f"ALTER SEQUENCE {name}_id_seq RESTART WITH {first}")


def _who_knew(position: Record) -> frozenset[str]:
    """Whoever had the page open while it was published is told that it is no longer, not that it never was."""
    return ANYBODY if position.place == "once public" else by()


async def _beside(people: Everybody) -> Records:
    """What stands beside the flows: accounts of units, listed networks, identities to be cleared, other browsers."""
    return {
        "account": [
            Record(people.account("unit_county"), by("county"), "own"),
            Record((await employer(SHIZHONG)).account, by("other_county"), "same city"),
            Record((await employer(ZAOZHUANG_SHIZHONG)).account, by(), "foreign"),
            Record(people.account("city"), by(), "same scope"),
        ],
        "network": [
            Record(await network(LIXIA), by("county"), "own"),
            Record(await network(ZAOZHUANG), by("other_city"), "foreign"),
        ],
        "case": [
            Record(await identity_case(LIXIA), by("county"), "own"),
            Record(await identity_case(SHIZHONG), by("other_county"), "same city"),
            Record(await identity_case(ZAOZHUANG), by("other_city"), "foreign"),
        ],
        "session": [Record(await other_browser(await employer()), by(), "foreign")],
    }


async def _owned(people: Everybody) -> dict[str, int]:
    """Approved bases: of the two units, of one in the next county and of one in another city."""
    county, city = people["unit_county"], people["unit_city"]
    assert isinstance(county, EmployerViewer) and isinstance(city, EmployerViewer)
    neighbour = await employer(SHIZHONG, "市中邻居有限公司")
    return {
        "county": await base(county),
        "city": await base(city, level="city"),
        "neighbour": await base(neighbour),
        "far": await base(await employer(ZAOZHUANG_SHIZHONG, "枣庄远方有限公司")),
    }


async def _bases(bases: dict[str, int]) -> list[Record]:
    """As the offices see them; a unit has its own base at an address without a number."""
    return [
        Record(bases["county"], by("county", "city", "province"), "own"),
        Record(bases["city"], by("county", "city", "province"), "own"),
        Record(await base(await employer(), "draft"), by(), "same scope"),
        Record(await base(await employer(), "waiting_county"), by("county"), "same scope"),
        Record(await base(await employer(), "waiting_city"), by("county", "city"), "same scope"),
        Record(await base(await employer(SHIZHONG), "waiting_county"), by("other_county"), "same city"),
        Record(bases["far"], by("other_city", "province"), "foreign"),
    ]


async def _positions(bases: dict[str, int]) -> list[Record]:
    of, of_city = bases["county"], by("unit_city", "county", "city")
    return [
        Record(await position(of, "waiting_county"), by("unit_county", "county"), "own"),
        Record(await position(of, "approved"), by("unit_county", "county", "city"), "own"),
        Record(await position(of, "withdrawn"), by("unit_county", "county", "city"), "once public"),
        Record(await position(of, "rejected"), by("unit_county", "county"), "own"),
        Record(await position(bases["city"], "waiting_city"), of_city, "same scope"),
        Record(await position(bases["neighbour"], "waiting_county"), by("other_county"), "same city"),
        Record(await position(bases["far"], "waiting_city"), by("other_city"), "foreign"),
    ]


async def _applications(people: Everybody, bases: dict[str, int]) -> Records:
    """One noun at three desks: for the employer, the person, and the office of the base's level once accepted."""
    here, there = await position(bases["county"]), await position(bases["city"])
    stranger = await person(PersonKind.YOUTH, "远方来客")
    far = await application(stranger, await position(bases["far"]), "accepted")
    made: list[tuple[int, str, str, str]] = [
        (await _applied(people, "earlier_graduate", here, "waiting"), "unit_county", "earlier_graduate", ""),
        (await _applied(people, "current_graduate", here, "accepted"), "unit_county", "current_graduate", "county"),
        (await _applied(people, "youth", there, "accepted"), "unit_city", "youth", "city"),
        (far, "", "", ""),
    ]  # fmt: skip
    places = ("own", "own", "same scope", "foreign")
    return {
        noun: [Record(row[0], _named(row[1:][desk]), place) for row, place in zip(made, places, strict=True)]
        for desk, noun in enumerate(("received", "application", "accepted"))
    }


async def _applied(people: Everybody, kind: str, position: int, state: str) -> int:
    who = people[kind]
    assert isinstance(who, PersonViewer)
    return await application(who, position, state)


def _named(kind: str) -> frozenset[str]:
    return frozenset({kind} if kind else ())


async def _graduates() -> list[Record]:
    """Rows of 生源信息库, by 生源地."""
    here = await graduate(id_number(7001), 2026, "登记甲")
    there = await graduate(id_number(7002), 2026, "登记乙")
    async with unit_of_work():
        await Graduate.update({Graduate.origin: ZAOZHUANG_SHIZHONG}).where(Graduate.id == there)
    return [
        Record(here, by("city", "province"), "own"),
        Record(there, by("other_city", "province"), "foreign"),
    ]
