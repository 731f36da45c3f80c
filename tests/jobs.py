"""后台任务 for tests: asked for and done by a runner of the test's own, or planted where they are to stand."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from jianxi.crypto import sealing
from jianxi.domain.jobs import JobKind
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries.jobs import ARGS, RESULT
from jianxi.services import job_running, jobs
from jianxi.services.job_context import Context, Done, Runner
from jianxi.tables.jobs import Job
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast_people import save
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


async def planted(
    viewer: EmployerViewer | OfficialViewer, state: str = "done", label: str = "导出见习基地", **columns: Any
) -> int:
    """One of the viewer's unit or office that stands where the test wants it; with a result when it is done."""
    row = Job(account=viewer.account, asked_by=viewer.name, kind=KIND.value, label=label, asked_at=NOW)
    row.employer = viewer.employer if isinstance(viewer, EmployerViewer) else None
    row.office = viewer.region if isinstance(viewer, OfficialViewer) else ""
    row.state, row.fingerprint = state, uuid4().hex
    is_open = state in {"waiting", "running"}
    if is_open:
        row.args = sealing.seal(json.dumps({"asked": {}}), ARGS)
    row.lease_until = NOW + timedelta(days=365) if state == "running" else None
    row.ended_at = None if is_open else NOW
    for name, value in columns.items():
        setattr(row, name, value)
    id = await save(row)
    if state == "done":
        kept = await jobs.keep("见习基地.xlsx", b"PK rows")
        async with unit_of_work():
            await jobs.add_file(id, RESULT, kept)
    return id
