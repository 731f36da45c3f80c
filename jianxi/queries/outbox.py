"""Reads the outbox: whether something is due, what a message says, and what 不明 or failed needs somebody's eyes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from piccolo.columns.combination import WhereRaw
from piccolo.query.functions import Count

from jianxi.domain.outbox import OutboxState
from jianxi.tables.notices import Notice
from jianxi.tables.notices import Outbox as Row

UNSETTLED = (OutboxState.UNKNOWN.value, OutboxState.FAILED.value)

CLAIMED = (Row.id, Row.notice, Row.attempts)


@dataclass(frozen=True, slots=True)
class Message:
    """A claimed row with its notice."""

    id: int
    attempts: int
    title: str
    employer: int | None
    person: int | None
    created_at: datetime


async def is_due(now: datetime) -> bool:
    waits = (Row.state == OutboxState.WAITING.value) & (Row.next_at <= now)
    lost = (Row.state == OutboxState.SENDING.value) & (Row.lease_until <= now)
    return await Row.exists().where(waits) or await Row.exists().where(lost)


async def messages(claimed: Sequence[dict[str, Any]]) -> list[Message]:
    """Of rows as they were claimed: id, notice and attempts."""
    columns = (Notice.id, Notice.title, Notice.employer, Notice.person, Notice.created_at)
    wanted = Notice.id.is_in([row["notice"] for row in claimed])
    said = {row.pop("id"): row for row in await Notice.select(*columns).where(wanted)}
    return [Message(row["id"], row["attempts"], **said[row["notice"]]) for row in claimed]


async def unsettled() -> dict[str, int]:
    """How many messages are 不明 or given up, by state: an index of these alone answers it."""
    wanted = WhereRaw("state IN ('unknown', 'failed')")
    rows = await Row.select(Row.state, Count(Row.id, alias="many")).where(wanted).group_by(Row.state)
    return {row["state"]: row["many"] for row in rows}


async def newest_unsettled(most: int) -> list[dict[str, Any]]:
    """Their id, state, fault and moment, for whoever looks after the installation."""
    columns = (Row.id, Row.state, Row.channel, Row.fault, Row.next_at)
    wanted = Row.state.is_in(list(UNSETTLED))
    return await Row.select(*columns).where(wanted).order_by(Row.id, ascending=False).limit(most)
