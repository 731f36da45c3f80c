"""撤销审核 of 离岗: what it was before, unless the person, the seat or the number has gone elsewhere meanwhile."""

from datetime import date, timedelta

import pytest

from jianxi.domain.identity_cases import RELEASED
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import EmployerViewer
from jianxi.services import acceptances, applications, departure_review, departures
from jianxi.tables.persons import Person
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW
from tests.departure_forms import TODAY, row, wish
from tests.services.test_departure_review import NOT_COME, office, standing
from tests.traineeships import Trainee, departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_an_appeal_that_is_open_again_has_the_day_of_the_employers_certificate() -> None:
    of, county, later = await trainee(), await office(), NOW + timedelta(days=7)
    id = await departures.request(of.person, of.placement, 1, wish(), NOW)
    await departures.consent(of.unit, id, 1, date(2026, 11, 28), NOW)
    await departures.appeal(of.person, id, 2, later)
    await departure_review.approve(county, id, 3, date(2026, 12, 4), later)

    await departure_review.reopen(county, id, 4, later)

    assert ((await row(id))["state"], (await row(id))["last_day"]) == ("waiting_office", date(2026, 11, 28))


async def _elsewhere(of: Trainee) -> tuple[EmployerViewer, int]:
    """The person applies at another unit; the application."""
    unit = await cast.employer()
    place = await cast.position(await cast.base(unit), first_published_at=NOW)
    return unit, await applications.apply(of.person, place, NOW)


async def test_it_cannot_be_undone_once_the_person_is_elsewhere() -> None:
    of, county = await trainee(), await office()
    id = await departure(of.placement, "waiting", **NOT_COME)
    await departure_review.approve(county, id, 1, None, NOW)
    unit, new = await _elsewhere(of)

    with pytest.raises(Refused, match="已报名其他岗位"):
        await departure_review.reopen(county, id, 2, NOW)
    await acceptances.accept(unit, new, 1, NOW)
    with pytest.raises(Refused, match="已被其他岗位录用"):
        await departure_review.reopen(county, id, 2, NOW)
    (used,) = await Position.select(Position.id).where(Position.employer == unit.employer)
    await trainee(unit=unit, position=used["id"], person=of.person.person, application=new)
    with pytest.raises(Refused, match="只有一次机会"):
        await departure_review.reopen(county, id, 2, NOW)
    assert (await row(id))["state"] == "approved"
    assert (await standing(of))[0] == "cancelled"


async def test_it_cannot_be_undone_once_the_seat_is_taken() -> None:
    county = await office()
    unit = await cast.employer()
    place = await cast.position(await cast.base(unit), first_published_at=NOW, headcount=1)
    of = await trainee(unit=unit, position=place)
    id = await departure(of.placement, "waiting", **NOT_COME)
    await departure_review.approve(county, id, 1, None, NOW)
    await acceptances.accept(unit, await cast.application(await cast.person(), place), 1, NOW)

    with pytest.raises(Refused, match="名额已由他人录满"):
        await departure_review.reopen(county, id, 2, NOW)
    assert await standing(of) == ("cancelled", 1, False, True)


async def test_whose_number_was_given_to_another_does_not_come_back() -> None:
    of, county = await trainee(), await office()
    for columns in (NOT_COME, {"last_day": TODAY}):
        id = await departure(of.placement, "waiting", **columns)
        await departure_review.approve(county, id, 1, None, NOW)
        async with unit_of_work():
            await Person.update({Person.id_index: f"{RELEASED}{of.placement}"}).where(
                Person.id == of.person.person
            )

        with pytest.raises(Refused, match="已更正给他人"):
            await departure_review.reopen(county, id, 2, NOW)
        assert (await row(id))["state"] == "approved"
        of = await trainee()
