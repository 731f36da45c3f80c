"""The piece that live search asks for, with everything on; beside it the same list by bare sqlite3 and Jinja."""

import argparse
import asyncio
import time
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from itertools import cycle, islice
from typing import Any

from pysqlite3 import dbapi2 as sqlite
from starlette.types import ASGIApp

from bench import counting, databases, filling, visitor
from bench.counting import Statement
from bench.figures import ms, percentile, show
from jianxi.tables import engine
from jianxi.tables.sqlite_connection import PRAGMAS
from jianxi.tables.sqlite_engine import SqliteDatabase
from jianxi.templating import environment

SIZES = (1_000, 10_000, 100_000)
TURNS = 3
ADDRESSES = (
    "/positions?title=数控",
    "/positions?title=会计助理见习生",
    "/positions?q=商贸",
    "/positions?title=新媒体&city=370100",
    "/positions?q=数控&county=370102",
    "/positions?title=见",
)
RARE = "/positions?title=护理助理见习生96&degree=大专"
BARE_ROW = """<ul class="posts">
{% for p in positions %}
<li class="post" id="position-{{ p.id }}"><h3><a href="/positions/{{ p.id }}">{{ p.title }}</a></h3>
<p>{{ p.unit_name }} · {{ p.work_county | region }} · {{ p.degree }} · {{ p.major or "不限" }} · {{ p.months }}个月</p>
<p><b>{{ p.allowance_fen | yuan }}</b>元 · 剩余{{ p.headcount - p.accepted }}人 · {{ p.deadline | day_cn }}截止</p></li>
{% endfor %}
</ul>
<p>{{ total | thousands }}个岗位</p>"""


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    rows: list[tuple[str, ...]] = []
    for kind in options.databases:
        for size in (each for each in SIZES if each <= options.largest):
            rows += asyncio.run(_sized(kind, places[kind], size, options.asks))
    headings = (
        "piece of the live search",
        "p50 ms",
        "p95 ms",
        "min/median/max a second",
        "statements",
        "of bare",
    )
    show("Live search, 20 rows, count to 1,000, signed in, by published positions", headings, rows)
    print("  bare: the page's own statements by sqlite3 on one connection, rows by a small Jinja template")
    return True


async def _sized(kind: str, place: str, size: int, asks: int) -> list[tuple[str, ...]]:
    async with databases.fresh(kind, place) as database:
        filled = await filling.fill(filling.Sizes(2_000, size, min(500, size // 2), all_published=True))
        await databases.settle(database)
        app, settings = visitor.application()
        cookie = await visitor.sign_in(filled.person, settings)
        asked = await _statements(app, database, cookie)
        rates: list[float] = []
        seconds: list[float] = []
        bare: list[float] = []
        for _ in range(TURNS):
            turn = await _ours(app, cookie, asks)
            seconds += turn
            rates.append(len(turn) / sum(turn))
            if isinstance(database, SqliteDatabase):
                bare += _bare(database.path, asked, asks)
        rare = [(await _piece(app, RARE, cookie)) for _ in range(20)]
    return _told(f"{size:,} · {kind}", seconds, rates, rare, bare, max(len(each) for each in asked))


def _told(
    name: str, seconds: list[float], rates: list[float], rare: list[float], bare: list[float], statements: int
) -> list[tuple[str, ...]]:
    ratio = f"{sum(bare) / sum(seconds):.0%}" if bare else ""
    spread = "/".join(f"{rate:,.0f}" for rate in sorted(rates))
    times = (ms(percentile(seconds, 0.5)), ms(percentile(seconds, 0.95)))
    seldom = (ms(percentile(rare, 0.5)), ms(percentile(rare, 0.95)))
    return [
        (name, *times, spread, str(statements), ratio),
        (f"{name} · a rare word", *seldom, "", "", ""),
        *_bare_row(name, bare),
    ]


def _bare_row(name: str, seconds: Sequence[float]) -> list[tuple[str, ...]]:
    if not seconds:
        return []
    rate = f"{len(seconds) / sum(seconds):,.0f}"
    return [(f"{name} · bare", ms(percentile(seconds, 0.5)), ms(percentile(seconds, 0.95)), rate, "", "100%")]


async def _piece(app: ASGIApp, address: str, cookie: str) -> float:
    answer = await visitor.ask(app, address, cookie, fragment=True)
    assert answer.status == 200
    assert b'class="posts"' in answer.body or address == RARE, address
    return answer.seconds


async def _ours(app: ASGIApp, cookie: str, asks: int) -> list[float]:
    return [await _piece(app, address, cookie) for address in islice(cycle(ADDRESSES), asks)]


async def _statements(app: ASGIApp, database: engine.Engine, cookie: str) -> list[list[Statement]]:
    """What each address asks the database once everything that is kept in the process is there."""
    asked: list[list[Statement]] = []
    for address in ADDRESSES:
        await _piece(app, address, cookie)
        with counting.statements(database) as seen:
            await _piece(app, address, cookie)
        asked.append(list(seen))
    return asked


def _bare(path: str, asked: list[list[Statement]], asks: int) -> list[float]:
    connection = sqlite.connect(path, detect_types=sqlite.PARSE_DECLTYPES, isolation_level=None)
    connection.row_factory = sqlite.Row
    for pragma in PRAGMAS:
        connection.execute(pragma)
    template = environment().from_string(BARE_ROW)
    seconds: list[float] = []
    for statements in islice(cycle(asked), asks):
        began = time.perf_counter()
        answers = [connection.execute(text, _plain(values)).fetchall() for text, values in statements]
        rows: list[Mapping[str, Any]] = max(answers, key=len)
        total = next((row["many"] for rows in answers for row in rows if "many" in row.keys()), 0)  # noqa: SIM118
        assert "posts" in template.render(positions=rows[:20], total=total)
        seconds.append(time.perf_counter() - began)
    connection.close()
    return seconds


def _plain(values: Sequence[object]) -> list[object]:
    """As sqlite3 stores them: the bare program would not have Piccolo's converters."""
    return [str(value) if isinstance(value, date | datetime) else value for value in values]
