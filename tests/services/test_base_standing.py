"""暂停, 恢复 and 取消资格 of a 见习基地: by the city, with a reason; what runs already runs on."""

import pytest

from jianxi.domain.bases import BaseLevel
from jianxi.domain.outcomes import Invalid, Missing, Refused
from jianxi.forms.base_drafts import typed
from jianxi.forms.base_filters import BaseFilters
from jianxi.forms.bases import BaseForm
from jianxi.forms.position_search import Search
from jianxi.forms.reading import read
from jianxi.queries import bases as reading
from jianxi.queries import search
from jianxi.queries.approved_bases import approved_list
from jianxi.services import base_review, base_standing, bases
from jianxi.tables.employers import Base
from jianxi.tables.log import LogEntry
from tests.cast import JINAN, LIXIA, SHANDONG, ZAOZHUANG, base, employer, official, position
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = NOW.date()
WHY = "实地核查发现指导师不在岗"


async def test_a_suspended_base_says_why_and_is_resumed() -> None:
    unit = await employer()
    id = await base(unit)
    city = await official(JINAN)
    await base_standing.suspend(city, id, 1, f" {WHY} ", NOW)
    stopped = await reading.of_employer(unit)
    await base_standing.resume(city, id, 2, "整改完成", NOW)
    resumed = await reading.of_employer(unit)
    assert stopped is not None and resumed is not None
    assert (stopped.state, stopped.stopped_reason, stopped.offers) == ("suspended", WHY, ("update",))
    assert (resumed.state, resumed.stopped_reason) == ("approved", "")


async def test_each_needs_a_reason_that_can_be_kept() -> None:
    id = await base(await employer())
    city = await official(JINAN)
    for reason in ("", "  ", "长" * 501):
        with pytest.raises(Invalid):
            await base_standing.suspend(city, id, 1, reason, NOW)
    assert await LogEntry.count().where(LogEntry.noun == "base") == 0


async def test_the_county_suspends_nothing() -> None:
    id = await base(await employer())
    with pytest.raises(Refused):
        await base_standing.suspend(await official(LIXIA), id, 1, WHY, NOW)


async def test_another_city_does_not_see_it() -> None:
    id = await base(await employer())
    with pytest.raises(Missing):
        await base_standing.revoke(await official(ZAOZHUANG), id, 1, WHY, NOW)


async def test_the_province_no_longer_sees_a_suspended_one() -> None:
    id = await base(await employer())
    await base_standing.suspend(await official(JINAN), id, 1, WHY, NOW)
    with pytest.raises(Missing):
        await reading.get(await official(SHANDONG), id)


async def test_positions_of_a_suspended_base_are_not_searched_and_it_is_not_listed() -> None:
    id = await base(await employer())
    await position(id)
    before = await search.published(Search(), 1, TODAY)
    await base_standing.suspend(await official(JINAN), id, 1, WHY, NOW)
    after, listed = await search.published(Search(), 1, TODAY), await approved_list(BaseFilters(), 1, TODAY)
    assert (before.total, after.total, listed.total) == (1, 0, 0)


async def test_after_a_revocation_the_chain_starts_anew_and_nothing_of_the_old_level_leaks() -> None:
    unit = await employer()
    id = await base(unit, "approved", "city")
    county, city = await official(LIXIA), await official(JINAN)
    await base_standing.revoke(city, id, 1, WHY, NOW)
    form = read(BaseForm, {**BASE_FORM, "wanted_level": ["county"]}, TODAY)
    await bases.submit(unit, 2, form, NOW)
    again = await reading.get(county, id)
    await base_review.approve(county, id, 3, NOW)
    await base_review.approve(city, id, 4, NOW)
    row = await Base.select(Base.state, Base.level, Base.approved_round).first()
    assert (again.state, again.level, again.stopped_reason) == ("waiting_county", "", "")
    assert row == {"state": "approved", "level": BaseLevel.COUNTY.value, "approved_round": 2}


async def test_a_revoked_one_is_not_resumed() -> None:
    id = await base(await employer())
    city = await official(JINAN)
    await base_standing.revoke(city, id, 1, WHY, NOW)
    with pytest.raises(Refused, match="重新提交申请"):
        await base_standing.resume(city, id, 2, WHY, NOW)


async def test_a_page_left_open_cannot_keep_a_draft_over_what_was_approved() -> None:
    unit = await employer()
    await base(unit)
    with pytest.raises(Refused, match="变更申请"):
        await bases.save(unit, 1, typed(BASE_FORM), NOW)
