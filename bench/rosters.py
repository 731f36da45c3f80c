"""A 花名册 of thousands of people: seconds and memory for computing, 报送, 接受 and the workbook, the money against a plain
recomputation, and how long live search waits meanwhile.

Run as a program it does all of it on one database and tells its figures as JSON: memory is a process's own."""

import argparse
import asyncio
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from io import BytesIO
from itertools import cycle
from pathlib import Path
from typing import Any

from python_calamine import load_workbook
from starlette.types import ASGIApp

from bench import databases, filling, roster_people, visitor
from bench.figures import ms, percentile, show
from bench.roster_people import MONTHS
from bench.search import ADDRESSES
from bench.visitor import NOW
from jianxi.domain import periods
from jianxi.domain.rosters import RosterKind
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import roster_computing, rosters
from jianxi.queries.roster_computing import Computed
from jianxi.services import roster_exports, roster_review
from jianxi.services import rosters as service
from jianxi.storage import store
from jianxi.tables.rosters import RosterMonth
from tests import cast

BEFORE_SECONDS = 5.0
PAUSE = 0.01
TICK = 0.002
Figures = dict[str, dict[str, float]]


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    rows: list[tuple[object, ...]] = []
    for kind in options.databases:
        address = asyncio.run(databases.make(kind, places[kind]))
        told = _apart(address, options.people)
        rows += [_row(f"{step} · {kind}", figures) for step, figures in told["steps"].items()]
        print(f"  {kind}: {told['said']}")
    headings = ("step", "seconds", "of it CPU", "MB at most", "search p50 ms", "p99 ms", "most ms", "held ms")
    show(f"One 花名册 of {options.people:,} people, three months, searched meanwhile", headings, rows)
    return True


def _row(name: str, figures: Mapping[str, float]) -> tuple[object, ...]:
    waits = (ms(figures["p50"]), ms(figures["p99"]), ms(figures["most"]), ms(figures["held"]))
    return (name, f"{figures['seconds']:.1f}", f"{figures['cpu']:.1f}", f"{figures['memory']:,.0f}", *waits)


def _apart(address: str, people: int) -> dict[str, Any]:
    with tempfile.TemporaryDirectory(prefix="jianxi-bench-") as files:
        command = [sys.executable, "-m", "bench.rosters", address, str(people), files]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


async def _all(address: str, people: int, files: str) -> dict[str, Any]:
    store.use(Path(files).as_uri())
    async with databases.opened(address) as database:
        filled = await filling.fill(filling.Sizes(500, 10_000, 500, all_published=True))
        unit = await roster_people.fill(people)
        office = await cast.official(cast.LIXIA)
        await databases.settle(database)
        app, settings = visitor.application()
        steps = _Steps(app, await visitor.sign_in(filled.person, settings))
        async with steps.step("before"):
            await asyncio.sleep(BEFORE_SECONDS)
        async with steps.step("computing"):
            found = await roster_computing.computed(
                unit.employer, RosterKind.PERIOD, MONTHS, periods.today(NOW)
            )
        id = await service.prepare(unit, RosterKind.PERIOD, MONTHS, NOW)
        async with steps.step("报送"):
            await service.submit(unit, id, await _version(unit, id), NOW)
        async with steps.step("接受"):
            await roster_review.accept(office, id, await _version(unit, id), NOW)
        async with steps.step("workbook"):
            book = await roster_exports.sending(unit, await rosters.get(unit, id, periods.today(NOW)), 1, NOW)
        said = await _checked(unit, id, found, book)
        return {"steps": steps.figures, "said": said}


class _Steps:
    """What is done one after the other while somebody searches."""

    def __init__(self, app: ASGIApp, cookie: str) -> None:
        self.figures: Figures = {}
        self._app, self._cookie = app, cookie

    @asynccontextmanager
    async def step(self, name: str) -> AsyncIterator[None]:
        waits: list[float] = []
        held: list[float] = []
        beside = [asyncio.create_task(each) for each in (self._search(waits), _watch(held))]
        await asyncio.sleep(0)
        began, worked = time.perf_counter(), time.process_time()
        yield
        told = {"seconds": time.perf_counter() - began, "cpu": time.process_time() - worked}
        for each in beside:
            each.cancel()
        told["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told |= {
            "p50": percentile(waits, 0.5),
            "p99": percentile(waits, 0.99),
            "most": max(waits),
            "held": max(held),
        }
        self.figures[name] = told

    async def _search(self, waits: list[float]) -> None:
        """A press, a pause, and the wait for its turn counts as well."""
        for address in cycle(ADDRESSES):
            began = time.perf_counter()
            await asyncio.sleep(PAUSE)
            answer = await visitor.ask(self._app, address, self._cookie, fragment=True)
            waits.append(time.perf_counter() - began - PAUSE)
            assert answer.status == 200


async def _watch(held: list[float]) -> None:
    """For how long nobody else had a turn, in seconds of this thread's own work: what other programs do is not in it."""
    while True:
        began = time.thread_time()
        await asyncio.sleep(TICK)
        held.append(time.thread_time() - began)


async def _version(unit: EmployerViewer, id: int) -> int:
    return (await rosters.get(unit, id, periods.today(NOW))).version


async def _checked(unit: EmployerViewer, id: int, found: Computed, book: bytes) -> str:
    """Every person-month and every sum against the plain recomputation."""
    plain = await roster_people.plainly(unit)
    computed = {
        (line.placement, each.month): (each.standing.value, each.fen, each.insurance_fen)
        for line in found.lines
        for each in line.months
    }
    assert computed == plain
    fen = sum(told[1] for told in plain.values() if told[0] == "payable")
    stored = await RosterMonth.select(RosterMonth.fen, RosterMonth.counted).where(RosterMonth.roster == id)
    roster = await rosters.get(unit, id, periods.today(NOW))
    assert fen == found.fen == roster.fen == sum(row["fen"] for row in stored if row["counted"])
    assert fen == _of_workbook(book), "the workbook adds up to something else"
    by = {
        word: sum(told[0] == word for told in plain.values()) for word in ("payable", "pending", "excluded")
    }
    states = ", ".join(f"{many:,} {word}" for word, many in by.items())
    return f"{len(found.lines):,} lines, {len(plain):,} person-months ({states}), {fen / 100:,.2f} yuan, as recomputed"


def _of_workbook(book: bytes) -> int:
    """分 of all lines on the first sheet."""
    rows = load_workbook(BytesIO(book)).get_sheet_by_index(0).to_python()
    head = next(row for row in rows if row[0] == "序号")
    column = next(place for place, each in enumerate(head) if str(each).startswith("补贴合计"))
    lines = [row for row in rows if isinstance(row[0], int | float)]
    return sum(round(float(str(row[column] or 0)) * 100) for row in lines)


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_all(sys.argv[1], int(sys.argv[2]), sys.argv[3]))))
