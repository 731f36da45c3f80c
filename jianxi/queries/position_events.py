"""The timeline of a 见习岗位, which tells also what an edit changed and how far 报名 was extended."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from jianxi.domain.periods import spoken
from jianxi.domain.positions import FLOW, PositionVerb
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import labels
from jianxi.queries import log
from jianxi.queries.log import Event

_FIELDS = {**labels(PositionForm), "allowance_fen": labels(PositionForm)["allowance"]}
"""Column to label."""


async def timeline(id: int) -> list[Event]:
    """Newest first."""
    return [replace(event, label=event.label + _told(event)) for event in await log.timeline(FLOW.noun, id)]


def _told(event: Event) -> str:
    """What the entry's facts say, in words that follow the action's."""
    if event.verb == PositionVerb.EXTEND:
        return _from_to(event.facts)
    if event.verb == PositionVerb.EDIT:
        changed = [label for name, label in _FIELDS.items() if name in event.facts.get("fields", ())]
        return f"：{'、'.join(changed)}" if changed else "：没有改动"
    return ""


def _from_to(facts: Mapping[str, Any]) -> str:
    """The two days of 延长报名; nothing of an entry that has none."""
    days = [spoken(date.fromisoformat(facts[name])) for name in ("from", "to") if facts.get(name)]
    return f"，由{days[0]}至{days[1]}" if len(days) == 2 else ""
