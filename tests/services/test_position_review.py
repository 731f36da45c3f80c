"""What the offices decide about positions, one after another and all at once."""

import asyncio

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Invalid, Missing, Refused, Stale
from jianxi.queries import log, positions
from jianxi.services import position_publication, position_review
from tests.cast import JINAN, LIXIA, SHIZHONG, ZAOZHUANG, base, employer, official, position
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)


async def test_the_county_then_the_city_then_it_is_published() -> None:
    unit, county, city = await employer(), await official(LIXIA), await official(JINAN, "王敏")
    id = await position(await base(unit), "waiting_county")
    with pytest.raises(Missing):
        await position_review.approve(city, id, 1, NOW)
    await position_review.approve(county, id, 1, NOW)
    await position_review.approve(city, id, 2, NOW)
    await position_publication.publish(city, id, 3, NOW)
    published = await positions.get(unit, id, TODAY)
    assert published.shown.label == "发布中"
    assert published.first_published_at == NOW
    assert [event.label for event in await log.timeline("position", id)] == ["发布", "审核通过", "审核通过"]


async def test_where_the_county_is_last_it_publishes_and_the_city_only_reads() -> None:
    county, city = await official(LIXIA), await official(JINAN)
    id = await position(await base(await employer()), "waiting_county", chain="county")
    await position_review.approve(county, id, 1, NOW)
    assert (await positions.get(city, id, TODAY)).offers == ()
    with pytest.raises(Refused):
        await position_publication.publish(city, id, 2, NOW)
    await position_publication.publish(county, id, 2, NOW)


async def test_a_rejection_tells_the_employer_why() -> None:
    unit, county = await employer(), await official(LIXIA)
    id = await position(await base(unit), "waiting_county")
    await position_review.reject(county, id, 1, ["duties", "other"], "请写明工作内容", NOW)
    rejected = await positions.get(unit, id, TODAY)
    assert rejected.shown.label == "审核不通过"
    assert rejected.rejection == "岗位职责或任职要求不清楚；请写明工作内容"


async def test_a_rejection_needs_a_reason() -> None:
    county = await official(LIXIA)
    id = await position(await base(await employer()), "waiting_county")
    with pytest.raises(Invalid):
        await position_review.reject(county, id, 1, [], "", NOW)


@pytest.mark.parametrize("state", ["suspended", "revoked"])
async def test_nothing_passes_or_is_published_while_the_base_is_not_approved(state: str) -> None:
    city, of = await official(JINAN), await base(await employer(), state)
    waiting, approved = await position(of, "waiting_city"), await position(of, "approved")
    with pytest.raises(Refused, match="见习基地"):
        await position_review.approve(city, waiting, 1, NOW)
    with pytest.raises(Refused, match="见习基地"):
        await position_publication.publish(city, approved, 1, NOW)


@pytest.mark.parametrize("region", [SHIZHONG, ZAOZHUANG, "370000"])
async def test_other_offices_decide_nothing(region: str) -> None:
    stranger = await official(region)
    id = await position(await base(await employer()), "waiting_county")
    with pytest.raises(Missing):
        await position_review.approve(stranger, id, 1, NOW)
    with pytest.raises(Missing):
        await position_publication.publish(stranger, id, 1, NOW)


async def test_of_twenty_simultaneous_approvals_one_wins() -> None:
    county = await official(LIXIA)
    id = await position(await base(await employer()), "waiting_county")
    tries = (position_review.approve(county, id, 1, NOW) for _ in range(20))
    ends = await asyncio.gather(*tries, return_exceptions=True)
    assert sum(end is None for end in ends) == 1
    assert sum(isinstance(end, Stale) and "审核通过该岗位" in end.sentence for end in ends) == 19
    assert len(await log.timeline("position", id)) == 1
