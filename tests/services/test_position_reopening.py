"""撤销审核 of 见习岗位: who may take which decision back, and what the employer may do then."""

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing, Refused, Stale
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.queries import log, positions
from jianxi.services import position_publication, position_review
from jianxi.services import positions as services
from tests.cast import (
    JINAN,
    LIXIA,
    SHIZHONG,
    ZAOZHUANG,
    application,
    base,
    employer,
    official,
    person,
    position,
)
from tests.conftest import NOW
from tests.position_forms import typed

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)
FORM = read(PositionForm, typed(title="改过的岗位"), TODAY)


async def test_the_county_takes_its_approval_back_while_the_city_has_not_decided() -> None:
    unit, county = await employer(), await official(LIXIA)
    id = await position(await base(unit), "waiting_city")
    await position_review.reopen(county, id, 1, NOW)
    reopened = await positions.get(unit, id, TODAY)
    assert (reopened.shown.label, reopened.decided_at) == ("等待审核（区县）", None)
    assert [event.label for event in await log.timeline("position", id)] == ["撤销审核"]


async def test_after_the_first_level_has_reopened_it_the_employer_may_edit_and_delete_again() -> None:
    unit, county = await employer(), await official(LIXIA)
    id = await position(await base(unit), "waiting_city")
    await position_review.reopen(county, id, 1, NOW)
    await services.edit(unit, id, 2, FORM, NOW)
    assert (await positions.get(unit, id, TODAY)).title == "改过的岗位"
    await services.delete(unit, id, 3, NOW)


async def test_the_city_takes_back_its_own_and_the_county_s_approval_stands() -> None:
    unit, city = await employer(), await official(JINAN)
    id = await position(await base(unit), "approved")
    await position_review.reopen(city, id, 1, NOW)
    reopened = await positions.get(unit, id, TODAY)
    assert reopened.shown.label == "等待审核（市级）"
    assert reopened.decided_at == reopened.county_passed_at
    assert "edit" not in reopened.offers
    await position_review.reopen(await official(LIXIA), id, 2, NOW)


async def test_the_county_waits_for_the_city_to_take_its_later_decision_back() -> None:
    county = await official(LIXIA)
    of = await base(await employer())
    for state in ("approved", "rejected"):
        id = await position(of, state, decided_by="city")
        with pytest.raises(Refused, match="另一级部门"):
            await position_review.reopen(county, id, 1, NOW)


async def test_a_rejection_taken_back_shows_its_reasons_only_in_the_history() -> None:
    unit, county = await employer(), await official(LIXIA)
    id = await position(await base(unit), "waiting_county")
    await position_review.reject(county, id, 1, ["duties"], "", NOW)
    await position_review.reopen(county, id, 2, NOW)
    reopened = await positions.get(unit, id, TODAY)
    assert (reopened.rejection, reopened.shown.label) == ("", "等待审核（区县）")
    assert [event.reason for event in await log.timeline("position", id)] == ["", "岗位职责或任职要求不清楚"]


async def test_nothing_is_reopened_once_somebody_has_applied() -> None:
    city = await official(JINAN)
    id = await position(await base(await employer()), "approved")
    await application(await person(), id, "withdrawn")
    with pytest.raises(Refused, match="报过名"):
        await position_review.reopen(city, id, 1, NOW)


async def test_a_published_one_is_withdrawn_first() -> None:
    city = await official(JINAN)
    id = await position(await base(await employer()))
    with pytest.raises(Refused, match="请先撤销发布"):
        await position_review.reopen(city, id, 1, NOW)
    await position_publication.withdraw(city, id, 1, NOW)
    await position_review.reopen(city, id, 2, NOW)


async def test_the_city_that_was_about_to_decide_reads_who_took_it_back() -> None:
    county, city = await official(LIXIA), await official(JINAN, "王敏")
    id = await position(await base(await employer()), "waiting_city")
    await position_review.reopen(county, id, 1, NOW)
    with pytest.raises(Stale, match="李建国已于10:00撤销对该岗位的审核"):
        await position_review.approve(city, id, 1, NOW)
    with pytest.raises(Refused, match="正在等待区县审核"):
        await position_review.approve(city, id, 2, NOW)


@pytest.mark.parametrize("region", [SHIZHONG, ZAOZHUANG, "370000"])
async def test_other_offices_reopen_and_withdraw_nothing(region: str) -> None:
    stranger, of = await official(region), await base(await employer())
    with pytest.raises(Missing):
        await position_review.reopen(stranger, await position(of, "approved"), 1, NOW)
    with pytest.raises(Missing):
        await position_publication.withdraw(stranger, await position(of), 1, NOW)


async def test_where_the_county_is_last_it_reopens_its_own_and_the_city_cannot() -> None:
    county, city = await official(LIXIA), await official(JINAN)
    id = await position(await base(await employer()), "approved", chain="county", decided_by="county")
    with pytest.raises(Refused):
        await position_review.reopen(city, id, 1, NOW)
    await position_review.reopen(county, id, 1, NOW)
    assert (await positions.get(county, id, TODAY)).shown.label == "等待审核（区县）"
