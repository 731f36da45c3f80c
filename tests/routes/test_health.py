"""/health/live and /health/ready: for whoever starts the process anew, and for whoever sends people to it."""

import asyncio
import time

import pytest

from jianxi.tables.engine import Engine
from jianxi.tables.postgres_engine import LARGEST_POOL
from jianxi.tables.unit_of_work import unit_of_work
from tests.web.site import browser

pytestmark = pytest.mark.anyio


async def test_a_process_with_an_upgraded_database_is_live_and_ready(database: Engine) -> None:
    async with browser() as visitor:
        answers = [await visitor.get("/health/live"), await visitor.get("/health/ready")]
    assert [(answer.status_code, answer.text) for answer in answers] == [(200, "ok"), (200, "ok")]


async def test_before_the_upgrade_it_is_live_but_not_ready(database: Engine) -> None:
    async with unit_of_work():
        await database.run("DELETE FROM migration_step WHERE name LIKE 'm0002%'")
    async with browser() as visitor:
        answers = [await visitor.get("/health/live"), await visitor.get("/health/ready")]
    assert [(answer.status_code, answer.text) for answer in answers] == [(200, "ok"), (503, "migrations")]


@pytest.mark.parametrize("database_kind", ["postgres"], indirect=True)
@pytest.mark.usefixtures("database")
async def test_who_asks_learns_within_seconds_that_the_database_has_nothing_free() -> None:
    """Readers of SQLite wait for nobody."""
    free = asyncio.Event()

    async def busy() -> None:
        async with unit_of_work():
            await free.wait()

    workers = [asyncio.create_task(busy()) for _ in range(LARGEST_POOL)]
    await asyncio.wait(workers, timeout=0.5)
    began = time.monotonic()
    async with browser() as visitor:
        answer = await visitor.get("/health/ready")
    lasted = time.monotonic() - began
    free.set()
    await asyncio.gather(*workers)
    assert (answer.status_code, answer.text) == (503, "database")
    assert lasted < 5
