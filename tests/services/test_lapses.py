"""失效: what nobody answered is written down once the period is over, by the day or by what would bring it back to life."""

from datetime import date, timedelta
from typing import Any

import pytest

from jianxi.domain.periods import today
from jianxi.queries import placements as reading
from jianxi.queries import registrations
from jianxi.services import daily, placements
from jianxi.tables.departures import Departure
from jianxi.tables.log import LogEntry
from jianxi.tables.notices import Notice
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests.conftest import NOW
from tests.registrations import form
from tests.traineeships import END, departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ONE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
LAST_DAY = NOW + (END - today(NOW))
NEXT_DAY = LAST_DAY + timedelta(days=1)


def failed(noun: str, record: int, error: Exception) -> None:
    raise error


async def states() -> list[str]:
    return [row["state"] for row in await Departure.select(Departure.state).order_by(Departure.id)]


async def test_the_day_writes_down_what_is_void_and_tells_both_sides_once() -> None:
    of, other = await trainee(), await trainee()
    await departure(of.placement)
    await departure(other.placement, "refused")

    await daily.run(LAST_DAY, failed)
    before = await states()
    for _ in range(2):
        await daily.run(NEXT_DAY, failed)

    assert (before, await states()) == (["waiting_employer", "refused"], ["lapsed", "refused"])
    told = await Notice.select().where(Notice.verb == "lapse").order_by(Notice.id)
    assert [row["employer"] or row["person"] for row in told] == [of.unit.employer, of.person.person]
    assert await LogEntry.count().where(LogEntry.actor_kind == "system") == 1


@ONE
async def test_one_that_cannot_be_written_holds_up_no_other() -> None:
    first, second = await trainee(), await trainee()
    broken = await departure(first.placement)
    await departure(second.placement)
    async with unit_of_work():
        stuck = f"BEFORE UPDATE ON departure WHEN OLD.id = {broken} BEGIN SELECT RAISE(ABORT, 'stuck'); END"
        await Departure.raw(f"CREATE TRIGGER stuck {stuck}")
    told: list[tuple[str, int]] = []

    await daily.run(NEXT_DAY, lambda noun, record, error: told.append((noun, record)))

    assert await states() == ["waiting_employer", "lapsed"] and told == [("placement", first.placement)]


@ONE
async def test_an_edit_of_the_period_brings_no_void_request_back_to_life() -> None:
    of = await trainee("rejected", was_on_duty=True)
    await departure(of.placement)
    held = await reading.get(of.unit, of.placement, today(NEXT_DAY))
    said = await registrations.registration(held)
    longer: dict[str, Any] = {"starts_on": said.starts_on.isoformat(), "ends_on": "2027-03-31"}
    covered = {"insurance_0_first_day": longer["starts_on"], "insurance_0_last_day": longer["ends_on"]}

    await placements.edit(of.unit, of.placement, 1, form(**longer, **covered), NEXT_DAY)

    (row,) = await Placement.select(Placement.ends_on)
    assert row["ends_on"] == date(2027, 3, 31) and await states() == ["lapsed"]
