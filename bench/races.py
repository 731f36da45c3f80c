"""Races: many do the same at once, round after round. What the rules forbid must never happen, on either database."""

import argparse
import asyncio
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import databases
from bench.figures import show
from jianxi.queries.invariants import violations
from jianxi.storage import store
from tests.races.races import RACES, few_seats
from tests.races.stage import Stage, stage

APPLICANTS = 200


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    """Answers whether no rule was broken."""
    rows: list[tuple[object, ...]] = []
    with TemporaryDirectory(prefix="jianxi-files-") as folder:
        store.use(Path(folder).as_uri())
        for kind in options.databases:
            rows += asyncio.run(_races(kind, places[kind], options))
    show("Races", ("race", "rounds", "violations", "seconds"), rows)
    return not any(row[2] for row in rows)


async def _races(kind: str, place: str, options: argparse.Namespace) -> list[tuple[object, ...]]:
    """After every round the invariants of `jianxi doctor` are asked of the records that took part, and after all rounds of
    everything that is there."""
    told: list[tuple[object, ...]] = []
    chosen = {name: race for name, race in RACES.items() if options.race in name}
    async with databases.fresh(kind, place):
        of, crowded = await stage(), await stage(APPLICANTS)
        for name, race in chosen.items():
            began, broken = time.perf_counter(), 0
            for _ in range(options.rounds):
                broken += not await race(_on(crowded, of, race is few_seats))
            row = (f"{name} · {kind}", options.rounds, broken, f"{time.perf_counter() - began:.1f}")
            print(f"  {row}", flush=True)
            told.append(row)
        left = len(await violations())
        told.append((f"all that is left of them · {kind}", "", left, ""))
    return told


def _on(crowded: Stage, of: Stage, many: bool) -> Stage:
    return crowded if many else of
