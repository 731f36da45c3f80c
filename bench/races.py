"""Races: many do the same at once, round after round. What the rules forbid must never happen, on either database."""

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bench import databases
from bench.figures import show
from bench.visitor import NOW
from jianxi.domain.outcomes import Refused, Stale
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.services import acceptances, applications, position_review
from jianxi.tables.applications import Application
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.applicants import many_applicants

SEATS = 5
APPLICANTS = 200


@dataclass(frozen=True, slots=True)
class Cast:
    """Who races, for all rounds. `crowd` are the ids of people, none of whom has a live application."""

    unit: EmployerViewer
    base: int
    office: OfficialViewer
    person: PersonViewer
    crowd: list[int]


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    """Answers whether no rule was broken."""
    rows: list[tuple[object, ...]] = []
    for kind in options.databases:
        rows += asyncio.run(_races(kind, places[kind], options.rounds))
    show("Races", ("race", "rounds", "violations", "seconds"), rows)
    return not any(row[2] for row in rows)


async def _races(kind: str, place: str, rounds: int) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    async with databases.fresh(kind, place):
        cast_of_all = await _cast()
        for name, race in RACES.items():
            started = time.perf_counter()
            fair = [await race(cast_of_all) for _ in range(rounds)]
            seconds = f"{time.perf_counter() - started:.1f}"
            told.append((f"{name} · {kind}", rounds, fair.count(False), seconds))
    return told


async def _cast() -> Cast:
    unit = await cast.employer()
    base = await cast.base(unit, level="city")
    first = await many_applicants(await cast.position(base), APPLICANTS)
    rows = await Application.select(Application.person).where(Application.id.is_in(first))
    await _end_all()
    return Cast(
        unit, base, await cast.official(cast.JINAN), await cast.person(), [row["person"] for row in rows]
    )


async def _one_application(who: Cast) -> bool:
    """20 acceptances of one application: one wins, the others learn that they came second."""
    place = await cast.position(who.base)
    id = await cast.application(who.person, place)
    said = await _at_once(*(acceptances.accept(who.unit, id, 1, NOW) for _ in range(20)))
    taken = await _seats(place)
    await _end_all()
    return said.count(None) == 1 and _are(said, Stale) == 19 and taken == 1


async def _few_seats(who: Cast) -> bool:
    """200 applicants are accepted at once for 5 seats: exactly 5 are taken."""
    place = await cast.position(who.base, headcount=SEATS)
    ids = await _all_apply(who, place)
    said = await _at_once(*(acceptances.accept(who.unit, id, 1, NOW) for id in ids))
    taken = await _seats(place)
    accepted = await Application.count().where(Application.position == place, Application.state == "accepted")
    await _end_all()
    refused = _are(said, Refused)
    return (said.count(None), refused, taken, accepted) == (SEATS, APPLICANTS - SEATS, SEATS, SEATS)


async def _one_person(who: Cast) -> bool:
    """One person applies twice at once for each of two positions: one live application."""
    one, other = await cast.position(who.base), await cast.position(who.base)
    said = await _at_once(*(applications.apply(who.person, id, NOW) for id in (one, other, one, other)))
    live = await Application.count().where(
        Application.person == who.person.person, Application.state.is_in(["waiting", "accepted"])
    )
    await _end_all()
    return live == 1 and _are(said, Refused) == 3


async def _one_record(who: Cast) -> bool:
    """50 approvals of one position: one passes it, once."""
    id = await cast.position(who.base, "waiting_city")
    said = await _at_once(*(position_review.approve(who.office, id, 1, NOW) for _ in range(50)))
    row = (await Position.select(Position.state, Position.version).where(Position.id == id))[0]
    return said.count(None) == 1 and _are(said, Stale) == 49 and row == {"state": "approved", "version": 2}


RACES: Mapping[str, Callable[[Cast], Awaitable[bool]]] = {
    "20 acceptances of one application": _one_application,
    "200 applicants for 5 seats": _few_seats,
    "one person applying twice": _one_person,
    "50 approvals of one record": _one_record,
}


async def _at_once(*deeds: Awaitable[object]) -> list[object]:
    return list(await asyncio.gather(*deeds, return_exceptions=True))


def _are(said: list[object], outcome: type[Exception]) -> int:
    return sum(isinstance(each, outcome) for each in said)


async def _seats(position: int) -> int:
    return int((await Position.select(Position.accepted).where(Position.id == position))[0]["accepted"])


async def _all_apply(who: Cast, position: int) -> list[int]:
    asked = [
        Application(person=id, position=position, employer=who.unit.employer, state="waiting", applied_at=NOW)
        for id in who.crowd
    ]
    async with unit_of_work():
        return [row["id"] for row in await Application.insert(*asked)]


async def _end_all() -> None:
    """So that the same people may apply in the next round."""
    live = Application.state.is_in(["waiting", "accepted"])
    async with unit_of_work():
        await Application.update({Application.state: "withdrawn"}).where(live)
