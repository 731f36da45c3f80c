"""后台任务: what takes longer than somebody waits for: its states in words, how long it is kept, and what ends it early."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from jianxi.domain.labels import Shown


class JobState(StrEnum):
    """What is stored of a job."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


OPEN = (JobState.WAITING, JobState.RUNNING)
SHOWN = {
    JobState.WAITING: Shown("waiting", "排队中", "wait"),
    JobState.RUNNING: Shown("running", "正在处理", "live"),
    JobState.DONE: Shown("done", "已完成", "pass"),
    JobState.FAILED: Shown("failed", "未完成", "fail"),
    JobState.CANCELLED: Shown("cancelled", "已取消", "draft"),
}
CANCELLING = Shown("running", "正在取消", "wait")


class JobKind(StrEnum):
    """What is done. `services/job_kinds.py` knows by whom."""

    BASES_EXPORT = "bases_export"
    PLACEMENTS_EXPORT = "placements_export"
    DEPARTURES_EXPORT = "departures_export"
    TRAINEES_EXPORT = "trainees_export"
    REGISTER_IMPORT = "register_import"
    ROSTER_SUBMISSION = "roster_submission"
    ROSTER_ACCEPTANCE = "roster_acceptance"
    ROSTER_EXPORT = "roster_export"


LARGE = 2_000
"""Rows above which it is not done while somebody waits for the page: then a workbook takes three seconds at the most. The
slowest is a 花名册, with a row a person and one a person and month: 1,769 of them took two seconds of a busy machine."""
RECKONED = 5
"""So many rows of a 花名册 are computed, sealed and written down, or held against the records, while one is written into a
workbook."""
LEASE = timedelta(seconds=30)
"""So long may a job be without a sign of life; then another process, or the same after a restart, takes it up again."""
MOST_ATTEMPTS = 5
"""A job that ends the process each time must not be taken up for ever."""
MOST_OPEN = 5
"""Of one unit or office at a time, so that nobody's queue holds up everybody's."""
KEPT = timedelta(days=7)
"""After its end are its result and what it said in detail deleted; the row that tells what was done stays."""

TOO_MANY = "还有{}个后台任务没有完成。请等其中一个完成，或者取消不再需要的，再办理这一项。"
GIVEN_UP = "处理过程中服务多次中断，任务已停止。请再试一次；如仍不成功，请联系系统管理员。"
UNEXPECTED = (
    "处理时出现了意外的问题，任务没有完成。请再试一次；如仍不成功，请联系系统管理员，并告知任务编号。"
)
GONE = "提交任务的账号已停用，或者已不属于本单位，任务没有执行。"
NOT_THERE = "任务所办理的记录已不存在，或者已不在您的办理范围内。"
CANNOT_CANCEL = "任务已经结束，不能再取消。"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a job stands, as whoever has it asks."""

    state: JobState
    cancelling: bool

    @property
    def shown(self) -> Shown:
        return CANCELLING if self.state is JobState.RUNNING and self.cancelling else SHOWN[self.state]

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def may_be_cancelled(self) -> bool:
        return self.is_open and not self.cancelling

    @property
    def waits(self) -> bool:
        return self.state is JobState.WAITING

    @property
    def went_well(self) -> bool:
        return self.state is JobState.DONE

    @property
    def failed(self) -> bool:
        return self.state is JobState.FAILED


Progress = Callable[[int, int], None]
"""What is told how far something is: done, of how many. May raise `Ended`."""


def unheard(done: int, total: int) -> None:
    """Where nobody asks how far it is."""


class Ended(Exception):
    """A job that does not go on, raised where it tells how far it is. What it has not saved is lost."""


class Cancelled(Ended):
    """Somebody has asked for it. Says what is saved already."""


class Interrupted(Ended):
    """The server stops: another one, or the next, does it from the start."""


class Lost(Ended):
    """Another process has taken it for dead and does it now."""


def reckoned(rows: int) -> int:
    """To how many rows of a workbook it comes to compute those of a 花名册. Never nothing where there are any."""
    return -(-rows // RECKONED)


def per_cent(done: int, total: int) -> int:
    return min(100 * done // total, 100) if total else 0
