"""Durable changes of state by 50 writers at once, beside the same rows written by the bare drivers in the same run."""

import argparse
import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping

import asyncpg
from pysqlite3 import dbapi2 as sqlite

from bench import databases
from bench.figures import ms, percentile, show
from bench.visitor import NOW
from jianxi.domain.viewers import OfficialViewer
from jianxi.services import position_review
from jianxi.tables import engine
from jianxi.tables.log import LogEntry
from jianxi.tables.positions import Position
from jianxi.tables.sqlite_connection import PRAGMAS
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast

WRITERS = 50
POOL = 10
DECIDED = "UPDATE \"position\" SET state = 'approved', version = version + 1, decided_at = '2026-11-20 02:00:00+00:00' "
DECIDED += "WHERE id = {} AND version = 1 AND state = 'waiting_city'"
LOGGED = "INSERT INTO log_entry ({columns}) SELECT {columns} FROM log_entry WHERE id = 1"

Turn = tuple[float, list[float]]
"""Seconds for all, seconds of each."""


def measure(options: argparse.Namespace, places: Mapping[str, str]) -> bool:
    rows: list[tuple[object, ...]] = []
    for kind in options.databases:
        rows += asyncio.run(_writes(kind, places[kind], options.changes))
    headings = ("changes of state", "a second", "p50 ms", "p99 ms", "of the bare driver's")
    show(
        f"{options.changes} approvals by {WRITERS} writers at once, each durable when answered",
        headings,
        rows,
    )
    return True


async def _writes(kind: str, place: str, many: int) -> list[tuple[object, ...]]:
    """The bare driver before and after us: a disk that gets busier meanwhile shows."""
    address = await databases.make(kind, place)
    bare = _bare_sqlite if kind == "sqlite" else _bare_postgres
    async with databases.opened(address) as database:
        office = await cast.official(cast.JINAN)
        ids = await _waiting(1 + 3 * many)
        await position_review.approve(office, ids[0], 1, NOW)
        await databases.settle(database)
        before = await bare(address, ids[1 : many + 1])
        ours = await _ours(office, ids[many + 1 : 2 * many + 1])
        after = await bare(address, ids[2 * many + 1 :])
        await _check(database)
    best = max(many / before[0], many / after[0])
    return [
        _row(f"bare, before · {kind}", before, best),
        _row(f"through services · {kind}", ours, best),
        _row(f"bare, after · {kind}", after, best),
    ]


def _row(name: str, turn: Turn, best: float) -> tuple[object, ...]:
    rate = len(turn[1]) / turn[0]
    return (
        name,
        f"{rate:,.0f}",
        ms(percentile(turn[1], 0.5)),
        ms(percentile(turn[1], 0.99)),
        f"{rate / best:.0%}",
    )


async def _waiting(many: int) -> list[int]:
    base = await cast.base(await cast.employer(), level="city")
    first = await cast.position(base, "waiting_city")
    row = (await Position.select().where(Position.id == first))[0]
    facts = {name: value for name, value in row.items() if name != "id"}
    async with unit_of_work():
        for start in range(1, many, 200):
            await Position.insert(*(Position(**facts) for _ in range(min(200, many - start))))
    return [row["id"] for row in await Position.select(Position.id).order_by(Position.id)]


async def _ours(office: OfficialViewer, ids: list[int]) -> Turn:
    async def approve(id: int) -> None:
        await position_review.approve(office, id, 1, NOW)

    return await _by_many(approve, ids)


async def _by_many(change: Callable[[int], Awaitable[object]], ids: list[int]) -> Turn:
    """50 at once, each going on with the next id."""
    left, seconds = iter(ids), list[float]()

    async def writer() -> None:
        for id in left:
            began = time.perf_counter()
            await change(id)
            seconds.append(time.perf_counter() - began)

    started = time.perf_counter()
    await asyncio.gather(*(writer() for _ in range(WRITERS)))
    return time.perf_counter() - started, seconds


async def _bare_sqlite(address: str, ids: list[int]) -> Turn:
    """One connection, one after the other: no writer could be faster."""
    connection = sqlite.connect(address.removeprefix("sqlite:///"), isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(pragma)
    decided, logged, seconds = DECIDED.format("?"), _logged(), list[float]()
    started = time.perf_counter()
    for id in ids:
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(decided, (id,))
        connection.execute(logged)
        connection.execute("COMMIT")
        seconds.append(time.perf_counter() - began)
    taken = time.perf_counter() - started
    connection.close()
    return taken, seconds


async def _bare_postgres(address: str, ids: list[int]) -> Turn:
    decided, logged = DECIDED.format("$1"), _logged()
    async with asyncpg.create_pool(address, min_size=POOL, max_size=POOL) as pool:

        async def change(id: int) -> None:
            async with pool.acquire() as connection, connection.transaction():
                await connection.execute(decided, id)
                await connection.execute(logged)

        return await _by_many(change, ids)


def _logged() -> str:
    names = (each._meta.db_column_name for each in LogEntry.all_columns() if not each._meta.primary_key)
    return LOGGED.format(columns=", ".join(names))


async def _check(database: engine.Engine) -> None:
    """Nothing was left out to be fast."""
    rows = await database.run("SELECT count(*) AS many FROM \"position\" WHERE state <> 'approved'")
    assert rows[0]["many"] == 0
