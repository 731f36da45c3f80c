"""How an acceptance ends before the start: 放弃录用 by the person, 取消录用 by the employer or the office of its level."""

from datetime import datetime
from typing import Protocol

from jianxi.domain import endings, periods
from jianxi.domain.applications import FLOW, ApplicationFacts, ApplicationVerb
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer, Viewer, role_of
from jianxi.forms.free_reasons import read_free_reason
from jianxi.queries import applications, received
from jianxi.services import holds, moves, placement_endings
from jianxi.tables.applications import Application as Row
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun


class _Accepted(Protocol):
    """An application as whoever ends it sees it."""

    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...

    @property
    def position(self) -> int: ...

    @property
    def person(self) -> int: ...

    @property
    def facts(self) -> ApplicationFacts: ...


async def decline(viewer: PersonViewer, id: int, version: int, reason: str, now: datetime) -> None:
    """放弃录用: the seat is free, the chance is not used, the employer reads the reason."""
    async with unit_of_work():
        await _hold(await applications.get(viewer, id, periods.today(now)))
        found = await applications.get(viewer, id, periods.today(now))
        await _end(viewer, found, ApplicationVerb.DECLINE, version, reason, now)


async def cancel(
    viewer: EmployerViewer | OfficialViewer, id: int, version: int, reason: str, now: datetime
) -> None:
    """取消录用: the same; the person and the other side read the reason."""
    async with unit_of_work():
        await _hold(await received.get(viewer, id, periods.today(now)))
        found = await received.get(viewer, id, periods.today(now))
        await _end(viewer, found, ApplicationVerb.CANCEL, version, reason, now)


async def _hold(found: _Accepted) -> None:
    """Everything that an acceptance stands on, and what stands on it: nobody registers, approves or cancels in between."""
    await holds.position(found.position)
    await holds.person(found.person)
    await holds.application(found.id)


async def _end(
    viewer: Viewer, found: _Accepted, verb: ApplicationVerb, version: int, typed: str, now: datetime
) -> None:
    """Ends it as the table of moves says, if it is still as it was shown; a 上岗登记 that has not started ends first."""
    await moves.check_version(NOUN, found, version, periods.today(now))
    reason = read_free_reason(typed, endings.REASONS[verb])
    decision = FLOW.decide(verb, found.facts, role_of(viewer), reason)
    await placement_endings.cancel_with(viewer, found.id, now)
    values = {Row.ended_at: now, Row.ended_by: role_of(viewer).value, Row.ending: decision.reason}
    await moves.write(viewer, NOUN, Row, found, decision, values, now, {"position": found.position})
