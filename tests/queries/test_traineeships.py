"""Who sees a placement, its departure and its retention, and what the database itself keeps of them."""

from datetime import date

import pytest

from jianxi.domain.outcomes import Missing
from jianxi.domain.placements import Duty
from jianxi.queries import departures, placements, retentions
from jianxi.tables.departures import Departure
from jianxi.tables.engine import Engine
from jianxi.tables.persons import Person
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict
from tests import cast
from tests.traineeships import departure, retention, trainee

pytestmark = pytest.mark.anyio
TODAY = date(2026, 11, 20)


async def _chance(person: int | None) -> bool:
    row = await Person.select(Person.chance_used_at).where(Person.id == person).first()
    assert row is not None
    return row["chance_used_at"] is not None


async def test_everybody_concerned_sees_a_departure_and_nobody_else(database: Engine) -> None:
    of = await trainee(name="马·尔")
    gone = await departure(of.placement)
    county, city = await cast.official(cast.LIXIA), await cast.official(cast.JINAN)

    for viewer in (of.unit, of.person, county, city):
        found = await departures.get(viewer, gone, TODAY)
        assert (found.placement.name, found.placement.duty) == ("马·尔", Duty.ON_DUTY)
    for stranger in (await cast.employer(), await cast.person(), await cast.official(cast.SHIZHONG)):
        with pytest.raises(Missing):
            await departures.get(stranger, gone, TODAY)
        with pytest.raises(Missing):
            await placements.get(stranger, of.placement, TODAY)


async def test_the_chance_follows_the_placement_whoever_writes(database: Engine) -> None:
    of = await trainee()
    assert await _chance(of.person.person)

    async with unit_of_work():
        await Placement.update({Placement.state: "waiting"}).where(Placement.id == of.placement)
    assert not await _chance(of.person.person)

    async with unit_of_work():
        await Placement.update({Placement.was_on_duty: True}).where(Placement.id == of.placement)
    assert await _chance(of.person.person)


async def test_who_is_retained_cannot_leave_and_who_leaves_cannot_be_retained(database: Engine) -> None:
    kept, left = await trainee(), await trainee()
    await retention(kept.placement)
    await departure(left.placement, "waiting")

    with pytest.raises(Conflict) as no:
        await departure(kept.placement, "waiting")
    assert no.value.constraint_name == "departure_of_retained"
    with pytest.raises(Conflict) as neither:
        await retention(left.placement)
    assert neither.value.constraint_name == "retention_of_departed"


async def test_one_departure_stands_at_a_time(database: Engine) -> None:
    of = await trainee()
    recalled = await departure(of.placement, "recalled")
    await departure(of.placement, "waiting")

    with pytest.raises(Conflict):
        async with unit_of_work():
            await Departure.update({Departure.state: "waiting"}).where(Departure.id == recalled)


async def test_a_retention_is_read_with_its_placement(database: Engine) -> None:
    of = await trainee()
    kept = await retention(of.placement)

    found = await retentions.get(of.unit, kept, TODAY)

    assert (found.placement.duty, found.offers) == (Duty.RETAINED, ("edit", "revoke"))
