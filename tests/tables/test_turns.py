"""SQLite answers short statements where they are asked; nobody else waits for long ones or for another process."""

import asyncio
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from jianxi.tables.engine import Engine, current
from jianxi.tables.sqlite_connection import Unfinished, execute, execute_within, opened
from jianxi.tables.sqlite_engine import SqliteDatabase
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.tables.saving import account, names, save

pytestmark = pytest.mark.anyio
only_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)

LONG = "SELECT max(i) AS most FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) "
LONG += "SELECT i FROM n)"


async def turns_during(task: "asyncio.Task[object]") -> int:
    """How often another task had its turn until this one ended."""
    turns = 0
    while not task.done():
        await asyncio.sleep(0)
        turns += 1
    return turns


async def long_read_inside() -> object:
    async with unit_of_work():
        await insert(account("before"))
        rows = await current().run(LONG)
        await insert(account("after"))
    return rows[0]["most"]


@only_sqlite
async def test_others_have_their_turn_during_a_long_read(database: Engine) -> None:
    task = asyncio.create_task(database.run(LONG))

    assert await turns_during(task) > 100
    assert task.result() == [{"most": 1_000_000}]


@only_sqlite
async def test_a_long_read_inside_a_unit_holds_up_nobody_and_loses_nothing(database: Engine) -> None:
    task = asyncio.create_task(long_read_inside())

    assert await turns_during(task) > 100
    assert task.result() == 1_000_000
    assert await names() == ["before", "after"]


@only_sqlite
async def test_others_have_their_turn_while_another_process_writes(database: Engine) -> None:
    assert isinstance(database, SqliteDatabase)
    other = opened(database.path)
    other.execute("BEGIN IMMEDIATE")
    task = asyncio.create_task(save("patient"))
    for _ in range(1_000):
        await asyncio.sleep(0)

    assert not task.done()
    other.execute("COMMIT")
    other.close()
    await task
    assert await names() == ["patient"]


async def test_a_read_that_is_interrupted_can_be_asked_again(tmp_path: Path) -> None:
    connection: sqlite.Connection = opened(str(tmp_path / "file"))

    with pytest.raises(Unfinished):
        execute_within(connection, 0, LONG)

    assert execute(connection, LONG) == [{"most": 1_000_000}]
    connection.close()
