"""A server does 后台任务 between requests; one that is told to stop gives back the one under way, and the next does it."""

import asyncio
from datetime import datetime

import pytest

from jianxi.domain.jobs import JobKind
from jianxi.services import jobs as services
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job
from jianxi.web.errands import Errands
from tests import cast
from tests.conftest import NOW
from tests.sheets import row, workbook

pytestmark = [pytest.mark.anyio, pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)]


async def _others_turn() -> None:
    """A read of SQLite waits for nobody: without this, whoever asks again and again lets nobody else go on."""
    await asyncio.sleep(0)


def clock() -> datetime:
    return NOW


async def test_one_stopped_between_two_chunks_leaves_it_to_the_next_and_nothing_is_imported_twice(
    database: Engine,
) -> None:
    official = await cast.official(cast.JINAN)
    sent = await services.keep("生源.xlsx", workbook(*(row() for _ in range(600))))
    id = await services.ask(official, JobKind.REGISTER_IMPORT, "导入毕业生信息", {}, NOW, sent)
    errands = [Errands(clock, "https://jianxi.test", seconds=0.001) for _ in range(3)]

    async with asyncio.timeout(60):
        errands[0].begin()
        while not await Job.exists().where(Job.state == "running"):
            await _others_turn()
        await errands[0].end()
        (left,) = await Job.select()
        for each in errands[1:]:
            each.begin()
        while not await Job.exists().where(Job.state == "done"):
            await _others_turn()
        for each in errands[1:]:
            await each.end()

    (job,) = await Job.select()
    assert (left["state"], left["lease_until"], left["id"]) == ("waiting", None, id)
    assert job["told"].startswith("共600行：新增") and job["attempts"] == 2
    assert "处理曾中断后重新开始" in job["told"] and await Job.count() == 1
