"""The steps of the database when several processes start at once."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from jianxi.services import installation
from jianxi.tables import engine

pytestmark = pytest.mark.anyio
NAME = "empty_at_first"


@pytest.fixture
async def empty(postgres_cluster: str) -> AsyncIterator[str]:
    """The address of a PostgreSQL database without a table."""
    connection = await asyncpg.connect(postgres_cluster)
    await connection.execute(f"CREATE DATABASE {NAME}")
    yield postgres_cluster.removesuffix("postgres") + f"{NAME}?sslmode=disable"
    await connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")
    await connection.close()


async def test_of_four_that_start_on_an_empty_database_one_runs_the_steps(empty: str) -> None:
    opened = engine.open_engine(empty)
    engine.use(opened)
    await opened.start()
    ran = await asyncio.gather(*(installation.initialise() for _ in range(4)), return_exceptions=True)
    await opened.stop()
    assert [steps for steps in ran if steps != []] == [list(installation.STEPS)]
