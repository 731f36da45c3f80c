"""A failing COMMIT, a full disk, a lost server and a cancelled request leave neither a lock nor a broken connection."""

import asyncio
import random

import pytest

from jianxi.domain.outcomes import Unavailable
from jianxi.tables.engine import Engine
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert
from tests.tables.saving import account, names, save

pytestmark = pytest.mark.anyio

MORE_THAN_THE_POOL = 15
SLOW = {
    "sqlite": "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000000) "
    "SELECT max(i) FROM n",
    "postgres": "SELECT pg_sleep(0.5)",
}


async def all_is_well(database: Engine) -> None:
    """As many writers as there are connections get through, and the rows they leave are all there are more."""
    before = await names()
    added = [f"well{number}" for number in range(MORE_THAN_THE_POOL)]
    async with asyncio.timeout(20):
        await asyncio.gather(*map(save, added))
    assert sorted(await names()) == sorted(before + added)


async def point_nowhere(database: Engine, name: str) -> None:
    async with unit_of_work():
        await insert(account(name))
        await database.run("INSERT INTO pointer (account) VALUES (999)")


async def test_a_failing_commit_saves_nothing_and_blocks_nobody(database: Engine) -> None:
    async with unit_of_work():
        await database.run(
            "CREATE TABLE pointer (account INTEGER REFERENCES account (id) DEFERRABLE INITIALLY DEFERRED)"
        )

    for number in range(MORE_THAN_THE_POOL):
        with pytest.raises(Conflict, match="foreign_key"):
            await point_nowhere(database, f"lost{number}")

    assert await names() == []
    await all_is_well(database)


async def fill(database: Engine) -> None:
    async with unit_of_work():
        await insert(account("too much"))
        await database.run("UPDATE account SET password_hash = hex(zeroblob(1000000))")


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_full_disk_saves_nothing_and_once_there_is_room_all_goes_on(database: Engine) -> None:
    async with unit_of_work():
        pages = (await database.run("PRAGMA page_count"))[0]["page_count"]
        await database.run(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(Unavailable) as met:
        await fill(database)

    assert "full" in str(met.value.__cause__)
    assert await names() == []
    async with unit_of_work():
        await database.run("PRAGMA max_page_count = 1000000")
    await all_is_well(database)


@pytest.mark.parametrize("database_kind", ["postgres"], indirect=True)
async def test_a_connection_lost_in_the_middle_is_replaced(database: Engine) -> None:
    with pytest.raises(Unavailable):
        await lose_connection(database)

    await all_is_well(database)


async def lose_connection(database: Engine) -> None:
    async with unit_of_work():
        await insert(account("lost"))
        await database.run("SELECT pg_terminate_backend(pg_backend_pid())")


async def test_a_request_cancelled_inside_its_unit_saves_nothing(database: Engine) -> None:
    inside = asyncio.Event()

    async def dawdle() -> None:
        async with unit_of_work():
            await insert(account("lost"))
            inside.set()
            await asyncio.Event().wait()

    task = asyncio.create_task(dawdle())
    await inside.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert await names() == []
    await all_is_well(database)


async def test_a_request_cancelled_during_a_long_statement_frees_the_way(database: Engine) -> None:
    async def compute() -> None:
        async with unit_of_work():
            await insert(account("lost"))
            await database.run(SLOW[database.engine_type])

    tasks = [asyncio.create_task(compute()) for _ in range(MORE_THAN_THE_POOL)]
    await asyncio.wait(tasks, timeout=0.1)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)

    assert await names() == []
    assert all(task.cancelled() for task in tasks)
    await all_is_well(database)


async def test_requests_cancelled_at_any_point_are_saved_whole_or_not_at_all(database: Engine) -> None:
    chance = random.Random(7)

    async def write(number: int) -> None:
        async with unit_of_work():
            await insert(account(f"first{number}"))
            await insert(account(f"second{number}"))

    async def give_up(number: int) -> None:
        task = asyncio.create_task(write(number))
        for _ in range(chance.randrange(40)):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait({task})

    for start in range(0, 150, 15):
        await asyncio.gather(*(give_up(number) for number in range(start, start + 15)))

    found = await names()
    firsts = {name.removeprefix("first") for name in found if name.startswith("first")}
    seconds = {name.removeprefix("second") for name in found if name.startswith("second")}
    assert firsts == seconds
    await all_is_well(database)
