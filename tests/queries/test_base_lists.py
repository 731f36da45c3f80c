"""Lists of 见习基地: tabs, order, filters, and what anybody may know."""

from datetime import timedelta

import pytest

from jianxi.forms.base_filters import BaseFilters, filters
from jianxi.queries import base_lists
from jianxi.queries.approved_bases import approved_list
from tests.cast import JINAN, LIXIA, SHANDONG, SHIZHONG, base, employer, official, position
from tests.cast_facts import MOMENT
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = NOW.date()


async def test_what_waits_for_the_office_comes_first_and_the_longest_wait_on_top() -> None:
    await base(await employer(), "approved")
    newer = await base(await employer(), "waiting_county", submitted_at=MOMENT + timedelta(hours=3))
    older = await base(await employer(), "waiting_county")
    found = await base_lists.listed(await official(LIXIA), BaseFilters(), TODAY, 0, 20)
    assert [line.base.id for line in found.lines] == [older, newer]
    assert (found.tabs[0].state, found.tabs[0].count, found.total) == ("waiting_county", 2, 2)
    assert found.lines[0].waiting_days == 2


async def test_the_city_narrows_to_one_county() -> None:
    await base(await employer(county=LIXIA), "waiting_city")
    wanted = await base(await employer(county=SHIZHONG), "waiting_city")
    found = await base_lists.listed(await official(JINAN), filters(county=SHIZHONG), TODAY, 0, 20)
    assert [line.base.id for line in found.lines] == [wanted]


@pytest.mark.parametrize("words", ["晨光", "晨光精", "济南晨光精工有限公司", "CHENGUANG", "ｃｈｅｎ"])
async def test_a_unit_is_found_by_part_of_its_name_in_any_case(words: str) -> None:
    await base(await employer(), "waiting_county")
    wanted = await base(await employer(name="济南晨光精工有限公司 ChenGuang"), "waiting_county")
    found = await base_lists.listed(await official(LIXIA), filters(words=words), TODAY, 0, 20)
    assert [line.base.id for line in found.lines] == [wanted]


async def test_what_is_no_filter_filters_nothing() -> None:
    asked = filters(state="gone", county="济南", industry="ZZ", level="国家级")
    assert asked == BaseFilters()


async def test_anybody_sees_approved_bases_with_their_open_positions() -> None:
    shown = await base(await employer(name="济南晨光精工有限公司"), "approved", "city")
    await base(await employer(), "waiting_city")
    await position(shown)
    await position(shown, "approved")
    await position(shown, deadline=TODAY - timedelta(days=1))
    found = await approved_list(BaseFilters(), 1, TODAY)
    (only,) = found.bases
    assert (found.total, only.name, only.level, only.county) == (1, "济南晨光精工有限公司", "city", LIXIA)
    assert only.open_positions == 1


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_who_is_suspended_or_revoked_leaves_the_public_list_which_goes_by_name_page_by_page() -> None:
    for state in ("suspended", "revoked", "rejected", "waiting_city", "draft"):
        await base(await employer(), state)
    for number in (3, 1, 2):
        await base(await employer(name=f"济南{number}号精工有限公司"))
    await base(await employer(name="济南4号精工有限公司"), amendment_state="waiting_county")
    pages = [await approved_list(BaseFilters(), page, TODAY, size=3) for page in (1, 2, 3)]
    assert [[each.name[2] for each in page.bases] for page in pages] == [["1", "2", "3"], ["4"], []]
    assert {page.total for page in pages} == {4}


async def test_the_public_list_goes_by_the_confirmed_level_and_the_place() -> None:
    await base(await employer(), "approved", "city", wanted_level="county")
    found = await approved_list(filters(level="city", city=JINAN), 1, TODAY)
    none = await approved_list(filters(level="county"), 1, TODAY)
    assert (found.total, none.total) == (1, 0)


async def test_a_base_whose_change_waits_stands_under_both_states_and_counts_once() -> None:
    id = await base(await employer(), amendment_state="waiting_county", amendment_level="city")
    county = await official(LIXIA)
    waiting = await base_lists.listed(county, BaseFilters(), TODAY, 0, 20)
    approved = await base_lists.listed(county, filters(state="approved"), TODAY, 0, 20)
    counts = {tab.state: tab.count for tab in waiting.tabs}
    assert [line.base.id for line in (*waiting.lines, *approved.lines)] == [id, id]
    assert (counts["waiting_county"], counts["approved"], counts["all"]) == (1, 1, 1)
    assert waiting.lines[0].waits_for_me and waiting.selecting


async def test_a_change_of_a_suspended_base_waits_for_nobody() -> None:
    await base(await employer(), "suspended", amendment_state="waiting_county", amendment_level="city")
    found = await base_lists.listed(await official(LIXIA), BaseFilters(), TODAY, 0, 20)
    assert (found.lines, found.tabs[0].count) == ((), 0)


async def test_the_province_cannot_ask_which_changes_wait() -> None:
    await base(await employer(), amendment_state="waiting_county", amendment_level="city")
    found = await base_lists.listed(await official(SHANDONG), filters(state="waiting_county"), TODAY, 0, 20)
    assert (found.state, found.total) == ("approved", 1)
