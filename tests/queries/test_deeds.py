"""Who did what last: one newest move a record, whoever looked at it since."""

import pytest

from jianxi.queries import deeds
from jianxi.services import log, position_review
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import JINAN, LIXIA, base, employer, official, position
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def test_of_several_moves_the_newest_is_told_for_each_record() -> None:
    of = await base(await employer())
    passed, refused = await position(of, "waiting_county"), await position(of, "waiting_county")
    county, city = await official(LIXIA), await official(JINAN)
    await position_review.approve(county, passed, 1, NOW)
    await position_review.approve(city, passed, 2, NOW)
    await position_review.reject(county, refused, 1, ["duties"], "", NOW)
    found = await deeds.last_deeds("position", [passed, refused])
    assert (found[passed].actor, found[passed].verb) == (city.name, "approve")
    assert (found[refused].actor, found[refused].verb) == (county.name, "reject")


async def test_a_logged_look_is_no_deed() -> None:
    id = await position(await base(await employer()), "waiting_county")
    county = await official(LIXIA)
    await position_review.approve(county, id, 1, NOW)
    async with unit_of_work():
        await log.record(county, NOW, "position", id, "look")
    found = await deeds.last_deeds("position", [id])
    assert found[id].verb == "approve"


async def test_where_nobody_is_known_the_record_has_changed() -> None:
    stale = await deeds.stale("base", 1, NOW.date())

    assert stale.sentence == "您的操作未执行。该基地申请刚刚有变化，本行已更新为最新内容。"
    assert stale.clause == "该基地申请刚刚有变化"


async def test_what_happened_is_told_alone_for_a_sentence_of_ones_own() -> None:
    deed = deeds.Deed("publish", "王敏", NOW)

    assert deeds.clause("position", deed, NOW.date()) == "王敏已于10:00发布该岗位"
    assert deeds.clause("position", None, NOW.date()) == "该岗位刚刚有变化"
