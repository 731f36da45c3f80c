"""后台任务 that the demo's county and its unit have had done."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from jianxi import templating
from jianxi.cli.demo_data.offices import Staff
from jianxi.domain.jobs import JobKind
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import regions
from jianxi.services import job_running, jobs

PLACEMENTS, TRAINEES = "导出见习上岗", "导出上岗人员"


async def finish(staff: Staff, unit: EmployerViewer, now: datetime) -> None:
    templating.use_directory(await regions.directory())
    county = staff.county("370102")
    await _done(county, JobKind.PLACEMENTS_EXPORT, PLACEMENTS, {"asked": {}}, now - timedelta(hours=20))
    await _done(unit, JobKind.TRAINEES_EXPORT, TRAINEES, {"asked": {}}, now - timedelta(hours=19))


async def _done(
    viewer: jobs.Asker, kind: JobKind, label: str, args: Mapping[str, Any], then: datetime
) -> None:
    await jobs.ask(viewer, kind, label, args, then)
    later = then + timedelta(seconds=40)
    await job_running.run_one(lambda: later, lambda: False, _unexpected)


def _unexpected(job: int, error: Exception) -> None:
    raise error
