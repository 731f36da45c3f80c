"""A database that the first part left, with rows in it, is brought up to date: nothing is lost, nothing half known."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest

from jianxi.crypto import keys
from jianxi.queries import regions
from jianxi.services import installation
from jianxi.tables import engine
from jianxi.tables.engine import TABLES, Engine
from jianxi.tables.unit_of_work import unit_of_work
from tests.conftest import SECRET

pytestmark = pytest.mark.anyio
NAME, FIRST = "first_part", "m0001_first_part"
COLUMNS = {
    "sqlite": "SELECT name, type FROM pragma_table_info('{}') WHERE \"notnull\" = 1 AND pk = 0",
    "postgres": "SELECT column_name AS name, data_type AS type FROM information_schema.columns "
    "WHERE table_name = '{}' AND table_schema = 'public' AND is_nullable = 'NO' AND column_name <> 'id'",
}
OF_TYPE = {
    "int": "1",
    "var": "''",
    "tex": "''",
    "cha": "''",
    "tim": "'2026-11-20 02:00:00+00:00'",
    "dat": "'2026-12-15'",
    "boo": "FALSE",
    "blo": "x'00'",
    "byt": "'\\x00'",
}
"""Something for a column of which the test says nothing."""
APPROVED = {"state": "'approved'", "level": "'city'", "round": "2"}
ROWS: tuple[tuple[str, dict[str, str]], ...] = (
    ("account", {"username_key": "'one'", "kind": "'employer'"}),
    ("account", {"username_key": "'two'", "kind": "'employer'"}),
    ("employer", {"account": "1", "credit_code": "'91370100MA0000001X'"}),
    ("employer", {"account": "2", "credit_code": "'91370100MA0000002X'"}),
    ("base", {"employer": "1", **APPROVED}),
    ("base", {"employer": "2", "state": "'waiting_city'"}),
    ("base_version", {"base": "1", "round": "1"}),
    ("base_version", {"base": "1", "round": "2"}),
    ("base_version", {"base": "2", "round": "1"}),
    ("person", {"kind": "'youth'"}),
    ("position", {"state": "'published'", "base_level": "'city'", "published_at": OF_TYPE["tim"]}),
    ("application", {"state": "'waiting'"}),
    ("session", {"account": "1"}),
    ("log_entry", {"noun": "'base'"}),
)


@pytest.fixture
async def address(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """Of a database without a table."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / NAME}"
        return
    cluster: str = request.getfixturevalue("postgres_cluster")
    connection = await asyncpg.connect(cluster)
    await connection.execute(f"CREATE DATABASE {NAME}")
    yield cluster.removesuffix("postgres") + f"{NAME}?sslmode=disable"
    await connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")
    await connection.close()


@pytest.fixture
async def first_part(address: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Engine]:
    """Only the first step has run, and every kind of row is there."""
    keys.configure(SECRET)
    regions.forget()
    opened = engine.open_engine(address)
    engine.use(opened)
    await opened.start()
    with monkeypatch.context() as then:
        then.setattr(installation, "STEPS", (FIRST,))
        await installation.initialise()
    async with unit_of_work():
        for table, said in ROWS:
            await _fill(opened, table, said)
    yield opened
    await opened.stop()


async def _fill(database: Engine, table: str, said: dict[str, str]) -> None:
    columns = await database.run(COLUMNS[database.engine_type].format(table))
    values = {row["name"]: OF_TYPE[row["type"].lower()[:3]] for row in columns} | said
    named, given = ", ".join(values), ", ".join(values.values())
    await database.run(f"INSERT INTO {table} ({named}) VALUES ({given})")


async def test_no_row_is_lost_and_every_table_is_read(first_part: Engine) -> None:
    ran = await installation.initialise()

    assert ran == [step for step in installation.STEPS if step != FIRST]
    assert await installation.pending() == []
    kept = {table._meta.tablename: len(await table.select()) for table in TABLES}
    assert {name: kept[name] for name, _ in ROWS} == {
        name: sum(name == other for other, _ in ROWS) for name, _ in ROWS
    }


async def test_what_was_approved_is_in_force_as_it_was_approved(first_part: Engine) -> None:
    await installation.initialise()

    bases = await first_part.run("SELECT state, approved_round FROM base ORDER BY id")
    levels = await first_part.run("SELECT level FROM base_version ORDER BY id")
    assert [tuple(row.values()) for row in bases] == [("approved", 2), ("waiting_city", 0)]
    assert [row["level"] for row in levels] == ["", "city", ""]


async def test_every_submission_there_was_gets_a_code_of_its_own(first_part: Engine) -> None:
    await installation.initialise()

    papers = await first_part.run("SELECT code, kind, record, version, number FROM paper ORDER BY id")
    assert [(row["kind"], row["record"], row["version"]) for row in papers] == [
        *(("base", 1, 1), ("base", 1, 2), ("base", 2, 1))
    ]
    assert len({row["code"] for row in papers}) == len({row["number"] for row in papers}) == 3


async def test_four_processes_that_start_at_once_upgrade_it_once(first_part: Engine) -> None:
    ran = await asyncio.gather(*(installation.initialise() for _ in range(4)))

    assert len([steps for steps in ran if steps]) == 1
