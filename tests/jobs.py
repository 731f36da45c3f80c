"""后台任务 for tests: asked for by an office, done by a runner of the test's own, at a moment of its choice."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jianxi.domain.jobs import JobKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.services import job_running, jobs
from jianxi.services.job_context import Context, Done, Runner
from tests.conftest import NOW

KIND = JobKind.BASES_EXPORT
NAME = "林晓明"


async def asked(viewer: EmployerViewer | OfficialViewer, what: str = NAME) -> int:
    return await jobs.ask(viewer, KIND, "导出见习基地", {"asked": {"q": [what]}}, NOW)


async def run(runner: Runner, now: datetime = NOW, *, stops: bool = False) -> list[Exception]:
    """What nobody expected."""
    heard: list[Exception] = []
    runners = {KIND: runner}
    await job_running.run_one(lambda: now, lambda: stops, lambda job, error: heard.append(error), runners)
    return heard


async def quick(args: Mapping[str, Any], context: Context) -> Done:
    context.progress(3, 3)
    return Done("已导出3行。", name="见习基地.xlsx", content=b"PK rows", report={"rows": 3})
