"""What a decided 身份冲突 does to the person (个人) who holds the ID number: joined with the register, or released."""

from dataclasses import replace
from datetime import datetime

from piccolo.columns import Column
from piccolo.custom_types import Combinable

from jianxi.crypto.sealing import seal, unseal
from jianxi.domain import citizen_id, periods
from jianxi.domain.applications import FLOW, LIVE, ApplicationState, ApplicationVerb
from jianxi.domain.identity_cases import RELEASED
from jianxi.domain.viewers import OfficialViewer, PersonKind, PersonViewer
from jianxi.queries import applications
from jianxi.queries.applications import Application
from jianxi.queries.identity_cases import Case
from jianxi.queries.persons import FACTS
from jianxi.services import account_locks, holds, identity_pictures, moves, placement_endings
from jianxi.tables.accounts import Session
from jianxi.tables.applications import Application as Row
from jianxi.tables.persons import Graduate, Person
from jianxi.tables.positions import Position

REASON = "身份核实：该身份证号已更正为登记本人，原报名结束"
_FROM_REGISTER = ("name", "cohort", *FACTS)


async def hold(case: Case, now: datetime) -> bool:
    """Everything that a hand-over touches, in the order of `holds`. False when the person has meanwhile applied at a
    position that is not among it: then this unit of work ends, and another one begins anew."""
    seen = await _live(case, now)
    if seen is not None:
        found = await Position.select(Position.base).where(Position.id == seen.position)
        await holds.base(found[0]["base"])
        await holds.position(seen.position)
    await holds.graduate(case.graduate)
    await holds.person(case.person)
    await Row.update({Row.state: Row.state}).where(_live_one(case))
    live = await _live(case, now)
    return live is None or (seen is not None and seen.position == live.position)


async def end_application(viewer: OfficialViewer, case: Case, now: datetime) -> None:
    """Whoever was another has no live application any more; the seat is free. An acceptance is ended by the office;
    what only waited was ended by nobody, least of all by its person. A traineeship that was left stays what it was."""
    live = await _live(case, now)
    if live is None or live.facts.placement_started:
        return
    await placement_endings.cancel_with(viewer, live.id, now)
    decision = replace(FLOW.follow(ApplicationVerb.VOID, live.facts), reason=REASON)
    values: dict[Column, object] = {Row.ending: REASON}
    if decision.target == ApplicationState.CANCELLED:
        values |= {Row.ended_at: now, Row.ended_by: viewer.role.value}
    await moves.write(viewer, FLOW.noun, Row, live, decision, values, now, {"case": case.id})


async def join(case: Case) -> None:
    """One person: name and schooling as the register has them, everything done so far stays."""
    of_graduate, of_person = Graduate._meta.get_column_by_name, Person._meta.get_column_by_name
    (row,) = await Graduate.select(*map(of_graduate, _FROM_REGISTER)).where(Graduate.id == case.graduate)
    values: dict[Column | str, object] = {of_person(name): row[name] for name in _FROM_REGISTER}
    await _write(case, values | {Person.graduate: case.graduate, Person.kind: "graduate"})


async def release(viewer: OfficialViewer, case: Case, now: datetime) -> None:
    """Another person: what was done under the other name stays with it, but the number goes free for whom the register
    names, and nobody comes in any more who used it before."""
    (row,) = await Person.select(Person.account, Person.id_number).where(Person.id == case.person)
    if row["account"] is not None:
        await account_locks.shut(viewer, row["account"], now, {"case": case.id})
    await Session.delete().where(Session.person == case.person)
    await identity_pictures.remove(case.person)
    masked = citizen_id.mask(unseal(row["id_number"], "person.id"))
    freed: dict[Column | str, object] = {
        Person.id_index: f"{RELEASED}{case.id}",
        Person.id_number: seal(masked, "person.id"),
    }
    await _write(case, freed | {Person.graduate: None})


async def _write(case: Case, values: dict[Column | str, object]) -> None:
    changed = Person.update(values).values({Person.version: Person.version + 1})
    await changed.where(Person.id == case.person)


async def _live(case: Case, now: datetime) -> Application | None:
    """As the person reads it: the office that clears an identity need not be one that may see applications."""
    person = PersonViewer(case.person, PersonKind.YOUTH, case.person_name, by_identity=True)
    row = await Row.select(Row.id).where(_live_one(case)).first()
    return await applications.get(person, row["id"], periods.today(now)) if row is not None else None


def _live_one(case: Case) -> Combinable:
    return (Row.person == case.person) & Row.state.is_in([state.value for state in LIVE])
