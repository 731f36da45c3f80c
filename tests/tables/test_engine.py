"""The engine opens what its address names, set as durably as promised, and reads while somebody writes."""

import asyncio
import contextvars
import os
import stat
from collections.abc import Callable, Coroutine
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from jianxi.tables.engine import Engine, open_engine
from jianxi.tables.sqlite_engine import OLDEST, SqliteDatabase
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.tables.saving import account, names

pytestmark = pytest.mark.anyio

only_sqlite = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


def test_the_bundled_sqlite_is_one_that_loses_nothing() -> None:
    assert sqlite.sqlite_version_info >= OLDEST


@only_sqlite
@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("mmap_size", 0),
        ("busy_timeout", 5000),
    ],
)
async def test_the_connection_that_writes_is_set_as_promised(
    database: Engine, pragma: str, value: object
) -> None:
    async with unit_of_work():
        row = (await database.run(f"PRAGMA {pragma}"))[0]

    assert next(iter(row.values())) == value


async def test_readers_see_only_what_is_saved_and_do_not_wait(database: Engine) -> None:
    seen: list[list[str]] = []

    async def look() -> None:
        seen.append(await names())

    async with unit_of_work():
        await insert(account("new"))
        await outside(look)
    await look()

    assert seen == [[], ["new"]]


async def outside(act: Callable[[], Coroutine[None, None, None]]) -> None:
    """Somebody else's task, which has no part in this unit of work."""
    await asyncio.get_running_loop().create_task(act(), context=contextvars.Context())


async def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    opened = open_engine(f"sqlite:///{tmp_path / 'new' / 'file'}")
    await opened.start()
    await opened.stop()

    assert isinstance(opened, SqliteDatabase)
    assert stat.S_IMODE(os.stat(tmp_path / "new" / "file").st_mode) == 0o600


@pytest.mark.parametrize("address", ["", "sqlite://", "sqlite:///", "mysql://host/name", "file"])
def test_an_address_that_names_no_database_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="must begin with"):
        open_engine(address)


async def test_a_database_that_was_not_started_says_so(tmp_path: Path) -> None:
    for address in (f"sqlite:///{tmp_path / 'file'}", "postgresql://nobody@127.0.0.1:1/none"):
        with pytest.raises(RuntimeError, match="started"):
            await open_engine(address).run("SELECT 1")
