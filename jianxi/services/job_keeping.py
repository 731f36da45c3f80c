"""Deletes what 后台任务 have made when its days are over: results and details. The row that tells what was done stays."""

from datetime import datetime

from jianxi.domain.jobs import KEPT
from jianxi.storage import store
from jianxi.tables.jobs import Job as Row
from jianxi.tables.jobs import JobFile
from jianxi.tables.unit_of_work import unit_of_work

AT_ONCE = 200


async def forget(now: datetime) -> int:
    """As often as one likes; answers how many files are gone. Rows first: an object that is left without one is swept."""
    before, removed = now - KEPT, 0
    old = Row.ended_at < before
    while True:
        async with unit_of_work():
            rows = (
                await JobFile.select(JobFile.id, JobFile.key)
                .where(JobFile.job.ended_at < before)
                .limit(AT_ONCE)
            )
            if rows:
                await JobFile.delete().where(JobFile.id.is_in([row["id"] for row in rows]))
            await Row.update({Row.report: None}).where(old, Row.report.is_not_null())
        await store.delete([row["key"] for row in rows])
        removed += len(rows)
        if len(rows) < AT_ONCE:
            return removed
