"""How a 后台任务 ends: its state, its sentence, its result and the notice of it in one transaction."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from piccolo.columns import Column
from piccolo.custom_types import Combinable

from jianxi.crypto import sealing
from jianxi.domain import jobs
from jianxi.domain.jobs import JobKind, JobState
from jianxi.domain.outcomes import Forbidden, Invalid, Missing, Refused, Told
from jianxi.domain.subsidy_rules import Lacking
from jianxi.domain.texts import Malformed
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import jobs as reading
from jianxi.services import job_notices
from jianxi.services.job_context import Done
from jianxi.services.jobs import Kept, add_file, keep
from jianxi.storage import store
from jianxi.tables.jobs import Job as Row
from jianxi.tables.jobs import JobFile
from jianxi.tables.unit_of_work import unit_of_work


class Gone(Refused):
    """Whoever asked is not there any more."""


@dataclass(frozen=True, slots=True)
class Mine:
    """A job as one process has claimed it."""

    id: int
    attempt: int
    kind: JobKind
    label: str
    employer: int | None
    office: str

    @property
    def held(self) -> tuple[Combinable, ...]:
        """True while no other process has taken it up."""
        running = Row.state == JobState.RUNNING.value
        return Row.id == self.id, Row.attempts == self.attempt, running


@dataclass(frozen=True, slots=True)
class Ending:
    """The state it leads to, and what there is to tell. WAITING: another process does it from the start."""

    state: JobState
    told: str = ""
    path: str = ""
    name: str = ""
    content: bytes = b""
    report: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def failed(cls, sentence: str, brief: str = "") -> "Ending":
        """What is told in the open, in the notice too, has no names and accounts; the sealed report has the sentence."""
        if not brief or brief == sentence:
            return cls(JobState.FAILED, sentence)
        return cls(JobState.FAILED, brief, report={reading.SENTENCE: sentence})

    @classmethod
    def of(cls, done: Done) -> "Ending":
        return cls(JobState.DONE, done.told, done.path, done.name, done.content, done.report)


def sentence_of(error: Exception) -> str:
    """Why it was not done, where that is told to people; else empty."""
    match error:
        case Told(sentence=sentence):
            return sentence
        case Invalid(messages=messages):
            return "；".join(messages.values())
        case Malformed():
            return str(error)
        case Lacking(sentences=sentences):
            return "；".join(sentences) + "。"
        case Missing() | Forbidden():
            return jobs.NOT_THERE
    return ""


def belongs(viewer: EmployerViewer | OfficialViewer, employer: int | None, office: str) -> bool:
    """Whoever asked still works where the job is kept."""
    if isinstance(viewer, EmployerViewer):
        return viewer.employer == employer
    return viewer.region == office


async def end(mine: Mine, ending: Ending, now: datetime) -> bool:
    """Answers whether it was still ours to end. Its result lies in the store before; the workbook that it read is
    removed afterwards."""
    result = await keep(ending.name, ending.content) if ending.content else None
    async with unit_of_work():
        ours = await Row.update(_values(ending, now)).where(*mine.held).returning(Row.id)
        read = await _settle(mine, ending, result, now) if ours else []
    await store.delete(read)
    return bool(ours)


def _values(ending: Ending, now: datetime) -> dict[Column | str, Any]:
    values: dict[Column | str, Any] = {Row.state: ending.state.value, Row.lease_until: None}
    if ending.state is JobState.WAITING:
        return {**values, Row.done: 0, Row.total: 0}
    said = sealing.seal(json.dumps(dict(ending.report)), reading.REPORT) if ending.report else None
    values |= {Row.told: ending.told, Row.path: ending.path, Row.report: said}
    return {**values, Row.args: None, Row.ended_at: now}


async def _settle(mine: Mine, ending: Ending, result: Kept | None, now: datetime) -> list[str]:
    """Keys of the objects that nothing needs any more."""
    if ending.state is JobState.WAITING:
        return []
    if result is not None:
        await add_file(mine.id, reading.RESULT, result)
    await job_notices.tell(mine.id, mine.label, mine.employer, mine.office, ending.state, ending.told, now)
    spent = (JobFile.job == mine.id, JobFile.part == reading.SENT)
    return [row["key"] for row in await JobFile.delete().where(*spent).returning(JobFile.key)]
