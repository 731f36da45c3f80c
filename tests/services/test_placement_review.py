"""What the offices decide about 上岗: the chance, reasons, 撤销审核, and who comes second."""

import asyncio
from datetime import date, timedelta
from typing import Any

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.domain.placements import Duty
from jianxi.queries import log, placements
from jianxi.services import placement_review
from jianxi.tables.departures import Departure
from jianxi.tables.persons import Person
from jianxi.tables.placements import Placement
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, ZAOZHUANG
from tests.conftest import NOW
from tests.traineeships import AHEAD, START, departure, retention, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)


async def row_of(id: int) -> dict[str, Any]:
    return (await Placement.select().where(Placement.id == id))[0]


async def chance_of(person: int | None) -> Any:
    return (await Person.select(Person.chance_used_at).where(Person.id == person))[0]["chance_used_at"]


async def test_an_approval_uses_the_chance_and_names_who_decided() -> None:
    of, county = await trainee("waiting"), await cast.official(LIXIA, "王敏")

    await placement_review.approve(county, of.placement, 1, NOW)

    found = await placements.get(of.unit, of.placement, TODAY)
    assert (found.duty, found.decided_by, found.decided_at) == (Duty.ON_DUTY, "王敏", NOW)
    assert await chance_of(of.person.person) == NOW
    (event,) = await log.timeline("placement", of.placement)
    assert (event.label, event.actor_name, event.facts) == ("审核通过", "王敏", {"agreement": 1, "upload": 1})


async def test_a_rejection_tells_why_and_needs_to() -> None:
    of, county = await trainee("waiting"), await cast.official(LIXIA)
    with pytest.raises(Invalid):
        await placement_review.reject(county, of.placement, 1, [], "", NOW)

    await placement_review.reject(county, of.placement, 1, ["seal", "other"], "第2页", NOW)

    assert (await row_of(of.placement))["rejection"] == "协议缺少单位盖章，请补盖后重新上传；第2页"
    assert await chance_of(of.person.person) is None


async def test_reopened_after_the_start_it_goes_on_and_may_be_approved_again() -> None:
    of, county = await trainee(), await cast.official(LIXIA)
    used = await chance_of(of.person.person)

    await placement_review.reopen(county, of.placement, 1, NOW)

    waits = await placements.get(county, of.placement, TODAY)
    assert (waits.shown.label, waits.duty, waits.waits_since) == ("等待审核", Duty.ON_DUTY, NOW)
    assert (waits.decided_at, waits.decided_by) == (None, "")
    assert await chance_of(of.person.person) == used
    await placement_review.approve(county, of.placement, 2, NOW)
    assert (await placements.get(county, of.placement, TODAY)).duty is Duty.ON_DUTY


async def test_reopened_before_the_start_it_gives_the_chance_back() -> None:
    of = await trainee(starts_on=AHEAD, ends_on=date(2027, 5, 31))
    county = await cast.official(LIXIA)

    await placement_review.reopen(county, of.placement, 1, NOW)

    assert await chance_of(of.person.person) is None
    assert not (await row_of(of.placement))["was_on_duty"]
    await placement_review.approve(county, of.placement, 2, NOW + timedelta(hours=1))
    assert await chance_of(of.person.person) == NOW + timedelta(hours=1)


async def test_who_left_or_is_retained_is_not_reopened_but_a_void_request_is_no_hindrance() -> None:
    left, kept, county = await trainee(), await trainee(), await cast.official(LIXIA)
    over = await trainee(starts_on=START, ends_on=date(2026, 11, 19))
    await departure(left.placement, "waiting")
    await retention(kept.placement)
    void = await departure(over.placement)
    with pytest.raises(Refused, match="此人已有离岗记录"):
        await placement_review.reopen(county, left.placement, 1, NOW)
    with pytest.raises(Refused, match="此人已有留用登记"):
        await placement_review.reopen(county, kept.placement, 1, NOW)

    await placement_review.reopen(county, over.placement, 1, NOW)
    assert (await Departure.select(Departure.state).where(Departure.id == void))[0]["state"] == "lapsed"


async def test_only_the_office_of_the_level_decides_and_strangers_find_nothing() -> None:
    of, city = await trainee("waiting"), await cast.official(JINAN)
    assert (await placements.get(city, of.placement, TODAY)).offers == ()
    with pytest.raises(Refused):
        await placement_review.approve(city, of.placement, 1, NOW)
    for region in (SHIZHONG, ZAOZHUANG, SHANDONG):
        stranger = await cast.official(region)
        with pytest.raises(Missing):
            await placement_review.approve(stranger, of.placement, 1, NOW)
        with pytest.raises(Missing):
            await placement_review.reopen(stranger, of.placement, 1, NOW)


async def test_a_second_chance_and_a_number_that_was_handed_over_are_told_in_a_sentence() -> None:
    of, county = await trainee("waiting"), await cast.official(LIXIA)
    other = await trainee("unsigned")
    taken = Placement.update(
        {Placement.person: of.person.person, Placement.state: "approved", Placement.decided_at: NOW}
    )
    async with unit_of_work():
        await taken.where(Placement.id == other.placement)
    with pytest.raises(Refused, match="一人只有一次见习机会"):
        await placement_review.approve(county, of.placement, 1, NOW)
    gone = await trainee("waiting")
    async with unit_of_work():
        await Person.update({Person.id_index: f"case-{gone.person.person}"}).where(
            Person.id == gone.person.person
        )
    with pytest.raises(Refused, match="已更正给他人"):
        await placement_review.approve(county, gone.placement, 1, NOW)


async def test_of_two_officials_one_decides_and_the_other_reads_who_did() -> None:
    of = await trainee("waiting")
    one, other = await cast.official(LIXIA, "王敏"), await cast.official(LIXIA, "李建国")

    endings = await asyncio.gather(
        placement_review.approve(one, of.placement, 1, NOW),
        placement_review.reject(other, of.placement, 1, ["unclear"], "", NOW),
        return_exceptions=True,
    )

    assert sorted(type(ending).__name__ for ending in endings) == ["NoneType", "Stale"]
    with pytest.raises(Stale, match="您的操作未执行"):
        await placement_review.approve(one, of.placement, 1, NOW)
    assert (await row_of(of.placement))["version"] == 2
