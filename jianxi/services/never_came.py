"""未上岗: what follows when the office approves it, and when it takes that approval back."""

from dataclasses import replace
from datetime import datetime

from piccolo.columns import Column

from jianxi.domain.applications import FLOW, LIVE, ApplicationVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import received
from jianxi.queries.placements import Placement
from jianxi.queries.received import Received
from jianxi.services import moves
from jianxi.tables.applications import Application as Row
from jianxi.tables.persons import Person
from jianxi.tables.placements import Placement as PlacementRow

NOUN = FLOW.noun
ENDING = "未上岗"


async def release(viewer: OfficialViewer, placement: Placement, now: datetime) -> None:
    """The chance is given back, then the acceptance ends: in this order, since a placement that stands has one."""
    application = await received.get(viewer, placement.application, placement.facts.today)
    made = replace(FLOW.follow(ApplicationVerb.RELEASE, application.facts), reason=ENDING)
    await _mark(placement, never_came=True)
    values: dict[Column, object] = {Row.ended_at: now, Row.ended_by: viewer.role.value, Row.ending: ENDING}
    await moves.write(viewer, NOUN, Row, application, made, values, now, {"placement": placement.id})


async def restore(viewer: OfficialViewer, placement: Placement, now: datetime) -> None:
    """The acceptance stands again, then the chance is used. `Refused` when the person is elsewhere or the seat is taken."""
    application = await received.get(viewer, placement.application, placement.facts.today)
    facts = replace(
        application.facts, live=await _live(application), chance_used=await _used(placement.person)
    )
    made = FLOW.follow(ApplicationVerb.RESTORE, facts)
    values: dict[Column, object] = {Row.ended_at: None, Row.ended_by: "", Row.ending: ""}
    await moves.write(viewer, NOUN, Row, application, made, values, now, {"placement": placement.id})
    await _mark(placement, never_came=False)


async def _mark(placement: Placement, *, never_came: bool) -> None:
    of = PlacementRow
    await of.update({of.never_came: never_came}).where(of.id == placement.id)


async def _live(application: Received) -> str | None:
    """The state of another live application of the same person."""
    mine = (Row.person == application.person) & Row.state.is_in([state.value for state in LIVE])
    row = await Row.select(Row.state).where(mine).first()
    return row["state"] if row is not None else None


async def _used(person: int) -> bool:
    row = await Person.select(Person.chance_used_at).where(Person.id == person).first()
    return row is not None and row["chance_used_at"] is not None
