"""What decides about a 报名, read from rows that stay as they are until the unit of work ends."""

from dataclasses import dataclass
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.applications import FLOW, ApplicationFacts, ApplicationState, ApplicationVerb
from jianxi.domain.flow import Decision, Role
from jianxi.domain.identity_cases import GIVEN_UP
from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.positions import PositionState
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import applying
from jianxi.queries.applying import Live, Standing
from jianxi.services import holds, log
from jianxi.tables.applications import Application as Row
from jianxi.tables.positions import Position
from jianxi.tables.writing import Conflict, insert

_LIVE = Standing(True, None, False, Live(0, ApplicationState.WAITING.value, 0, "", ""))
_USED = Standing(True, None, True, None)
_SAID_BY_DATABASE = {"application_one_live": _LIVE, "application_chance_used": _USED}
"""What the database refuses, whatever the code believed, told in the words of the table of moves."""


@dataclass(frozen=True, slots=True)
class Held:
    """A position that somebody wants, with all that decides about it under lock."""

    position: int
    employer: int
    facts: ApplicationFacts


async def hold(viewer: PersonViewer, position: int, now: datetime) -> Held:
    """Locks base, position, person in this order, as everywhere: nobody waits for somebody who waits for them."""
    found = await Position.select(Position.base).where(Position.id == position).first()
    if found is None:
        raise Missing
    base = await holds.base(found["base"])
    row = await holds.position(position)
    if not row.was_published:
        # What was never published is not known to a person.
        raise Missing
    if viewer.person is not None and (await holds.person(viewer.person)).is_released:
        raise Refused(GIVEN_UP)
    today = periods.today(now)
    facts = applying.facts(
        await applying.standing(viewer.person, today),
        today,
        base_is_approved=base.is_approved,
        position_is_published=row.state == PositionState.PUBLISHED,
        deadline=row.deadline,
        headcount=row.headcount,
        accepted=row.accepted,
        position=position,
    )
    return Held(position, row.employer, facts)


async def write(
    viewer: PersonViewer, held: Held, made: Decision, now: datetime, switched_from: int | None = None
) -> int:
    """The new application's id, with its log entry."""
    row = Row(
        person=viewer.person,
        position=held.position,
        employer=held.employer,
        state=made.target,
        applied_at=now,
        switched_from=switched_from,
    )
    id = await insert(row)
    await log.record(viewer, now, FLOW.noun, id, made.verb, made.source, made.target)
    return id


def refusal(conflict: Conflict, now: datetime) -> Exception:
    """What the database said no to, as the table of moves says it."""
    standing = _SAID_BY_DATABASE.get(conflict.constraint_name)
    if standing is None:
        return conflict
    try:
        FLOW.decide(ApplicationVerb.APPLY, applying.facts(standing, periods.today(now)), Role.PERSON)
    except Refused as no:
        return no
    return conflict
