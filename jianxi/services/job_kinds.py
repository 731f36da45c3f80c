"""Which runner does which kind of 后台任务."""

from collections.abc import Mapping

from jianxi.domain.jobs import JobKind
from jianxi.services import job_exports, job_imports, job_rosters
from jianxi.services.job_context import Runner

RUNNERS: Mapping[JobKind, Runner] = {
    JobKind.BASES_EXPORT: job_exports.bases,
    JobKind.PLACEMENTS_EXPORT: job_exports.placements,
    JobKind.DEPARTURES_EXPORT: job_exports.departures,
    JobKind.TRAINEES_EXPORT: job_exports.trainees,
    JobKind.REGISTER_IMPORT: job_imports.register,
    JobKind.ROSTER_SUBMISSION: job_rosters.submit,
    JobKind.ROSTER_ACCEPTANCE: job_rosters.accept,
    JobKind.ROSTER_EXPORT: job_rosters.export,
}
