"""发布, 撤销发布, 申请重新发布 and 延长报名 of 见习岗位."""

from datetime import date, timedelta

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid, Missing, Refused
from jianxi.domain.viewers import Anyone
from jianxi.queries import log, positions
from jianxi.services import applications, position_publication
from jianxi.tables.applications import Application
from tests.cast import JINAN, LIXIA, application, base, employer, official, person, position
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)
YESTERDAY = TODAY - timedelta(days=1)
LATER = date(2027, 1, 31)


async def test_the_office_takes_it_from_the_public_and_may_publish_it_again() -> None:
    city = await official(JINAN)
    id = await position(await base(await employer()))
    await position_publication.withdraw(city, id, 1, NOW)
    with pytest.raises(Missing):
        await positions.get(Anyone(), id, TODAY)
    assert (await positions.get(city, id, TODAY)).shown.label == "审核通过（未发布）"
    await position_publication.publish(city, id, 2, NOW)


async def test_the_employer_withdraws_and_asks_to_publish_again() -> None:
    unit, city = await employer(), await official(JINAN)
    id = await position(await base(unit))
    await position_publication.withdraw(unit, id, 1, NOW)
    assert (await positions.get(unit, id, TODAY)).shown.label == "单位已撤销"
    with pytest.raises(Refused, match="申请重新发布后可以发布"):
        await position_publication.publish(city, id, 2, NOW)
    await position_publication.republish(unit, id, 2, NOW)
    await position_publication.publish(city, id, 3, NOW)
    labels = [event.label for event in await log.timeline("position", id)]
    assert labels == ["发布", "申请重新发布", "撤销发布"]


async def test_an_office_that_did_not_publish_it_withdraws_nothing() -> None:
    county = await official(LIXIA)
    id = await position(await base(await employer()))
    with pytest.raises(Refused, match="由发布它的部门或单位"):
        await position_publication.withdraw(county, id, 1, NOW)


async def test_withdrawing_keeps_who_has_applied_and_blocks_who_has_not() -> None:
    unit = await employer()
    id = await position(await base(unit))
    waiting = await application(await person(), id)
    accepted = await application(await person(), id, "accepted")
    await position_publication.withdraw(unit, id, 1, NOW)
    rows = await Application.select(Application.state).where(Application.id.is_in([waiting, accepted]))
    assert sorted(row["state"] for row in rows) == ["accepted", "waiting"]
    with pytest.raises(Refused, match="没有发布"):
        await applications.apply(await person(), id, NOW)


@pytest.mark.parametrize("state", ["approved", "published"])
async def test_the_deadline_is_moved_also_when_it_is_over(state: str) -> None:
    unit = await employer()
    id = await position(await base(unit), state, deadline=YESTERDAY)
    await position_publication.extend(unit, id, 1, LATER, NOW)
    extended = await positions.get(unit, id, TODAY)
    assert (extended.deadline, extended.facts.state) == (LATER, state)
    assert [event.label for event in await log.timeline("position", id)] == ["延长报名"]


async def test_a_closed_position_takes_applications_again_once_it_is_extended() -> None:
    unit, somebody = await employer(), await person()
    id = await position(await base(unit), deadline=YESTERDAY)
    with pytest.raises(Refused, match="截止"):
        await applications.apply(somebody, id, NOW)
    await position_publication.extend(unit, id, 1, TODAY, NOW)
    await applications.apply(somebody, id, NOW)


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [(LATER, LATER, "应晚于2027年1月31日"), (YESTERDAY - timedelta(days=3), YESTERDAY, "不能早于今天")],
)
async def test_the_new_day_is_later_than_the_old_and_not_over(old: date, new: date, why: str) -> None:
    unit = await employer()
    id = await position(await base(unit), deadline=old)
    with pytest.raises(Invalid, match=why):
        await position_publication.extend(unit, id, 1, new, NOW)


@pytest.mark.parametrize(
    ("state", "why"), [("waiting_county", "等待审核"), ("rejected", "复制"), ("withdrawn", "申请重新发布")]
)
async def test_what_is_neither_passed_nor_out_is_not_extended(state: str, why: str) -> None:
    unit = await employer()
    id = await position(await base(unit), state)
    with pytest.raises(Refused, match=why):
        await position_publication.extend(unit, id, 1, LATER, NOW)


async def test_a_deadline_that_passes_before_publishing_is_extended_first() -> None:
    unit, city = await employer(), await official(JINAN)
    id = await position(await base(unit), "approved", deadline=YESTERDAY)
    with pytest.raises(Refused, match="2026年11月19日已过，不能发布。单位延长报名后可以发布"):
        await position_publication.publish(city, id, 1, NOW)
    assert "延长报名" in (await positions.get(unit, id, TODAY)).held
    await position_publication.extend(unit, id, 1, LATER, NOW)
    await position_publication.publish(city, id, 2, NOW)


async def test_a_stranger_s_position_is_not_touched() -> None:
    id, stranger = await position(await base(await employer())), await employer()
    with pytest.raises(Missing):
        await position_publication.withdraw(stranger, id, 1, NOW)
    with pytest.raises(Missing):
        await position_publication.republish(stranger, id, 1, NOW)
    with pytest.raises(Missing):
        await position_publication.extend(stranger, id, 1, LATER, NOW)
