"""How a move is made: only on the record as the person saw it, written together with its log entry."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol

from piccolo.columns import Column
from piccolo.table import Table

from jianxi.domain import periods
from jianxi.domain.flow import Decision
from jianxi.domain.viewers import Viewer
from jianxi.queries import deeds
from jianxi.services import log
from jianxi.tables import writing


class Versioned(Protocol):
    """A record as it was read inside the unit of work."""

    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...


async def check_version(noun: str, record: Versioned, version: int, today: date) -> None:
    """Before the table of moves is asked: who was shown another version is told what happened, not a rule."""
    if record.version != version:
        raise await deeds.stale(noun, record.id, today)


async def change(
    noun: str,
    table: type[Table],
    record: Versioned,
    decision: Decision,
    values: Mapping[Column, object],
    now: datetime,
) -> dict[str, Any]:
    """The row after the move, not yet logged; `Stale` when it is no longer as it was read."""
    state = table._meta.get_column_by_name("state")
    written = {state: decision.target, **values}
    row = await writing.change(
        table, record.id, version=record.version, states=[decision.source], values=written
    )
    if row is None:
        raise await deeds.stale(noun, record.id, periods.today(now))
    return row


async def write(
    viewer: Viewer,
    noun: str,
    table: type[Table],
    record: Versioned,
    decision: Decision,
    values: Mapping[Column, object],
    now: datetime,
    facts: Mapping[str, object] | None = None,
) -> dict[str, Any]:
    """The row after the move, with its log entry. `facts` is what else the entry tells."""
    row = await change(noun, table, record, decision, values, now)
    made = (decision.verb, decision.source, decision.target, decision.reason)
    await log.record(viewer, now, noun, record.id, *made, facts=facts)
    return row
