"""What happened to one record, for its timeline."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jianxi.domain import labels
from jianxi.tables.log import LogEntry


@dataclass(frozen=True, slots=True)
class Event:
    """One thing somebody did. `label` is the action's word, the states are keys."""

    at: datetime
    actor_name: str
    office: str
    label: str
    reason: str
    source: str
    target: str
    verb: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """What else the entry tells."""
    noun: str = ""
    record: int = 0

    @property
    def refuses(self) -> bool:
        """Whether it says no. What begins a record may have its reason, too (离岗登记), and refuses nothing."""
        return bool(self.reason and self.source)


MOST = 100
"""Somebody may save a draft every minute for years; components/timeline.html says that there is more."""


async def timeline(noun: str, record_id: int, without: Collection[str] = ()) -> list[Event]:
    """The newest, newest first. Logged looks are no part of it: only what the flow's table of moves knows, `without`
    what this viewer does not read."""
    told = [verb for verb in labels.VERBS[noun] if verb not in without]
    mine = (LogEntry.noun == noun) & (LogEntry.record == record_id) & LogEntry.verb.is_in(told)
    rows = await LogEntry.select().where(mine).order_by(LogEntry.id, ascending=False).limit(MOST)
    return [event(row) for row in rows]


def event(row: Mapping[str, Any]) -> Event:
    """An entry as a timeline tells it."""
    return Event(
        row["at"],
        row["actor_name"],
        row["office"],
        labels.verb(row["noun"], row["verb"]),
        row["reason"],
        row["source"],
        row["target"],
        row["verb"],
        json.loads(row["facts"] or "{}"),
        row["noun"],
        row["record"],
    )
