"""What 放弃录用, 取消录用 and an identity that was cleared do to a 上岗登记: cancelled before the start, refused after it."""

from datetime import date, timedelta
from typing import Any

import pytest
from piccolo.columns import Column

from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import PersonViewer
from jianxi.queries import applications, received
from jianxi.queries.invariants import violations
from jianxi.services import acceptances, identity_cases, placements
from jianxi.services.application_endings import cancel, decline
from jianxi.tables.applications import Application
from jianxi.tables.log import LogEntry
from jianxi.tables.notices import Notice
from jianxi.tables.persons import Person
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast, traineeships
from tests.cast import LIXIA
from tests.conftest import NOW
from tests.identity_conflicts import contested
from tests.races import lived
from tests.registrations import TODAY, form
from tests.traineeships import AHEAD, END, START, Trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
STARTED = "见习已经开始，不能再放弃或取消录用"


async def states(of: Trainee) -> tuple[str, str, bool]:
    """Of the placement, of the application, and whether the chance is used."""
    (placement,) = await Placement.select(Placement.state).where(Placement.id == of.placement)
    (application,) = await Application.select(Application.state).where(Application.id == of.application)
    (person,) = await Person.select(Person.chance_used_at).where(Person.id == of.person.person)
    return placement["state"], application["state"], person["chance_used_at"] is not None


async def deeds() -> list[tuple[str, str, str]]:
    rows = await LogEntry.select(LogEntry.noun, LogEntry.verb, LogEntry.actor_kind).order_by(LogEntry.id)
    return [(row["noun"], row["verb"], row["actor_kind"]) for row in rows]


@pytest.mark.parametrize("state", ["unsigned", "waiting", "rejected", "approved"])
async def test_before_the_start_the_person_declines_and_the_registration_is_cancelled_first(
    state: str,
) -> None:
    of = await traineeships.trainee(state, starts_on=AHEAD, ends_on=END)

    await decline(of.person, of.application, 1, "已找到工作", NOW)

    assert await states(of) == ("cancelled", "cancelled", False)
    assert await deeds() == [("placement", "cancel", "person"), ("application", "decline", "person")]
    told = {"见习上岗已取消"} if state in {"waiting", "approved"} else set()
    assert {row["title"] for row in await Notice.select().where(Notice.office == LIXIA)} == told


@pytest.mark.parametrize("who", ["unit", "office"])
async def test_before_the_start_employer_and_office_cancel_it_alike(who: str) -> None:
    of = await traineeships.trainee(starts_on=AHEAD, ends_on=END)
    viewer = of.unit if who == "unit" else await cast.official(LIXIA)

    await cancel(viewer, of.application, 1, "岗位取消", NOW)

    assert await states(of) == ("cancelled", "cancelled", False)


AFTER: dict[str, dict[str, Any]] = {
    "on the first day": {"starts_on": TODAY, "ends_on": TODAY + timedelta(days=100)},
    "on duty": {},
    "over": {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 3, 31)},
    "reopened since": {"state": "waiting", "was_on_duty": True},
    "rejected since": {"state": "rejected", "was_on_duty": True},
}


@pytest.mark.parametrize("columns", AFTER.values(), ids=AFTER)
async def test_after_the_start_neither_side_ends_the_acceptance(columns: dict[str, Any]) -> None:
    of = await traineeships.trainee(**{"state": "approved", **columns})
    before = await states(of)

    with pytest.raises(Refused, match=STARTED):
        await decline(of.person, of.application, 1, "已找到工作", NOW)
    with pytest.raises(Refused, match=STARTED):
        await cancel(of.unit, of.application, 1, "岗位取消", NOW)

    assert await states(of) == before
    mine = await applications.get(of.person, of.application, TODAY)
    theirs = await received.get(of.unit, of.application, TODAY)
    assert ("decline" in mine.offers, "cancel" in theirs.offers) == (False, False)


async def test_an_approval_that_has_not_begun_can_still_be_given_up() -> None:
    of = await traineeships.trainee("waiting")

    assert "decline" in (await applications.get(of.person, of.application, TODAY)).offers


async def registered(squatter: PersonViewer) -> Trainee:
    """Somebody who was accepted and registered by the services, under a number that is contested."""
    place = await lived.place()
    position = await lived.published(place)
    id = await lived.applied(squatter, position)
    await acceptances.accept(place.unit, id, 1, NOW)
    placement = await placements.record(place.unit, id, form(), NOW)
    return Trainee(place.unit, squatter, place.base, position, id, placement)


async def test_an_identity_that_is_handed_over_ends_what_was_registered_under_it() -> None:
    squatter, office, case = await contested()
    of = await registered(squatter)

    await identity_cases.hand_over(office, case.id, case.version, "登记本人属实", NOW)

    assert await states(of) == ("cancelled", "cancelled", False)
    assert await violations() == []


async def test_an_identity_is_handed_over_once_whoever_used_it_has_left_and_what_was_done_stays() -> None:
    squatter, office, case = await contested()
    of = await registered(squatter)
    begun: dict[Column | str, object] = {Placement.state: "approved", Placement.decided_at: NOW}
    begun[Placement.starts_on] = START
    async with unit_of_work():
        await Placement.update(begun).where(Placement.id == of.placement)
    with pytest.raises(Refused, match="请先由见习单位办理离岗"):
        await identity_cases.hand_over(office, case.id, case.version, "登记本人属实", NOW)
    await traineeships.departure(of.placement, "approved")

    await identity_cases.hand_over(office, case.id, case.version, "登记本人属实", NOW)

    assert await states(of) == ("approved", "accepted", True)
    assert "person-released" not in {each.invariant.name for each in await violations()}
