"""What happened to one record, for its timeline."""

import json
from collections.abc import Mapping
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


async def timeline(noun: str, record_id: int) -> list[Event]:
    """Newest first. Logged looks are no part of it: only what the flow's table of moves knows."""
    mine = (LogEntry.noun == noun) & (LogEntry.record == record_id)
    rows = await LogEntry.select().where(mine).order_by(LogEntry.id, ascending=False)
    return [
        Event(
            row["at"],
            row["actor_name"],
            row["office"],
            labels.verb(noun, row["verb"]),
            row["reason"],
            row["source"],
            row["target"],
            row["verb"],
            json.loads(row["facts"] or "{}"),
        )
        for row in rows
        if row["verb"] in labels.VERBS[noun]
    ]
