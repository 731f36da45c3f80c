"""The model: everybody tries everything at any time, and the database must say what a plain second reading of the rules
says. More examples than the checks have time for, and others at every run."""

import argparse
import asyncio
import time
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from bench import databases
from bench.figures import show
from jianxi.storage import store
from tests.model.deeds import SERVICES
from tests.model.machine import in_town
from tests.model.town import town

STEPS = 80


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    """Answers whether no step came out otherwise and every verb was done at least once."""
    rows = []
    for kind in options.databases:
        began = time.perf_counter()
        tally = _run(asyncio.run(_prepared(kind, places[kind])), options.examples)
        tried = sum(tally[each] for each in ("done", "Refused", "Missing", "Stale", "Invalid"))
        done = sum(tally[f"{noun} {verb} done"] > 0 for noun, verb in SERVICES)
        verbs = f"{done}/{len(SERVICES)}"
        rows.append(
            (kind, tally["examples"], tried, tally["done"], verbs, f"{time.perf_counter() - began:.1f}")
        )
    show("Model", ("database", "examples", "tries", "done", "verbs", "seconds"), rows)
    return all(row[4] == f"{len(SERVICES)}/{len(SERVICES)}" for row in rows)


async def _prepared(kind: str, place: str) -> str:
    address = await databases.make(kind, place)
    async with databases.opened(address):
        return address


def _run(address: str, examples: int) -> Counter[str]:
    """A step that comes out otherwise ends the bench with the shortest way to it."""
    tally: Counter[str] = Counter()
    wanted = settings(
        max_examples=examples,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    with TemporaryDirectory() as folder, town(address) as place:
        store.use(Path(folder).as_uri())
        run_state_machine_as_test(in_town(place, tally), settings=wanted)
    return tally
