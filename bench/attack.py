"""An attack on 往届毕业生/社会青年登录: guesses from 1,000 addresses over a night, by somebody who knows names, and by somebody
who knows birth dates too. How many people are reached, how many tries held back, and whether the time tells a hit."""

import argparse
import asyncio
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from bench import databases
from bench.figures import ms, show
from bench.guesser import Guesser, application, be_quiet, guesser, try_in
from jianxi.crypto import sealing
from jianxi.domain import citizen_id
from jianxi.domain.sign_in_limits import HOUR
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert_many
from jianxi.web.pacing import SECONDS
from tests.cast_facts import MOMENT
from tests.web.site import Circumstances

ADDRESSES = 1_000
NIGHT = timedelta(hours=12)
COUNTIES = [f"3701{number:02}" for number in range(2, 18)] + [f"3702{number:02}" for number in range(2, 18)]
FIRST_BORN, DAYS_OF_YOUTH = date(2002, 1, 1), 8 * 365
PEOPLE = 2_000
OWN_EVERY = 500
"""After so many guesses somebody signs in who is who they say, from an address of their own."""
STREAMS = 4
"""Tries under way at once where their time is taken."""
LARGEST_DIFFERENCE = 2
"""Milliseconds between the medians of hits and misses."""
OF_ATTACKS = ("attack", "guesses", "reached", "429", "looked at", "own sign-ins let in", "seconds")
OF_TIMES = ("database", "each", "hit ms", "refused ms", "provisional ms", "largest difference ms")


@dataclass(frozen=True, slots=True)
class Target:
    """Somebody who was here before; the guesser knows the name, the county and the sex."""

    name: str
    number: str

    def of(self, born: date, sequence: int) -> str:
        """A number that they might have: the sex is right."""
        return citizen_id.compose(self.number[:6], born, sequence % 500 * 2)

    @property
    def born(self) -> date:
        return date(int(self.number[6:10]), int(self.number[10:12]), int(self.number[12:14]))


Guesses = Iterator[tuple[Target, str]]
Way = Callable[[random.Random, list[Target]], Guesses]


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    """Answers whether nobody was reached by name alone, and whether hit and miss take the same time."""
    be_quiet()
    attacks: list[tuple[object, ...]] = []
    times: list[tuple[object, ...]] = []
    for kind in options.databases:
        attacks += asyncio.run(_attacks(kind, places[kind], options.guesses))
        times.append(asyncio.run(_times(kind, places[kind], options.asks)))
    title = f"Guesses from {ADDRESSES} addresses over {NIGHT // HOUR} hours, {PEOPLE} people here"
    show(title, OF_ATTACKS, attacks)
    show("Median time of an answer", OF_TIMES, times)
    by_name = [row for row in attacks if str(row[0]).startswith(BY_NAME)]
    return not any(row[2] for row in by_name) and all(
        float(str(row[-1])) <= LARGEST_DIFFERENCE for row in times
    )


async def _attacks(kind: str, place: str, most: int) -> list[tuple[object, ...]]:
    rows: list[tuple[object, ...]] = []
    for name, (way, share) in WAYS.items():
        guesses = most // share
        async with databases.fresh(kind, place):
            started = time.perf_counter()
            told = await attack(way, guesses)
            seconds = f"{time.perf_counter() - started:.0f}"
            own = f"{told['own in']}/{told['own']}"
            looked_at = guesses - told["429"]
            rows.append((f"{name} · {kind}", guesses, told["reached"], told["429"], looked_at, own, seconds))
    return rows


async def attack(way: Way, guesses: int, people: int = PEOPLE, addresses: int = ADDRESSES) -> Counter[str]:
    """`reached` counts the numbers hit on; a try that was held back reaches nobody, whatever it says."""
    chance, circumstances = random.Random(7), Circumstances()
    targets = await settle(chance, people)
    who = await guesser(application(circumstances, 0))
    told: Counter[str] = Counter(reached=0)
    for place, (target, number) in zip(range(guesses), way(chance, targets), strict=False):
        circumstances.now += NIGHT / guesses
        answer = await try_in(who, target.name, number, _address(place % addresses))
        told[str(answer.status)] += 1
        told["reached"] += answer.status != 429 and number == target.number
        if place % OWN_EVERY == 0:
            own = chance.choice(targets)
            answer = await try_in(who, own.name, own.number, _address(ADDRESSES + place // OWN_EVERY))
            told["own"] += 1
            told["own in"] += answer.status == 303
    return told


def names_alone(chance: random.Random, targets: list[Target]) -> Guesses:
    """Name, county and sex are known; the birth date is one of eight years'."""
    while True:
        target = chance.choice(targets)
        born = FIRST_BORN + timedelta(days=chance.randrange(DAYS_OF_YOUTH))
        yield target, target.of(born, chance.randrange(500))


def birth_dates_too(chance: random.Random, targets: list[Target]) -> Guesses:
    """Only the sequence of three digits is not: one after the other, at forty people in turn until each is found."""
    for start in range(0, len(targets), 40):
        hunted = targets[start : start + 40]
        for sequence in chance.sample(range(500), 500):
            yield from ((target, target.of(target.born, sequence)) for target in hunted)


BY_NAME = "names"
WAYS = {BY_NAME: (names_alone, 1), "names and birth dates": (birth_dates_too, 5)}
"""The second by a fifth of the guesses: more than are looked at in any case."""


async def settle(chance: random.Random, people: int) -> list[Target]:
    """People who were here before, of all counties and ages."""
    targets = []
    for place in range(people):
        born = FIRST_BORN + timedelta(days=chance.randrange(DAYS_OF_YOUTH))
        number = citizen_id.compose(chance.choice(COUNTIES), born, chance.randrange(500) * 2)
        targets.append(Target("赵钱孙李周吴郑王"[place % 8] + chr(0x4E00 + place), number))
    targets = list({target.number: target for target in targets}.values())
    rows = [_row(target) for target in targets]
    async with unit_of_work():
        for start in range(0, len(rows), 300):
            await insert_many(Person, rows[start : start + 300])
    return targets


def _row(target: Target) -> dict[str, object]:
    empty = Person(
        kind="youth",
        name=target.name,
        id_index=sealing.blind_index(target.number),
        id_number=sealing.seal(target.number, "person.id"),
        sex="女",
        born=target.born,
        created_at=MOMENT,
    )
    columns = [column._meta.name for column in Person._meta.columns if not column._meta.primary_key]
    return {name: empty[name] for name in columns}


def _address(place: int) -> str:
    return f"198.18.{place // 250}.{place % 250 + 1}"


async def _times(kind: str, place: str, each: int) -> tuple[object, ...]:
    """Hits, refused misses and misses that are let in provisionally, in turn, as one would wait for them."""
    async with databases.fresh(kind, place):
        chance = random.Random(8)
        targets = await settle(chance, 3 * each)
        who = await guesser(application(Circumstances(), SECONDS))
        taken: dict[str, list[float]] = {"hit": [], "refused": [], "provisional": []}
        waiting = iter(list(enumerate(targets)))
        await asyncio.gather(*(_take_times(who, waiting, taken) for _ in range(STREAMS)))
    medians = {name: median(seconds) for name, seconds in taken.items()}
    difference = max(abs(medians["hit"] - other) for other in medians.values())
    return (kind, each, *(ms(each) for each in medians.values()), ms(difference))


async def _take_times(
    who: Guesser, waiting: Iterator[tuple[int, Target]], taken: dict[str, list[float]]
) -> None:
    for place, target in waiting:
        kind = ("hit", "refused", "provisional")[place % 3]
        name = "欧阳某" if kind == "refused" else target.name
        number = target.number if kind != "provisional" else target.of(target.born, place + 250)
        answer = await try_in(who, name, number, _address(place), b"br, gzip")
        if answer.status != 429:
            taken[kind].append(answer.seconds)
