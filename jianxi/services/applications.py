"""What a person does about 报名: applies for a position, withdraws while it waits."""

from datetime import datetime
from typing import Any

from jianxi.domain import periods
from jianxi.domain.applications import FLOW, ApplicationFacts, ApplicationState, ApplicationVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.positions import PositionState
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import applications, applying
from jianxi.queries.applying import Standing
from jianxi.services import log, moves
from jianxi.services.position_checks import hold_base
from jianxi.tables.applications import Application as Row
from jianxi.tables.persons import Person
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, insert

NOUN = applications.NOUN
_LIVE = Standing(True, None, False, ApplicationState.WAITING.value)
_USED = Standing(True, None, True, None)
_SAID_BY_DATABASE = {"application_one_live": _LIVE, "application_chance_used": _USED}
"""What the database refuses, whatever the code believed, told in the words of the table of moves."""


async def apply(viewer: PersonViewer, position: int, now: datetime) -> int:
    """报名: the new application's id. `Refused` says which of the conditions does not hold."""
    try:
        async with unit_of_work():
            employer, facts = await _facts_under_locks(viewer, position, now)
            made = FLOW.decide(ApplicationVerb.APPLY, facts, Role.PERSON)
            row: dict[str, Any] = {"person": viewer.person, "position": position, "employer": employer}
            id = await insert(Row(**row, state=made.target, applied_at=now))
            await log.record(viewer, now, NOUN, id, made.verb, made.source, made.target)
            return id
    except Conflict as conflict:
        raise _refusal(conflict, now) from None


async def withdraw(viewer: PersonViewer, id: int, version: int, now: datetime) -> None:
    """撤销报名: the person may choose another position."""
    today = periods.today(now)
    async with unit_of_work():
        application = await applications.get(viewer, id, today)
        await moves.check_version(NOUN, application, version, today)
        made = FLOW.decide(ApplicationVerb.WITHDRAW, application.facts, Role.PERSON)
        await moves.write(viewer, NOUN, Row, application, made, {}, now)


async def _facts_under_locks(
    viewer: PersonViewer, position: int, now: datetime
) -> tuple[int, ApplicationFacts]:
    """The position's employer, and everything that decides, read from rows that stay as they are until the end:
    base, position, person in this order."""
    found = await Position.select(Position.base).where(Position.id == position).first()
    if found is None:
        raise Missing
    base = await hold_base(found["base"])
    row = await _hold_position(position)
    if viewer.person is not None:
        await Person.update({Person.kind: Person.kind}).where(Person.id == viewer.person)
    today = periods.today(now)
    facts = applying.facts(
        await applying.standing(viewer.person, today),
        today,
        base_is_approved=base.is_approved,
        position_is_published=row["state"] == PositionState.PUBLISHED,
        deadline=row["deadline"],
        headcount=row["headcount"],
        accepted=row["accepted"],
    )
    return row["employer"], facts


async def _hold_position(id: int) -> dict[str, Any]:
    """Its row, locked: nobody withdraws it or takes its last seat in between. Writing what is there already is the
    lock both databases know. What was never published is not known to a person, and so is missing."""
    of = Position
    query = of.update({of.state: of.state}).where(of.id == id, of.first_published_at.is_not_null())
    columns = (of.employer, of.state, of.deadline, of.headcount, of.accepted)
    rows: list[dict[str, Any]] = await query.returning(*columns)
    if not rows:
        raise Missing
    return rows[0]


def _refusal(conflict: Conflict, now: datetime) -> Exception:
    standing = _SAID_BY_DATABASE.get(conflict.constraint_name)
    if standing is None:
        return conflict
    try:
        FLOW.decide(ApplicationVerb.APPLY, applying.facts(standing, periods.today(now)), Role.PERSON)
    except Refused as no:
        return no
    return conflict
