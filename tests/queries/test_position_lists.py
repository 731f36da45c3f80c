"""Which positions a list shows, and how many."""

import pytest

from jianxi.domain import periods
from jianxi.forms.position_filters import Filters
from jianxi.queries import position_lists, positions
from jianxi.services import position_review
from tests.cast import JINAN, LIXIA, SHIZHONG, base, employer, official, position
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)


@pytest.mark.parametrize(
    ("words", "count"),
    [("测试", 1), ("晨光", 2), ("晨光 测试", 1), ("100%", 1), ("_", 0), ("%", 1), ("ｂｉｍ", 1), ("!", 0)],
)
async def test_words_are_found_in_title_and_unit_as_they_are(words: str, count: int) -> None:
    of = await base(await employer(name="济南晨光精工有限公司"))
    await position(of, "waiting_county", title="软件测试员")
    await position(of, "waiting_county", title="BIM技术员100%")
    assert (await position_lists.overview(await official(LIXIA), Filters(words=words)))[1] == count


async def test_tabs_count_what_this_level_sees_and_start_with_what_waits_for_it() -> None:
    of = await base(await employer())
    for state in ("waiting_county", "waiting_city", "published"):
        await position(of, state)
    shown, _ = await position_lists.overview(await official(JINAN), Filters(state="waiting_city"))
    assert [(tab.label, tab.count) for tab in shown][:3] == [
        ("等待审核（市级）", 1),
        ("审核通过（未发布）", 0),
        ("发布中", 1),
    ]
    assert (shown[0].current, shown[-1].label, shown[-1].count) == (True, "全部", 2)


async def test_the_city_narrows_by_county_level_and_category() -> None:
    await position(await base(await employer(LIXIA)), "waiting_city")
    await position(await base(await employer(SHIZHONG), level="city"), "waiting_city", category="管理类")
    city = await official(JINAN)
    for filters in (Filters(county=SHIZHONG), Filters(level="city"), Filters(category="管理类")):
        rows = await position_lists.page(city, filters, TODAY, offset=0, size=20)
        assert [row.county for row in rows] == [SHIZHONG]


async def test_what_the_county_took_back_stays_in_the_city_s_sight_in_a_tab_of_its_own() -> None:
    id = await position(await base(await employer()), "waiting_city")
    await position_review.reopen(await official(LIXIA), id, 1, NOW)
    city = await official(JINAN)
    shown, _ = await position_lists.overview(city, Filters(state="waiting_city"))
    assert [(tab.label, tab.count) for tab in shown if tab.count] == [("等待审核（区县）", 1), ("全部", 1)]
    assert (await positions.get(city, id, TODAY)).offers == ()


async def test_what_can_be_done_to_many_goes_by_tab_and_chain_whatever_becomes_of_a_row() -> None:
    of = await base(await employer())
    await position(of, "waiting_county")
    county = await official(LIXIA)
    rows = await position_lists.page(county, Filters(), TODAY, offset=0, size=20)
    assert position_lists.for_many(county, rows, Filters(state="waiting_county")) == ["approve", "reject"]
    assert position_lists.for_many(county, rows, Filters(state="approved")) == []
    assert position_lists.for_many(county, rows, Filters()) == ["approve", "reject"]
    await position(of, "waiting_county", chain="county")
    rows = await position_lists.page(county, Filters(), TODAY, offset=0, size=20)
    assert position_lists.for_many(county, rows, Filters(state="approved")) == ["publish"]
