"""Papers: how many a core draws, what the process that draws them weighs after hundreds, and who waits for them."""

import argparse
import asyncio
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from starlette.types import ASGIApp

from bench import databases, visitor
from bench.figures import ms, percentile, show
from jianxi.documents import base_application, pool
from jianxi.documents.drawing import Process
from jianxi.storage import store
from tests import cast
from tests.documents.reading import MENTOR, NEED, RARE, application, texts

PAPER, OTHER = "/employer/base/paper", "/positions?title=数控"
AFTER = (1, 20, 100, 200, 300, 400, 500)
EVERY = 0.005
"""Seconds between two requests of the one who is not to wait."""
ASKERS = 4
TICK = os.sysconf("SC_CLK_TCK")
UNENDING = (
    "-c",
    "import sys; from jianxi.documents import worker; worker.PAPERS = 10**6; worker.main(sys.argv[1])",
)


def _form(demands: int, mentors: int, lines: int, name: str = "周强") -> str:
    form = application(
        facts=[("单位名称", "济南精密机械公司"), ("法定代表人", name)],
        introduction="本单位从事精密机械加工。" * lines,
        needs=[NEED] * demands,
        mentors=[{**MENTOR, "name": name}] * mentors,
    )
    return base_application.html(form)


FORMS = {
    "2 demands, 3 mentors": _form(2, 3, 5),
    "the same, rare names": _form(2, 3, 5, RARE),
    "10 demands, 8 mentors": _form(10, 8, 60),
    "40 demands, 30 mentors": _form(40, 30, 160),
}


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    process = Process(UNENDING)
    process.draw(FORMS["2 demands, 3 mentors"])
    _rates(process)
    flat = _memory(process, options.papers)
    process.end()
    kind = next(iter(options.databases))
    asyncio.run(_waiting(kind, places[kind], options.asks))
    return flat


def _rates(process: Process) -> None:
    rows = []
    for name, html in FORMS.items():
        pages = len(texts(process.draw(html)))
        used, began, many = _processor(process), time.perf_counter(), 0
        while time.perf_counter() - began < 6:
            process.draw(html)
            many += 1
        wall, used = time.perf_counter() - began, _processor(process) - used
        shown = (f"{many / used:.1f}", f"{many * pages / used:.1f}", f"{many * pages / wall:.1f}")
        rows.append((name, pages, *shown, f"{wall / many * 1000:.0f}"))
    headings = (
        "one process",
        "pages",
        "papers a second of its core",
        "pages",
        "pages by the clock",
        "ms a paper",
    )
    show("就业见习基地申请表, drawn by one process after the other", headings, rows)


def _memory(process: Process, papers: int) -> bool:
    """Whether the last hundred papers have left no more than 5 MB behind."""
    html, rows, weights = FORMS["10 demands, 8 mentors"], [], {}
    for number in range(1, papers + 1):
        process.draw(html)
        if number in AFTER or number == papers:
            weights[number] = _megabytes(process)
            rows.append((f"{number} papers", f"{weights[number]:.1f}"))
    show(
        "Memory of the process that draws (it is replaced after 200 papers; here it is not)",
        ("after", "MB"),
        rows,
    )
    last = [weights[number] for number in sorted(weights)][-2:]
    return last[-1] - last[0] < 5


async def _waiting(kind: str, place: str, asks: int) -> None:
    async with databases.fresh(kind, place):
        store.use((Path(place if kind == "sqlite" else "/tmp") / "bench-files").as_uri())  # noqa: S108
        unit = await cast.employer()
        await cast.base(unit)
        app, settings = visitor.application()
        cookie = await visitor.sign_in(unit, settings)
        await visitor.ask(app, PAPER, cookie)
        rows = [_told("before", await _others(app, asks))]
        asking = [asyncio.create_task(_papers(app, cookie)) for _ in range(ASKERS)]
        rows.append(_told(f"while {ASKERS} ask for papers", await _others(app, asks)))
        for task in asking:
            task.cancel()
        drawn = sum(task.result() for task in await _ended(asking))
        rows.append(_told("afterwards", await _others(app, asks)))
        pool.close()
    show(
        f"Another's search on {kind} ({drawn} papers meanwhile)",
        ("", "p50 ms", "p95 ms", "p99 ms", "most"),
        rows,
    )


async def _ended(asking: list[asyncio.Task[int]]) -> list[asyncio.Task[int]]:
    await asyncio.gather(*asking, return_exceptions=True)
    return [task for task in asking if not task.cancelled()]


async def _papers(app: ASGIApp, cookie: str) -> int:
    """Until it is told to stop."""
    many = 0
    with suppress(asyncio.CancelledError):
        while True:
            answer = await visitor.ask(app, PAPER, cookie)
            assert answer.body.startswith(b"%PDF")
            many += 1
    return many


async def _others(app: ASGIApp, asks: int) -> list[float]:
    seconds = []
    for _ in range(asks):
        answer = await visitor.ask(app, OTHER, fragment=True)
        assert answer.status == 200
        seconds.append(answer.seconds)
        await asyncio.sleep(EVERY)
    return seconds


def _told(name: str, seconds: list[float]) -> tuple[str, ...]:
    return (name, *(ms(percentile(seconds, share)) for share in (0.5, 0.95, 0.99)), ms(max(seconds)))


def _processor(process: Process) -> float:
    """Seconds of a core that it has used."""
    fields = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICK


def _megabytes(process: Process) -> float:
    """What is its own: the files of fonts, which every process shares, are counted apart."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("RssAnon")) / 1024
