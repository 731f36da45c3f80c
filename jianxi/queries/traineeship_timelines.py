"""One timeline of everything that belongs to a 上岗: 报名, the placement, its 离岗 and 留用."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from operator import or_

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable

from jianxi.domain import labels
from jianxi.domain.traineeship_words import told
from jianxi.queries.log import MOST, Event, event
from jianxi.queries.placements import Placement
from jianxi.tables.log import LogEntry

Records = Mapping[str, Collection[int]]
"""Ids by noun, of records that the viewer was found to see."""
_HANGING = {
    "departure": "record IN (SELECT id FROM departure WHERE placement = {})",
    "retention": "record IN (SELECT id FROM retention WHERE placement = {})",
}


async def timeline(records: Records) -> list[Event]:
    """Newest first, in words that tell the records apart. Logged looks are no part of it."""
    asked = [_of(noun, LogEntry.record.is_in(list(ids))) for noun, ids in records.items() if ids]
    return await _told(asked) if asked else []


async def of_traineeship(placement: Placement) -> list[Event]:
    """The same of one placement that the viewer was found to see, from its 报名 on, with every 离岗 and 留用 of it."""
    asked = [
        _of("application", LogEntry.record == placement.application),
        _of("placement", LogEntry.record == placement.id),
        *(_of(noun, WhereRaw(hanging, placement.id)) for noun, hanging in _HANGING.items()),
    ]
    return await _told(asked)


async def _told(asked: Sequence[Combinable]) -> list[Event]:
    wanted = reduce(or_, asked)
    rows = await LogEntry.select().where(wanted).order_by(LogEntry.id, ascending=False).limit(MOST)
    return [replace(event(row), label=told(row["noun"], row["verb"])) for row in rows]


def _of(noun: str, records: Combinable) -> Combinable:
    found: Combinable = (LogEntry.noun == noun) & records & LogEntry.verb.is_in(list(labels.VERBS[noun]))
    return found
