"""What the employer decides about 报名: 审核通过 takes a seat of the position, 审核不通过 says why."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from piccolo.columns import Column

from jianxi.domain import periods, reasons
from jianxi.domain.applications import FLOW, ApplicationVerb
from jianxi.domain.flow import Decision, Role
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import received
from jianxi.queries.received import Received
from jianxi.services import holds, moves
from jianxi.tables.applications import Application as Row
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun


async def accept(viewer: EmployerViewer, id: int, version: int, now: datetime) -> None:
    """审核通过: the application, whose seat the database counts. Nobody else takes the position's last seat between
    our reading and our writing."""
    async with unit_of_work():
        found = await received.get(viewer, id, periods.today(now))
        held = await holds.base(found.base)
        await holds.position(found.position)
        application = await _as_shown(viewer, id, version, now)
        facts = replace(application.facts, base_is_approved=held.is_approved)
        decision = FLOW.decide(ApplicationVerb.ACCEPT, facts, Role.EMPLOYER)
        await _settle(viewer, application, decision, {}, now)


async def reject(
    viewer: EmployerViewer, id: int, version: int, ticked: Sequence[str], note: str, now: datetime
) -> None:
    """审核不通过, for the reasons ticked and the note, which the person reads. Final: the person may choose again."""
    async with unit_of_work():
        application = await _as_shown(viewer, id, version, now)
        reason = reasons.reason_text(NOUN, ticked, note)
        decision = FLOW.decide(ApplicationVerb.REJECT, application.facts, Role.EMPLOYER, reason)
        await _settle(viewer, application, decision, {Row.rejection: decision.reason}, now)


async def _as_shown(viewer: EmployerViewer, id: int, version: int, now: datetime) -> Received:
    """The application inside the unit of work; `Stale` when it is no longer as the employer saw it."""
    today = periods.today(now)
    application = await received.get(viewer, id, today)
    await moves.check_version(NOUN, application, version, today)
    return application


async def _settle(
    viewer: EmployerViewer,
    application: Received,
    decision: Decision,
    values: Mapping[Column, object],
    now: datetime,
) -> None:
    """Writes the decision, if the application is still as it was shown, and logs it."""
    decided = {Row.decided_at: now, **values}
    facts = {"position": application.position}
    await moves.write(viewer, NOUN, Row, application, decision, decided, now, facts)
