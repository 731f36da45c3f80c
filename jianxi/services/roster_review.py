"""What the office decides about a 花名册 that was sent: 接受, which freezes it, and 退回."""

from datetime import datetime
from typing import Any

from jianxi.domain import periods
from jianxi.domain.outcomes import Refused, Stale
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.domain.subsidies import Standing
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.free_reasons import read_without_numbers
from jianxi.queries import roster_checks, rosters
from jianxi.queries.roster_computing import Computed
from jianxi.queries.rosters import Roster
from jianxi.services import moves, roster_telling
from jianxi.services.roster_holds import held, told
from jianxi.services.roster_submission import BUSY, TRIES, Changed, computed, unchanged, was_done
from jianxi.services.roster_writing import Progress, nothing
from jianxi.tables.rosters import Roster as Row
from jianxi.tables.rosters import RosterMonth, RosterRound
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict

NOUN = FLOW.noun
REASON = "退回原因"
SEND_BACK = "请退回，由单位重新报送。"
_ONCE = ("roster_month_counted_once", "roster_month_person_once")
"""The database's own guards against paying twice; asked again, the guard of the table of moves says who it is."""


async def accept(
    viewer: OfficialViewer, id: int, version: int, now: datetime, progress: Progress = nothing
) -> None:
    """接受: frozen as it was sent, if records and parameters still say so. A second click, or a job that was taken up again,
    accepts once."""
    for _ in range(TRIES):
        roster = await rosters.get(viewer, id, periods.today(now))
        if await was_done(viewer, roster, version, RosterVerb.ACCEPT):
            return
        await moves.check_version(NOUN, roster, version, periods.today(now))
        FLOW.decide(RosterVerb.ACCEPT, roster.facts, viewer.role)
        progress(0, roster.people)
        found = await computed(roster, now)
        changes = await roster_checks.since_sent(id, roster.round, found)
        if changes.are_there:
            raise Refused(changes.sentence + SEND_BACK, changes.brief + SEND_BACK)
        progress(roster.people, roster.people)
        try:
            await _freeze(viewer, roster, found, now)
            return
        except Changed:
            continue
        except Conflict as conflict:
            if conflict.constraint_name not in _ONCE:
                raise
    raise Stale(BUSY)


async def send_back(viewer: OfficialViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """退回, for the reason that the employer reads."""
    async with unit_of_work():
        roster = await held(viewer, id, version, now)
        made = FLOW.decide(RosterVerb.RETURN, roster.facts, viewer.role, read_without_numbers(reason, REASON))
        await moves.write(viewer, NOUN, Row, roster, made, {Row.state_since: now}, now, told(roster))
        await _decided(viewer, roster, "returned", now, made.reason)


async def _freeze(viewer: OfficialViewer, read: Roster, found: Computed, now: datetime) -> None:
    async with unchanged(viewer, read, found, now) as roster:
        made = FLOW.decide(RosterVerb.ACCEPT, roster.facts, viewer.role)
        if roster.corrects is not None:
            await _no_longer_counts(roster.corrects)
        of = RosterMonth
        mine = (of.roster == roster.id) & (of.round == roster.round)
        await of.update({of.counted: True}).where(mine, of.standing != Standing.PENDING.value)
        values: dict[Any, object] = {Row.counts: True, Row.state_since: now}
        await moves.write(viewer, NOUN, Row, roster, made, values, now, told(roster))
        await _decided(viewer, roster, "accepted", now)
        await roster_telling.corrected(viewer, roster, now)


async def _no_longer_counts(corrected: int) -> None:
    """The version before. It stays as it was accepted, and says so; only it is no longer what was granted."""
    await RosterMonth.update({RosterMonth.counted: False}).where(
        RosterMonth.roster == corrected, RosterMonth.counted.eq(True)
    )
    await Row.update({Row.counts: False}).where(Row.id == corrected)


async def _decided(
    viewer: OfficialViewer, roster: Roster, decision: str, now: datetime, reason: str = ""
) -> None:
    of = RosterRound
    said: dict[Any, object] = {of.decision: decision, of.decided_at: now, of.decided_by: viewer.name}
    await of.update({**said, of.reason: reason}).where(of.roster == roster.id, of.round == roster.round)
