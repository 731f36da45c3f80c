"""What a person does about 报名: applies for a position, withdraws while it waits, changes to another one (改报)."""

from dataclasses import replace
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.applications import FLOW, ApplicationVerb
from jianxi.domain.flow import Role
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import applications
from jianxi.queries.applications import Application
from jianxi.services import application_checks, moves
from jianxi.tables.applications import Application as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict

NOUN = applications.NOUN


async def apply(viewer: PersonViewer, position: int, now: datetime) -> int:
    """报名: the new application's id. `Refused` says which of the conditions does not hold."""
    try:
        async with unit_of_work():
            held = await application_checks.hold(viewer, position, now)
            made = FLOW.decide(ApplicationVerb.APPLY, held.facts, Role.PERSON)
            return await application_checks.write(viewer, held, made, now)
    except Conflict as conflict:
        raise application_checks.refusal(conflict, now) from None


async def withdraw(viewer: PersonViewer, id: int, version: int, now: datetime) -> None:
    """撤销报名: the person may choose another position."""
    async with unit_of_work():
        application = await _as_shown(viewer, id, version, now)
        made = FLOW.decide(ApplicationVerb.WITHDRAW, application.facts, Role.PERSON)
        await moves.write(viewer, NOUN, Row, application, made, {}, now)


async def switch(viewer: PersonViewer, id: int, version: int, position: int, now: datetime) -> int:
    """改报: the id of the new application. The one that waits ends only where the other can be made; else it stays as
    it is and `Refused` says what is in the way there. The other position is held before the application is looked
    at, so that an acceptance of it, which may come at once, is either seen here or comes too late itself."""
    try:
        async with unit_of_work():
            await applications.get(viewer, id, periods.today(now))
            held = await application_checks.hold(viewer, position, now)
            waiting = await _as_shown(viewer, id, version, now)
            left = replace(waiting.facts, is_here=waiting.position == position, live=held.facts.live)
            leaving = FLOW.decide(ApplicationVerb.SWITCH, left, Role.PERSON)
            free = replace(held.facts, live=None)
            made = FLOW.decide(ApplicationVerb.APPLY, free, Role.PERSON)
            await moves.write(viewer, NOUN, Row, waiting, leaving, {}, now, {"position": position})
            return await application_checks.write(viewer, held, made, now, switched_from=id)
    except Conflict as conflict:
        raise application_checks.refusal(conflict, now) from None


async def _as_shown(viewer: PersonViewer, id: int, version: int, now: datetime) -> Application:
    """The application inside the unit of work; `Stale` when it is no longer as the person saw it."""
    today = periods.today(now)
    application = await applications.get(viewer, id, today)
    await moves.check_version(NOUN, application, version, today)
    return application
