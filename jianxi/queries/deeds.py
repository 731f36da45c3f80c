"""Who did what last to a record: for rows already decided and for decisions that came second."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from piccolo.query.functions import Max

from jianxi.domain import labels, periods
from jianxi.domain.deeds import changed, done, not_done
from jianxi.domain.outcomes import Stale
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.tables.log import LogEntry


@dataclass(frozen=True, slots=True)
class Deed:
    """The newest move of one record."""

    verb: str
    actor: str
    at: datetime


async def last_deeds(noun: str, ids: Collection[int]) -> dict[int, Deed]:
    """The newest move of each, by id. Logged looks are none: only what the flow's table of moves knows."""
    if not ids:
        return {}
    of_noun = (LogEntry.noun == noun) & LogEntry.verb.is_in(list(labels.VERBS[noun]))
    mine = of_noun & LogEntry.record.is_in(list(ids))
    newest = LogEntry.select(Max(LogEntry.id)).where(mine).group_by(LogEntry.record)
    columns = (LogEntry.record, LogEntry.verb, LogEntry.actor_name, LogEntry.at)
    rows = await LogEntry.select(*columns).where(LogEntry.id.is_in(newest))
    return {row["record"]: Deed(row["verb"], row["actor_name"], row["at"]) for row in rows}


async def is_own(viewer: OfficialViewer | EmployerViewer, noun: str, id: int, verb: str) -> bool:
    """Whether the newest move of the record is this one, made by that very official or employer."""
    moves = (LogEntry.noun == noun) & LogEntry.verb.is_in(list(labels.VERBS[noun])) & (LogEntry.record == id)
    columns = (LogEntry.verb, LogEntry.actor_kind, LogEntry.actor)
    row = await LogEntry.select(*columns).where(moves).order_by(LogEntry.id, ascending=False).first()
    return row is not None and tuple(row.values()) == (verb, *_who(viewer))


def _who(viewer: OfficialViewer | EmployerViewer) -> tuple[str, int]:
    """As the log knows them (services/log.py)."""
    if isinstance(viewer, OfficialViewer):
        return str(viewer.role), viewer.official
    return "employer", viewer.employer


async def stale(noun: str, id: int, today: date) -> Stale:
    """For somebody whose decision on this record came second: the sentence, and what happened alone."""
    what = clause(noun, (await last_deeds(noun, [id])).get(id), today)
    return Stale(not_done(what), what)


def clause(noun: str, deed: Deed | None, today: date) -> str:
    """What happened alone, for a sentence that goes on with what to do here."""
    if deed is None:
        return changed(noun)
    return done(noun, deed.verb, deed.actor, periods.in_shanghai(deed.at), today)
