"""What a decided 身份冲突 does to the person (个人) who holds the ID number: joined with the register, or released."""

from dataclasses import replace
from datetime import datetime

from piccolo.columns import Column

from jianxi.crypto.sealing import seal, unseal
from jianxi.domain import citizen_id, periods
from jianxi.domain.applications import FLOW, ApplicationState, ApplicationVerb
from jianxi.domain.identity_cases import RELEASED
from jianxi.domain.viewers import OfficialViewer, PersonKind, PersonViewer
from jianxi.queries import applications
from jianxi.queries.applications import Application
from jianxi.queries.identity_cases import Case
from jianxi.queries.persons import FACTS
from jianxi.services import moves
from jianxi.services.own_account import sign_out_everywhere
from jianxi.tables.accounts import Account, Session
from jianxi.tables.applications import Application as Row
from jianxi.tables.persons import Graduate, Person
from jianxi.tables.positions import Position

REASON = "身份核实：该身份证号已更正为登记本人，原报名结束"
_FROM_REGISTER = ("name", "cohort", *FACTS)


async def hold_seat(case: Case, now: datetime) -> None:
    """Lock the position of the person's live application, parent before child: a seat may be given back in it."""
    live = await _live(case, now)
    if live is not None:
        await Position.update({Position.state: Position.state}).where(Position.id == live.position)


async def end_application(viewer: OfficialViewer, case: Case, now: datetime) -> None:
    """Whoever was another has no live application any more; the seat is free."""
    live = await _live(case, now)
    if live is None:
        return
    decision = replace(FLOW.follow(ApplicationVerb.VOID, live.facts), reason=REASON)
    values: dict[Column, object] = {}
    if decision.target == ApplicationState.CANCELLED:
        values = {Row.ended_at: now, Row.ending: REASON}
    await moves.write(viewer, FLOW.noun, Row, live, decision, values, now, {"case": case.id})


async def join(case: Case) -> None:
    """One person: name and schooling as the register has them, everything done so far stays."""
    of_graduate, of_person = Graduate._meta.get_column_by_name, Person._meta.get_column_by_name
    (row,) = await Graduate.select(*map(of_graduate, _FROM_REGISTER)).where(Graduate.id == case.graduate)
    values: dict[Column | str, object] = {of_person(name): row[name] for name in _FROM_REGISTER}
    await _write(case, values | {Person.graduate: case.graduate, Person.kind: "graduate"})


async def release(case: Case) -> None:
    """Another person: what was done under the other name stays with it, but the number goes free for whom the register
    names, and nobody comes in any more who used it before."""
    (row,) = await Person.select(Person.account, Person.id_number).where(Person.id == case.person)
    if row["account"] is not None:
        await sign_out_everywhere(row["account"])
        await Account.update({Account.disabled: True}).where(Account.id == row["account"])
    await Session.delete().where(Session.person == case.person)
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
    mine = await applications.of_person(person, periods.today(now))
    return next((each for each in mine if each.is_live), None)
