"""The process apart that does 后台任务: killed between two chunks, the next one does the rest and nothing twice."""

import asyncio
import os
import signal
from pathlib import Path

import pytest

from jianxi.domain.jobs import JobKind
from jianxi.services import jobs
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Graduate
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.web.workers import Worker
from tests import cast
from tests.conftest import NOW, SECRET
from tests.sheets import row, workbook

pytestmark = pytest.mark.anyio
ROWS = 1_500


@pytest.fixture
def surroundings(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a server of this database would have."""
    monkeypatch.setenv("JIANXI_DATABASE_URL", database_url)
    monkeypatch.setenv("JIANXI_SECRET_KEY", SECRET)
    monkeypatch.setenv("JIANXI_STORAGE_URL", (tmp_path / "files").as_uri())


@pytest.mark.usefixtures("surroundings")
async def test_killed_between_two_chunks_it_is_begun_again_and_ends_with_its_server(database: Engine) -> None:
    official = await cast.official(cast.JINAN)
    sent = await jobs.keep("生源.xlsx", workbook(*(row() for _ in range(ROWS))))
    await jobs.ask(official, JobKind.REGISTER_IMPORT, "导入毕业生信息", {}, NOW, sent)
    dies, lives = Worker(), Worker()

    async with asyncio.timeout(60):
        dies.start(NOW)
        while not await Graduate.exists():
            assert dies.pid is not None
        os.kill(dies.pid or 0, signal.SIGKILL)
        await dies.end()
        before = await Graduate.count()
        async with unit_of_work():
            # So long has it given no sign of life.
            await Job.update({Job.lease_until: NOW}).where(Job.state == "running")
        lives.start(NOW)
        while not await Job.exists().where(Job.state == "done"):
            assert lives.pid is not None
        await lives.end()

    (job,) = await Job.select()
    assert 0 < before < ROWS == await Graduate.count() and lives.pid is None
    assert job["told"].startswith(
        f"共{ROWS:,}行：新增{ROWS - before:,}，更新0，没有变化{before:,}，不能导入0。"
    )
    assert "处理曾中断后重新开始" in job["told"] and job["attempts"] == 2
    assert await LogEntry.count().where(LogEntry.verb == "import") == ROWS / 500
