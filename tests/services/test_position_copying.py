"""复制 of 见习岗位, and the chain that stays as it was when a position was submitted."""

import json

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing, Refused
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import read
from jianxi.queries import positions
from jianxi.services import position_publication, position_review
from jianxi.services import positions as services
from jianxi.tables.log import LogEntry
from jianxi.tables.policies import PolicyRow
from tests.cast import JINAN, LIXIA, base, employer, official, position
from tests.cast_people import save
from tests.conftest import NOW
from tests.position_forms import TYPED

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)
FORM = read(PositionForm, TYPED, TODAY)


@pytest.mark.parametrize("state", ["waiting_county", "rejected", "published", "withdrawn"])
async def test_a_copy_is_a_new_position_and_the_log_says_of_which(state: str) -> None:
    unit = await employer()
    origin = await position(await base(unit), state)
    id = await services.copy(unit, origin, FORM, NOW)
    entry = await LogEntry.select().where(LogEntry.noun == "position", LogEntry.record == id).first()
    assert entry is not None
    assert (entry["verb"], json.loads(entry["facts"])) == ("copy", {"origin": origin})
    assert (await positions.get(unit, id, TODAY)).shown.label == "等待审核（区县）"
    assert (await positions.get(unit, origin, TODAY)).version == 1


async def test_nobody_copies_what_is_another_s() -> None:
    origin, stranger = await position(await base(await employer())), await employer()
    await base(stranger)
    with pytest.raises(Missing):
        await services.copy(stranger, origin, FORM, NOW)


async def test_nothing_is_copied_while_the_base_is_suspended() -> None:
    unit = await employer()
    origin = await position(await base(unit, "suspended"), "rejected")
    with pytest.raises(Refused, match="见习基地"):
        await services.copy(unit, origin, FORM, NOW)


async def test_the_new_position_gets_the_chain_of_its_day_and_the_old_one_keeps_its_own() -> None:
    """The city turns its review off with a position under way: both are walked to their ends."""
    unit, county, city = await employer(), await official(LIXIA), await official(JINAN)
    await base(unit)
    old = await services.add(unit, FORM, NOW)
    await _turn_city_review("否")
    new = await services.add(unit, FORM, NOW)
    for id in (old, new):
        await position_review.approve(county, id, 1, NOW)
    await position_publication.publish(county, new, 2, NOW)
    with pytest.raises(Refused):
        await position_publication.publish(county, old, 2, NOW)
    await position_review.approve(city, old, 2, NOW)
    await position_publication.publish(city, old, 3, NOW)
    shown = [(await positions.get(unit, id, TODAY)).shown.label for id in (old, new)]
    assert shown == ["发布中", "发布中"]


async def test_turning_the_review_on_again_leaves_what_the_county_alone_reviews_to_it() -> None:
    unit, county, city = await employer(), await official(LIXIA), await official(JINAN)
    await base(unit)
    await _turn_city_review("否")
    old = await services.add(unit, FORM, NOW)
    await _turn_city_review("是")
    await position_review.approve(county, old, 1, NOW)
    assert (await positions.get(city, old, TODAY)).offers == ()
    await position_publication.publish(county, old, 2, NOW)
    await position_publication.withdraw(county, old, 3, NOW)
    await position_review.reopen(county, old, 4, NOW)
    await services.edit(unit, old, 5, FORM, NOW)
    await position_review.approve(county, old, 6, NOW)
    assert (await positions.get(unit, old, TODAY)).shown.label == "审核通过（未发布）"


async def _turn_city_review(value: str) -> None:
    await save(
        PolicyRow(
            key="county_position_city_review",
            region="370100",
            value=value,
            effective_from=TODAY,
            source="测试",
            entered_by="测试",
            entered_at=NOW,
        )
    )
