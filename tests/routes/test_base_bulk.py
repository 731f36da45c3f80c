"""Many 见习基地 at once: a confirm page that names what is left out and why, then a result for each."""

import pytest

from tests.cast import JINAN, LIXIA, SHIZHONG, base, employer, official
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/bases"


async def test_two_are_confirmed_first_and_the_levels_are_named() -> None:
    one = await base(await employer(name="济南晨光精工有限公司"), "waiting_city", "city")
    other = await base(await employer(name="济南云杉信息有限公司"), "waiting_city", "county")
    fields: dict[str, str | list[str]] = {"id": [f"{one}:1", f"{other}:1"]}
    async with desk_of(await official(JINAN)) as desk:
        confirm = await desk.post(f"{LIST}/approval", fields)
        done = await desk.post(f"{LIST}/approval", {**fields, "confirm": "yes"})
        approved = await desk.get(f"{LIST}?state=approved")
    assert "区县级1个、市级1个" in confirm.text
    assert "济南云杉信息有限公司" in confirm.text
    assert "已审核通过2个" in done.text
    assert "济南晨光精工有限公司" in approved.text


async def test_what_cannot_be_decided_is_left_out_with_its_reason() -> None:
    ready = await base(await employer(), "waiting_county")
    stale = await base(await employer(name="济南晨光精工有限公司"), "waiting_county")
    foreign = await base(await employer(county=SHIZHONG, name="济南外区有限公司"), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(f"{LIST}/{stale}/approval", {"v": "1"})
        confirm = await desk.post(f"{LIST}/approval", {"id": [f"{ready}:1", f"{stale}:1", f"{foreign}:1"]})
    assert "李建国已于10:00审核通过该基地申请" in confirm.text
    assert "另有1个不存在" in confirm.text
    assert "济南外区有限公司" not in confirm.text


async def test_all_that_match_are_rejected_for_reasons_asked_once() -> None:
    units = [await employer() for _ in range(3)]
    ids = [f"{await base(unit, 'waiting_county')}:1" for unit in units]
    everything: dict[str, str | list[str]] = {"all": "yes", "back": LIST}
    named: dict[str, str | list[str]] = {"id": ids, "back": LIST, "confirm": "yes"}
    async with desk_of(await official(LIXIA)) as desk:
        confirm = await desk.post(f"{LIST}/rejection", everything)
        blank = await desk.post(f"{LIST}/rejection", named)
        done = await desk.post(f"{LIST}/rejection", {**named, "reason-0": "needs"})
    async with desk_of(units[0]) as desk:
        own = await desk.get("/employer/base")
    assert "将审核不通过的 3 个" in confirm.text
    assert blank.status_code == 422
    assert "已审核不通过3个" in done.text
    assert "专业及人数需求与单位规模不符" in own.text


async def test_only_what_the_confirm_page_named_is_done_whatever_matches_by_now() -> None:
    named = await base(await employer(), "waiting_county")
    unnamed = await base(await employer(name="济南晨光精工有限公司"), "waiting_county")
    fields: dict[str, str | list[str]] = {"all": "yes", "back": LIST, "confirm": "yes"}
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(f"{LIST}/approval", fields)
        await desk.post(f"{LIST}/approval", {**fields, "id": [f"{named}:1"]})
        left = await desk.get(LIST)
    assert f'value="{unnamed}:1"' in left.text
    assert f'value="{named}:' not in left.text


async def test_the_list_offers_boxes_where_something_waits_for_the_office() -> None:
    id = await base(await employer(), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        waiting, approved = await desk.get(LIST), await desk.get(f"{LIST}?state=approved")
        nothing = await desk.post(f"{LIST}/approval", {"back": LIST})
    assert f'value="{id}:1"' in waiting.text
    assert "data-pick-page" not in approved.text
    assert nothing.status_code == 303
