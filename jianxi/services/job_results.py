"""Hands out what a 后台任务 has made: who took it is logged, as with every 导出."""

from datetime import datetime

from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries.jobs import Job
from jianxi.services import log
from jianxi.tables.unit_of_work import unit_of_work


async def taken(viewer: EmployerViewer | OfficialViewer, job: Job, now: datetime) -> None:
    async with unit_of_work():
        await log.record(viewer, now, "job", job.id, "export", facts={"kind": job.kind.value})
