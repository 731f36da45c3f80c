"""Reads 后台任务: those of a viewer's unit or office, newest first, and what whoever runs one must know of it."""

import json
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from piccolo.custom_types import Combinable
from piccolo.query.methods.count import Count

from jianxi.crypto import sealing
from jianxi.domain.jobs import KEPT, OPEN, JobKind, JobState, Standing, per_cent
from jianxi.domain.labels import Shown
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, Viewer
from jianxi.queries import sessions
from jianxi.queries.files import SEAL as NAME_SEAL
from jianxi.storage import store
from jianxi.tables.accounts import Account
from jianxi.tables.jobs import Job as Row
from jianxi.tables.jobs import JobFile

ARGS, REPORT = "job.args", "job.report"
SENTENCE = "sentence"
"""In the report of a job that failed: all that `told` says in counts, with names."""
SENT, RESULT = "sent", "result"
_LISTED = (
    *(Row.id, Row.kind, Row.label, Row.state, Row.asked_by, Row.done, Row.total, Row.cancelling, Row.told),
    *(Row.path, Row.report, Row.asked_at, Row.begun_at, Row.ended_at),
)
_WHO = """
SELECT a.id AS account, a.disabled, e.id AS employer, e.name AS employer_name, o.id AS official,
       o.name AS official_name, o.region, NULL AS person
FROM account a LEFT JOIN employer e ON e.account = a.id LEFT JOIN official o ON o.account = a.id
WHERE a.id = {}
"""


@dataclass(frozen=True, slots=True)
class File:
    """A workbook that lies in the store for a job."""

    key: str
    name: str
    size: int


@dataclass(frozen=True, slots=True)
class Job:
    """One of the viewer's, as its page and its row show it."""

    id: int
    kind: JobKind
    label: str
    standing: Standing
    asked_by: str
    done: int
    total: int
    told: str
    path: str
    report: Mapping[str, Any]
    asked_at: datetime
    begun_at: datetime | None
    ended_at: datetime | None
    result: File | None = None

    @property
    def shown(self) -> Shown:
        return self.standing.shown

    @property
    def per_cent(self) -> int:
        return per_cent(self.done, self.total)

    @property
    def faults(self) -> Sequence[tuple[int, str]]:
        """Rows of a workbook that were not taken, each with why."""
        faults: Sequence[tuple[int, str]] = self.report.get("faults", ())
        return faults

    @property
    def many_faults(self) -> int:
        """Of which `faults` are the first."""
        return int(self.report.get("many", 0))

    @property
    def tone(self) -> str:
        """Of the note that says how it ended."""
        if self.standing.went_well:
            return "warn" if self.faults else "ok"
        return "bad" if self.standing.failed else ""

    @property
    def is_past(self) -> bool:
        """It went well, what it made is gone, and no other page tells of it."""
        return self.standing.went_well and not (self.result or self.report or self.path)

    @property
    def kept_until(self) -> datetime | None:
        return self.ended_at + KEPT if self.ended_at else None


def visible_to(viewer: Viewer) -> Combinable:
    """An office's are of everybody who works there, as its notices are."""
    match viewer:
        case EmployerViewer(employer=employer):
            return (Row.employer == employer) & Row.employer.is_not_null()
        case OfficialViewer(region=region):
            return (Row.office == region) & (Row.office != "")
    never: Combinable = Row.id < 0
    return never


def is_open() -> Combinable:
    return Row.state.is_in([state.value for state in OPEN])


def unfinished(viewer: Viewer) -> Count:
    """How many wait or run, to be asked; an index of the open ones alone answers it."""
    return Row.count().where(is_open(), visible_to(viewer))


async def count(viewer: Viewer) -> int:
    return int(await Row.count().where(visible_to(viewer)))


async def page(viewer: Viewer, *, offset: int, size: int) -> list[Job]:
    query = Row.select(*_LISTED).where(visible_to(viewer)).order_by(Row.id, ascending=False)
    return [_built(row) for row in await query.limit(size).offset(offset)]


async def get(viewer: Viewer, id: int) -> Job:
    """`Missing` for another's."""
    row = await Row.select(*_LISTED).where(visible_to(viewer), Row.id == id).first()
    if row is None:
        raise Missing
    return _built(row, await file_of(id, RESULT))


async def before(job: Job) -> int:
    """How many others are to be done before one that waits."""
    return int(await Row.count().where(is_open(), Row.id < job.id))


async def file_of(job: int, part: str) -> File | None:
    row = await JobFile.select().where(JobFile.job == job, JobFile.part == part).first()
    return File(row["key"], sealing.unseal(row["name"], NAME_SEAL), row["size"]) if row else None


def content(file: File) -> AsyncIterator[bytes]:
    """Part by part. Raises `Lost`, and `Away`."""
    return store.parts(file.key, file.size)


async def is_due(now: datetime) -> bool:
    """Whether one waits, or runs without a sign of life."""
    waits, lost = due(now)
    return await Row.exists().where(waits | lost)


def due(now: datetime) -> tuple[Combinable, Combinable]:
    """Waiting; or taken for dead."""
    lost = (Row.state == JobState.RUNNING.value) & (Row.lease_until <= now)
    return Row.state == JobState.WAITING.value, lost


async def asker(account: int, today: date) -> EmployerViewer | OfficialViewer | None:
    """Who somebody is now, as at a sign-in; None for a closed account."""
    rows = await Account.raw(_WHO, account)
    if not rows or rows[0]["disabled"]:
        return None
    viewer = await sessions.viewer_in(rows[0], None, today)
    return viewer if isinstance(viewer, EmployerViewer | OfficialViewer) else None


def _built(row: Mapping[str, Any], result: File | None = None) -> Job:
    standing = Standing(JobState(row["state"]), row["cancelling"])
    said = json.loads(sealing.unseal(row["report"], REPORT)) if row["report"] else {}
    left_out = ("state", "cancelling", "report", "kind")
    plain = {name: value for name, value in row.items() if name not in left_out}
    plain["told"] = said.get(SENTENCE, plain["told"])
    return Job(kind=JobKind(row["kind"]), standing=standing, report=said, result=result, **plain)
