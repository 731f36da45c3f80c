"""录用上岗登记, 修改登记 and 生活费调整: what the employer registers of a placement (上岗)."""

from datetime import datetime
from typing import Any

from piccolo.columns import Column

from jianxi.domain import periods, registration_warnings
from jianxi.domain.allowances import Raise, raise_faults
from jianxi.domain.bases import BaseLevel
from jianxi.domain.flow import NEW, Role
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import Period
from jianxi.domain.placements import FLOW, PlacementFacts, PlacementVerb
from jianxi.domain.registrations import Registration
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.registrations import RaiseForm, RegistrationForm
from jianxi.queries import deeds, placements, received, registrations
from jianxi.queries.placements import Placement
from jianxi.queries.received import Received
from jianxi.services import agreements, holds, log, moves, roster_telling
from jianxi.services.departures import lapse_due
from jianxi.services.registration_checks import agreed
from jianxi.tables.placements import AgreementFile, AllowanceRaise, Insurance
from jianxi.tables.placements import Placement as Row
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

NOUN = FLOW.noun


async def record(viewer: EmployerViewer, application: int, form: RegistrationForm, now: datetime) -> int:
    """录用上岗登记 of an accepted application: the placement's id, with the first version of its agreement."""
    async with unit_of_work():
        found = await _held(viewer, application, now)
        # Whether the person may start on that day is told at its field, with everything else that is typed.
        made = FLOW.decide(PlacementVerb.RECORD, _fresh(found, form, now), Role.EMPLOYER)
        asked = form.asked()
        warnings = await agreed(application, asked, form.ticked, periods.today(now))
        row = Row(
            **{column._meta.name: value for column, value in _written(asked, warnings).items()},
            application=application,
            person=found.person,
            employer=viewer.employer,
            position=found.position,
            state=made.target,
            registered_at=now,
            state_since=now,
        )
        id = await insert(row)
        await _insure(id, asked)
        facts = {"application": application, **_spoken_of(asked)}
        await log.record(viewer, now, NOUN, id, made.verb, target=made.target, facts=facts)
        await agreements.issue(id, now)
        return id


async def edit(viewer: EmployerViewer, id: int, version: int, form: RegistrationForm, now: datetime) -> bool:
    """修改登记: another version of the agreement, and the scan that was put together for the old one is set aside. False,
    and nothing written, where all is as it was."""
    today = periods.today(now)
    async with unit_of_work():
        placement = await _own(viewer, id, version, now)
        made = FLOW.decide(PlacementVerb.EDIT, placement.facts, Role.EMPLOYER)
        before, asked = await registrations.registration(placement), form.asked()
        if asked == before:
            return False
        # A later end would bring a request back to life that was void.
        await lapse_due(id, now)
        warnings = await agreed(placement.application, asked, form.ticked, today, placement)
        next_one = placement.agreement + 1
        since = placement.state_since if made.source == made.target else now
        undecided = {**_UNDECIDED, Row.state_since: since}
        values = {**_written(asked, warnings), Row.agreement: next_one, **undecided}
        changed = [name for name in Registration.__dataclass_fields__ if _differ(before, asked, name)]
        facts = {"fields": changed, "agreement": next_one, **_spoken_of(asked)}
        await Insurance.delete().where(Insurance.placement == id)
        await _insure(id, asked)
        await AgreementFile.delete().where(AgreementFile.placement == id, AgreementFile.round == 0)
        await moves.write(viewer, NOUN, Row, placement, made, values, now, facts)
        await agreements.issue(id, now)
        return True


async def raise_allowance(
    viewer: EmployerViewer, id: int, version: int, form: RaiseForm, now: datetime
) -> None:
    """生活费调整, from a day of the period on, over what is in force that day. The agreement stays as it is."""
    async with unit_of_work():
        placement = await _own(viewer, id, version, now)
        made = FLOW.decide(PlacementVerb.RAISE_ALLOWANCE, placement.facts, Role.EMPLOYER)
        asked = Raise(form.starts_on, form.allowance)
        last = max(placement.starts_on, placement.left_on or placement.ends_on)
        service = Period(placement.starts_on, last)
        earlier = await registrations.raises(id)
        if found := raise_faults(asked, service, placement.allowance_fen, earlier):
            raise Invalid(found)
        values: dict[str, Any] = {"starts_on": asked.starts_on, "allowance_fen": asked.allowance_fen}
        await insert(AllowanceRaise(placement=id, recorded_at=now, **values))
        facts = {"starts_on": asked.starts_on.isoformat(), "allowance_fen": asked.allowance_fen}
        await moves.write(viewer, NOUN, Row, placement, made, {}, now, facts)
        await roster_telling.raised(viewer, id, asked.starts_on, now)


async def _held(viewer: EmployerViewer, application: int, now: datetime) -> Received:
    """The application with all that decides about its registration under lock; `Stale` where it is registered already."""
    today = periods.today(now)
    found = await received.get(viewer, application, today)
    await holds.position(found.position)
    await holds.person(found.person)
    await holds.application(application)
    there = await placements.of_application(viewer, application, today)
    if there is not None:
        raise await deeds.stale(NOUN, there.id, today)
    return await received.get(viewer, application, today)


async def _own(viewer: EmployerViewer, id: int, version: int, now: datetime) -> Placement:
    """The placement under lock, as the employer was shown it: 离岗 and 留用 are built on its days."""
    today = periods.today(now)
    await placements.get(viewer, id, today)
    await holds.placement(id)
    placement = await placements.get(viewer, id, today)
    await moves.check_version(NOUN, placement, version, today)
    return placement


def _fresh(found: Received, form: RegistrationForm, now: datetime) -> PlacementFacts:
    return PlacementFacts(
        state=NEW,
        base_level=BaseLevel(found.base_level),
        start=form.starts_on,
        end=form.ends_on,
        today=periods.today(now),
        application_is_accepted=found.is_accepted,
    )


_UNDECIDED: dict[Column, object] = {
    Row.decided_at: None,
    Row.decided_by: "",
    Row.rejection: "",
    Row.waits_since: None,
}
"""What was decided was about another version of the agreement; the log keeps it."""


def _written(asked: Registration, warnings: tuple[registration_warnings.Caution, ...]) -> dict[Column, Any]:
    return {
        Row.starts_on: asked.starts_on,
        Row.ends_on: asked.ends_on,
        Row.allowance_fen: asked.allowance_fen,
        Row.mentor: asked.mentor,
        Row.warnings: registration_warnings.to_text(warnings),
    }


async def _insure(placement: int, asked: Registration) -> None:
    for place, row in enumerate(asked.insurance, start=1):
        values = {name: getattr(row, name) for name in type(row).__dataclass_fields__}
        await insert(Insurance(placement=placement, place=place, **values))


def _spoken_of(asked: Registration) -> dict[str, str]:
    """What the log tells of a registration: its days."""
    return {"starts_on": asked.starts_on.isoformat(), "ends_on": asked.ends_on.isoformat()}


def _differ(before: Registration, asked: Registration, name: str) -> bool:
    return bool(getattr(before, name) != getattr(asked, name))
