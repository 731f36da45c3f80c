"""后台任务: asked for in the transaction of whoever asks, and cancelled. `services/job_running.py` does them."""

import hashlib
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.crypto import sealing
from jianxi.domain import jobs
from jianxi.domain.entries import canonical
from jianxi.domain.jobs import JobKind, JobState
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import jobs as reading
from jianxi.queries.files import SEAL as NAME_SEAL
from jianxi.services import log
from jianxi.storage import store
from jianxi.tables.endings import NotInUnitOfWork
from jianxi.tables.engine import current
from jianxi.tables.jobs import Job as Row
from jianxi.tables.jobs import JobFile
from jianxi.tables.turns import Turn, take
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

CANCELLING = "同样的任务正在取消。请等它取消后再办理。"
Asker = EmployerViewer | OfficialViewer


@dataclass(frozen=True, slots=True)
class Kept:
    """A workbook in the store that has no row yet; what becomes of none is swept after a day."""

    key: str
    name: str
    size: int
    digest: str


async def keep(name: str, content: bytes) -> Kept:
    """Not in a unit of work: it takes its time. Raises `Away`."""
    key = secrets.token_hex(16)
    await store.put(key, content)
    return Kept(key, name, len(content), hashlib.sha256(content).hexdigest())


async def ask(
    viewer: Asker,
    kind: JobKind,
    label: str,
    args: Mapping[str, Any],
    now: datetime,
    sent: Kept | None = None,
) -> int:
    """`enqueue` in a unit of work of its own, where nothing else is written with it."""
    async with unit_of_work():
        return await enqueue(viewer, kind, label, args, now, sent)


async def enqueue(
    viewer: Asker,
    kind: JobKind,
    label: str,
    args: Mapping[str, Any],
    now: datetime,
    sent: Kept | None = None,
) -> int:
    """Inside a unit of work: saved or not with what else it writes. Answers the job's id; asked for the same again while
    it is not done, that of the one there is. `label`: what it does, without personal data; `args`: what JSON can hold,
    kept sealed. Raises `Refused` when too many are open."""
    if current().current_transaction.get() is None:
        raise NotInUnitOfWork
    await take(Turn.JOB)
    text = canonical({**args, "digest": sent.digest if sent else ""})
    fingerprint = sealing.blind_index(f"job:{viewer.account}:{kind}:{text}")
    if (same := await _same(fingerprint)) is not None:
        return same
    many = int(await reading.unfinished(viewer))
    if many >= jobs.MOST_OPEN:
        raise Refused(jobs.TOO_MANY.format(many))
    row = Row(account=viewer.account, asked_by=viewer.name, kind=kind.value, label=label, asked_at=now)
    row.employer = viewer.employer if isinstance(viewer, EmployerViewer) else None
    row.office = viewer.region if isinstance(viewer, OfficialViewer) else ""
    row.args, row.fingerprint = sealing.seal(json.dumps(dict(args)), reading.ARGS), fingerprint
    id = await insert(row)
    if sent is not None:
        await add_file(id, reading.SENT, sent)
    return id


async def add_file(job: int, part: str, kept: Kept) -> None:
    """Its row, inside the unit of work that makes it the job's."""
    name = sealing.seal(kept.name, NAME_SEAL)
    await insert(JobFile(job=job, part=part, key=kept.key, name=name, size=kept.size))


async def cancel(viewer: Asker, id: int, now: datetime) -> None:
    """取消: at once while it waits; one that runs ends at its next step; asked twice it is done once. Raises `Missing` and `Refused`."""
    mine = (reading.visible_to(viewer), Row.id == id)
    ended: dict[Column | str, Any] = {
        Row.state: JobState.CANCELLED.value,
        Row.args: None,
        Row.cancelling: True,
        Row.ended_at: now,
    }
    async with unit_of_work():
        waiting = Row.state == JobState.WAITING.value
        gone = await Row.update(ended).where(*mine, waiting).returning(Row.id)
        told = Row.update({Row.cancelling: True}).where(*mine, reading.is_open(), Row.cancelling.eq(False))
        if gone or await told.returning(Row.id):
            await log.record(viewer, now, "job", id, "cancel")
        elif not await Row.exists().where(*mine):
            raise Missing
        elif not await Row.exists().where(*mine, Row.cancelling.eq(True)):
            raise Refused(jobs.CANNOT_CANCEL)


async def _same(fingerprint: str) -> int | None:
    open_one = (reading.is_open(), Row.fingerprint == fingerprint)
    row = await Row.select(Row.id, Row.cancelling).where(*open_one).first()
    if row is None:
        return None
    if row["cancelling"]:
        raise Refused(CANCELLING)
    return int(row["id"])
