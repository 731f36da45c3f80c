"""Over 400 hostile files, one after the other and two at once, as uploads would be read: how many a second, and the most
memory that a child and this process hold."""

import argparse
import asyncio
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

from bench.figures import ms, percentile, show
from jianxi.storage import checking, limited, samples
from jianxi.storage.inspection import MEMORY
from jianxi.storage.kinds import LARGEST, Refusal, kind_of
from tests.storage import hostile_files
from tests.storage.hostile_files import Fate, Odd
from tests.storage.hostile_files_cut import flipped

MEGA = 1024 * 1024
SEEDS = range(100, 110)
"""Of bits turned over, besides those of the tests."""
GROWS = 40
"""Megabytes that this process may hold more at the end than after the first quarter: a file of 10 MB is in memory a few
times while it is read, and what is freed is not always given back."""
OF_FILES = (
    "",
    "files",
    "read",
    "kept",
    "refused",
    "of them dead",
    "wrong",
    "a second",
    "p50 s",
    "p95 s",
    "longest s",
)
OF_MEMORY = ("", "a child", "this process at first", "after a quarter", "half", "three quarters", "all")


@dataclass(slots=True)
class Told:
    """What came of the files so far."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    most: int = 0
    own: list[float] = field(default_factory=list)


def measure(options: argparse.Namespace, _: Mapping[str, str]) -> bool:
    """Answers whether each file met its fate, no child held too much and this process does not grow."""
    odd = list(chain(hostile_files.every(), flipped(SEEDS)))
    told = Told()
    started = time.perf_counter()
    asyncio.run(_read_all(odd, told))
    taken = time.perf_counter() - started
    show("Hostile files, two at once", OF_FILES, [("each its own child", *_figures(odd, told, taken))])
    show(
        "Memory, MB",
        OF_MEMORY,
        [("VmHWM, VmRSS", f"{told.most / MEGA:.0f}", *(f"{each:.0f}" for each in told.own))],
    )
    asyncio.run(_good(options.asks))
    flat = told.own[-1] - told.own[1] <= GROWS
    return not told.counts["wrong"] and told.most <= MEMORY and flat


async def _read_all(odd: list[Odd], told: Told) -> None:
    told.own.append(_resident())
    quarter = -(-len(odd) // 4)
    for start in range(0, len(odd), quarter):
        waiting = iter(odd[start : start + quarter])
        await asyncio.gather(*(_read(waiting, told) for _ in range(limited.AT_ONCE["check"])))
        told.own.append(_resident())


async def _read(waiting: Iterator[Odd], told: Told) -> None:
    for odd in waiting:
        data = odd.made()
        started = time.perf_counter()
        fate = await _fate(data, told)
        told.seconds.append(time.perf_counter() - started)
        told.counts[fate.name] += 1
        told.counts["wrong"] += odd.fate not in {fate, Fate.EITHER}


async def _fate(data: bytes, told: Told) -> Fate:
    """By the same two steps as `checking.checked`, which does not tell what a child held."""
    kind = kind_of(data)
    if kind is None or not 0 < len(data) <= LARGEST:
        return Fate.REFUSED
    told.counts["read"] += 1
    try:
        answer = await limited.ask({"task": "check", "kind": kind.value}, data)
    except Refusal as refusal:
        told.counts["dead"] += not refusal.memory
        told.most = max(told.most, refusal.memory)
        return Fate.REFUSED
    told.most = max(told.most, answer.memory)
    return Fate.KEPT


async def _good(times: int) -> None:
    """What an ordinary file costs: checked, and a page of it as a picture."""
    rows = []
    for sample in (samples.picture(), samples.document()):
        taken: dict[str, list[float]] = {"checked": [], "picture": []}
        for _ in range(times // 10):
            started = time.perf_counter()
            kept = await checking.checked(sample.content, "样本")
            between = time.perf_counter()
            await checking.picture(kept.content, kept.kind, 1)
            taken["checked"].append(between - started)
            taken["picture"].append(time.perf_counter() - between)
        for name, seconds in taken.items():
            row = (
                f"{sample.kind.name} {name}",
                len(seconds),
                ms(percentile(seconds, 0.5)),
                ms(percentile(seconds, 0.95)),
            )
            rows.append(row)
    show("Small good files, one at a time", ("", "times", "p50 ms", "p95 ms"), rows)


def _figures(odd: list[Odd], told: Told, taken: float) -> tuple[object, ...]:
    shares = (f"{percentile(told.seconds, share):.2f}" for share in (0.5, 0.95, 1))
    names = ("read", "KEPT", "REFUSED", "dead", "wrong")
    return (len(odd), *(told.counts[name] for name in names), f"{len(odd) / taken:.1f}", *shares)


def _resident() -> float:
    """What this process holds now, in megabytes."""
    with open("/proc/self/status", encoding="ascii") as lines:
        return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
