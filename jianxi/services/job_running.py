"""Does 后台任务, one at a time in each process: claimed, done, told. A job whose process died is taken up again."""

import asyncio
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.crypto import sealing
from jianxi.domain import jobs, periods
from jianxi.domain.jobs import Cancelled, Interrupted, JobKind, JobState, Lost
from jianxi.domain.outcomes import Refused, Unavailable
from jianxi.queries import jobs as reading
from jianxi.services import job_endings
from jianxi.services.job_context import Context, Done, Runner
from jianxi.services.job_endings import Ending, Mine
from jianxi.services.job_kinds import RUNNERS
from jianxi.tables.conflicts import Contended
from jianxi.tables.jobs import Job as Row
from jianxi.tables.unit_of_work import unit_of_work

BEAT = 2.0
"""Seconds between two signs of life, in which it also learns that somebody cancels it."""
Failed = Callable[[int, Exception], None]


@dataclass(frozen=True, slots=True)
class _Claimed:
    mine: Mine
    account: int
    employer: int | None
    office: str
    args: bytes


@dataclass(frozen=True, slots=True)
class _Surroundings:
    clock: Callable[[], datetime]
    stops: Callable[[], bool]
    failed: Failed
    runners: Mapping[JobKind, Runner]


async def run_one(
    clock: Callable[[], datetime],
    stops: Callable[[], bool],
    failed: Failed,
    runners: Mapping[JobKind, Runner] = RUNNERS,
) -> bool:
    """The job whose turn it is; answers whether there was one. `failed` hears of what nobody expected."""
    if not await reading.is_due(clock()):
        return False
    claimed = await _claim(clock())
    if claimed is None:
        return True
    ending = await _ending(claimed, _Surroundings(clock, stops, failed, runners))
    if ending is not None:
        await job_endings.end(claimed.mine, ending, clock())
    return True


async def _claim(now: datetime) -> _Claimed | None:
    """Whoever is second finds it claimed already and has none."""
    waits, lost = reading.due(now)
    values: dict[Column | str, Any] = {
        Row.state: JobState.RUNNING.value,
        Row.attempts: Row.attempts + 1,
        Row.lease_until: now + jobs.LEASE,
        Row.begun_at: now,
    }
    columns = (Row.id, Row.attempts, Row.kind, Row.label, Row.account, Row.employer, Row.office, Row.args)
    async with unit_of_work():
        first = await Row.select(Row.id).where(waits | lost).order_by(Row.id).first()
        if first is None:
            return None
        found = await Row.update(values).where(Row.id == first["id"], waits | lost).returning(*columns)
    if not found:
        return None
    row = found[0]
    mine = Mine(
        row["id"], row["attempts"], JobKind(row["kind"]), row["label"], row["employer"], row["office"]
    )
    return _Claimed(mine, row["account"], row["employer"], row["office"], row["args"])


async def _ending(claimed: _Claimed, around: _Surroundings) -> Ending | None:
    """None where it is left to whoever takes it up next."""
    if claimed.mine.attempt > jobs.MOST_ATTEMPTS:
        return Ending(JobState.FAILED, jobs.GIVEN_UP)
    try:
        return Ending.of(await _run(claimed, around))
    except Cancelled as cancelled:
        return Ending(JobState.CANCELLED, str(cancelled))
    except Interrupted:
        return Ending(JobState.WAITING)
    except (Lost, Unavailable) as error:
        around.failed(claimed.mine.id, error)
        return None
    except Exception as error:  # noqa: BLE001
        sentence = job_endings.sentence_of(error)
        if not sentence:
            around.failed(claimed.mine.id, error)
        brief = error.brief if isinstance(error, Refused) else ""
        return Ending.failed(sentence or jobs.UNEXPECTED, brief)


async def _run(claimed: _Claimed, around: _Surroundings) -> Done:
    mine, now = claimed.mine, around.clock()
    viewer = await reading.asker(claimed.account, periods.today(now))
    if viewer is None or not job_endings.belongs(viewer, claimed.employer, claimed.office):
        raise job_endings.Gone(jobs.GONE)
    sent = await reading.file_of(mine.id, reading.SENT)
    context = Context(mine.id, viewer, mine.attempt, now, sent, around.stops)
    args = json.loads(sealing.unseal(claimed.args, reading.ARGS))
    beats = asyncio.create_task(_beat(mine, context, around.clock))
    try:
        return await around.runners[mine.kind](args, context)
    finally:
        beats.cancel()
        with suppress(asyncio.CancelledError):
            await beats


async def _beat(mine: Mine, context: Context, clock: Callable[[], datetime]) -> None:
    """A database that is away for a moment is no reason to end: the lease is longer than several beats."""
    while not context.lost:
        with suppress(Unavailable, Contended):
            await beat(mine, context, clock())
        await asyncio.sleep(BEAT)


async def beat(mine: Mine, context: Context, now: datetime) -> None:
    """One sign of life: how far it is, and whether it is still wanted and still ours."""
    values: dict[Column | str, Any] = {
        Row.lease_until: now + jobs.LEASE,
        Row.done: context.done,
        Row.total: context.total,
    }
    async with unit_of_work():
        rows = await Row.update(values).where(*mine.held).returning(Row.cancelling)
    context.lost = not rows
    context.cancelling = bool(rows) and rows[0]["cancelling"]
