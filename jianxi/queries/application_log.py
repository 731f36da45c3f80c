"""Who did what last to 报名: for rows already decided and for decisions that came second."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from jianxi.domain import labels, periods
from jianxi.tables.log import LogEntry

NOUN = "application"


@dataclass(frozen=True, slots=True)
class Deed:
    """The newest entry of one record."""

    verb: str
    actor: str
    at: datetime


async def last_deeds(ids: Collection[int]) -> dict[int, Deed]:
    """The newest entry of each, by id."""
    if not ids:
        return {}
    columns = (LogEntry.record, LogEntry.verb, LogEntry.actor_name, LogEntry.at)
    mine = (LogEntry.noun == NOUN) & LogEntry.record.is_in(list(ids))
    rows = await LogEntry.select(*columns).where(mine).order_by(LogEntry.id)
    return {row["record"]: Deed(row["verb"], row["actor_name"], row["at"]) for row in rows}


async def stale_sentence(id: int, today: date) -> str:
    """What somebody reads whose decision on this application came second."""
    deed = (await last_deeds([id])).get(id)
    if deed is None:
        return "您的操作未执行。该报名刚刚有变化，本行已更新为最新内容。"
    return labels.stale_sentence(NOUN, deed.verb, deed.actor, periods.in_shanghai(deed.at), today)
