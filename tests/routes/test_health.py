"""/health/live and /health/ready: for whoever starts the process anew, and for whoever sends people to it."""

import pytest

from jianxi.tables.engine import Engine
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
