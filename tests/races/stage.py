"""Who races, for all rounds, and what a round leaves behind: nobody with a live 报名, nothing that the scan objects to."""

import asyncio
from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from jianxi.domain.entries import digest
from jianxi.domain.outcomes import Refused, Stale
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import invariants
from jianxi.services import application_endings, applications
from jianxi.tables.applications import Application
from jianxi.tables.conflicts import Contended
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Intention
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert_many
from tests import cast
from tests.applicants import many_applicants
from tests.cast_facts import INTENTION
from tests.cast_facts import MOMENT as NOW
from tests.races import lived
from tests.races.lived import Place


@dataclass(frozen=True, slots=True)
class Stage:
    """Two units, one person, and a crowd of others; `chance` decides the order in which things are begun."""

    place: Place
    other: Place
    person: PersonViewer
    crowd: tuple[int, ...]
    chance: Random


async def stage(many: int = 0) -> Stage:
    """With a crowd of so many."""
    place, other = await lived.place(), await lived.place()
    crowd = await _crowd(await lived.published(place), many) if many else ()
    return Stage(place, other, await cast.person(), crowd, Random(1))


async def _crowd(position: int, many: int) -> tuple[int, ...]:
    ids = await many_applicants(position, many)
    rows = await Application.select(Application.person).where(Application.id.is_in(ids))
    people = [row["person"] for row in rows]
    async with unit_of_work():
        await Application.delete().where(Application.id.is_in(ids))
        await Intention.insert(
            *(Intention(person=each, content=INTENTION, submitted_at=NOW) for each in people)
        )
    return tuple(people)


async def at_once(of: Stage, *deeds: Awaitable[object]) -> list[object]:
    """What each answered or raised. They begin in any order, some a moment later. That the database gave one up is an
    error of ours: locks are taken in one order, and nobody should wait for somebody who waits for them."""
    pauses = [of.chance.choice((0, 0, 0.0005, 0.002)) for _ in deeds]
    places = of.chance.sample(range(len(deeds)), len(deeds))
    said = await asyncio.gather(
        *(_after(pauses[place], deeds[place]) for place in places), return_exceptions=True
    )
    assert not any(isinstance(answer, Contended) for answer in said), "a deadlock"
    return [answer for _, answer in sorted(zip(places, said, strict=True), key=lambda pair: pair[0])]


async def _after(seconds: float, deed: Awaitable[object]) -> object:
    await asyncio.sleep(seconds)
    return await deed


def one_wins(said: Sequence[object]) -> bool:
    """One is done, and everybody else is told why not, in a sentence of ours."""
    lost = [each for each in said if isinstance(each, BaseException)]
    told = all(isinstance(each, Refused | Stale) and each.sentence.endswith("。") for each in lost)
    return told and len(said) - len(lost) == 1


def are(said: Sequence[object], outcome: type[Exception]) -> int:
    return sum(isinstance(each, outcome) for each in said)


async def all_apply(of: Stage, position: int) -> list[int]:
    """The crowd's applications, in one unit of work, with the log that 报名 writes."""
    unit = of.place.unit.employer
    asked = [
        Application(person=id, position=position, employer=unit, state="waiting", applied_at=NOW)
        for id in of.crowd
    ]
    async with unit_of_work():
        rows = await Application.insert(*asked)
        ids = [row["id"] for row in rows]
        await insert_many(LogEntry, [_entry(id, who) for id, who in zip(ids, of.crowd, strict=True)])
    return ids


async def all_withdraw(of: Stage) -> None:
    """As many of the crowd as still wait; who was accepted is cancelled."""
    live = Application.state.is_in(["waiting", "accepted"]) & Application.person.is_in(list(of.crowd))
    rows = await Application.select(Application.id, Application.person, Application.state).where(live)
    for row in rows:
        if row["state"] == "accepted":
            await application_endings.cancel(of.place.unit, row["id"], 2, "演练", NOW)
    waiting = [row for row in rows if row["state"] == "waiting"]
    async with unit_of_work():
        left: dict[Any, object] = {Application.state: "withdrawn", Application.version: 2}
        await Application.update(left).where(Application.id.is_in([row["id"] for row in waiting]))
        entries = [_entry(row["id"], row["person"], "withdraw", "waiting", "withdrawn") for row in waiting]
        await insert_many(LogEntry, entries)


def _entry(id: int, person: int, *made: str) -> dict[str, Any]:
    verb, source, target = made or ("apply", "", "waiting")
    entry: dict[str, Any] = {
        "at": NOW,
        "actor_kind": "person",
        "actor": person,
        "actor_name": "钱多",
        "office": "",
    }
    entry |= {"noun": "application", "record": id, "verb": verb, "source": source, "target": target}
    entry |= {"reason": "", "facts": ""}
    return {**entry, "digest": digest(entry)}


async def free(of: Stage) -> None:
    """The person ends what is live, so that the next round may begin."""
    mine = (Application.person == of.person.person) & Application.state.is_in(["waiting", "accepted"])
    for row in await Application.select().where(mine):
        if row["state"] == "waiting":
            await applications.withdraw(of.person, row["id"], row["version"], NOW)
        else:
            await application_endings.decline(of.person, row["id"], row["version"], "演练", NOW)


async def sound(of: Stage, *positions: int) -> bool:
    """Whether every invariant holds of the two bases, these positions and their applications."""
    mine = Application.select(Application.id).where(Application.position.is_in(list(positions)))
    ids = [row["id"] for row in await mine]
    among = {
        "base": (of.place.base, of.other.base),
        "position": positions,
        "application": (min(ids, default=1), max(ids, default=1)),
        "person": (of.person.person or 1,),
    }
    found = [
        each
        for table, these in among.items()
        for each in await invariants.among(table, min(these), max(these))
    ]
    return found == []
