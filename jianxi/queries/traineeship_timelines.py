"""One timeline of everything that belongs to a 上岗: 报名, the placement, its 离岗 and 留用."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from functools import reduce
from operator import or_

from piccolo.custom_types import Combinable

from jianxi.domain import labels
from jianxi.domain.traineeship_words import told
from jianxi.queries.log import MOST, Event, event
from jianxi.tables.log import LogEntry

Records = Mapping[str, Collection[int]]
"""Ids by noun, of records that the viewer was found to see."""


async def timeline(records: Records) -> list[Event]:
    """Newest first, in words that tell the records apart. Logged looks are no part of it."""
    asked = [_of(noun, ids) for noun, ids in records.items() if ids]
    if not asked:
        return []
    rows = (
        await LogEntry.select().where(reduce(or_, asked)).order_by(LogEntry.id, ascending=False).limit(MOST)
    )
    return [replace(event(row), label=told(row["noun"], row["verb"])) for row in rows]


def _of(noun: str, ids: Collection[int]) -> Combinable:
    verbs = LogEntry.verb.is_in(list(labels.VERBS[noun]))
    found: Combinable = (LogEntry.noun == noun) & LogEntry.record.is_in(list(ids)) & verbs
    return found
