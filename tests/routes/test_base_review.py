"""见习基地审核 in the browser: with and without a script."""

import pytest

from tests.cast import JINAN, LIXIA, base, employer, official
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/bases"


async def test_the_county_passes_a_base_in_its_row() -> None:
    id = await base(await employer(), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        row = await desk.post(f"{LIST}/{id}/approval", {"v": "1"}, script=True)
    assert row.status_code == 200
    assert f'<tbody id="base-{id}" class="is-done">' in row.text
    assert "等待审核（市级）" in row.text
    assert "李建国" in row.text


async def test_the_city_confirms_or_changes_the_level() -> None:
    unit = await employer(name="济南晨光精工有限公司")
    id = await base(unit, "waiting_city")
    async with desk_of(await official(JINAN)) as desk:
        listed = await desk.get(LIST)
        done = await desk.post(
            f"{LIST}/{id}/approval", {"v": "1", f"level-{id}": "city", "back": f"{LIST}?q=晨光"}
        )
        found = await desk.get(f"{LIST}?state=approved")
    assert f'name="level-{id}"' in listed.text
    assert done.status_code == 303
    assert done.headers["location"].startswith(LIST)
    assert "市级</span>" in found.text


async def test_rejecting_first_asks_why_and_then_tells_the_employer() -> None:
    unit = await employer()
    id = await base(unit, "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        opened = await desk.post(f"{LIST}/{id}/rejection", {"v": "1"})
        blank = await desk.post(f"{LIST}/{id}/rejection", {"v": "1", f"confirm-{id}": "yes"})
        reasons: dict[str, str | list[str]] = {
            f"confirm-{id}": "yes",
            f"reason-{id}": ["facts", "other"],
            f"note-{id}": "地址不符",
        }
        done = await desk.post(f"{LIST}/{id}/rejection", {"v": "1", **reasons})
    async with desk_of(unit) as desk:
        page = await desk.get("/employer/base")
    assert (opened.status_code, blank.status_code, done.status_code) == (200, 422, 303)
    assert "确认审核不通过" in opened.text
    assert "请至少勾选一个不通过原因" in blank.text
    assert "单位基本信息与登记信息不一致；地址不符" in page.text


async def test_who_was_second_sees_the_fresh_row_and_one_sentence() -> None:
    id = await base(await employer(), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(f"{LIST}/{id}/approval", {"v": "1"})
        row = await desk.post(f"{LIST}/{id}/approval", {"v": "1"}, script=True)
        page = await desk.post(f"{LIST}/{id}/approval", {"v": "1"})
    assert (row.status_code, page.status_code) == (409, 409)
    assert "您的操作未执行。李建国已于10:00审核通过该基地申请" in row.text
    assert "您的操作未执行。" in page.text


async def test_a_typed_opinion_survives_a_decision_that_came_second() -> None:
    id = await base(await employer(), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(f"{LIST}/{id}/approval", {"v": "1"})
        row = await desk.post(f"{LIST}/{id}/rejection", {"v": "1", f"note-{id}": "缺少设备清单"}, script=True)
    assert "缺少设备清单" in row.text


async def test_the_list_is_found_by_name_and_by_code() -> None:
    unit = await employer(name="济南晨光精工有限公司")
    other = await employer(name="济南云杉信息有限公司")
    await base(unit, "waiting_county")
    await base(other, "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        found = await desk.get(f"{LIST}?q=晨光")
        wild = await desk.get(f"{LIST}?q=%25")
    assert "济南晨光精工有限公司" in found.text
    assert "济南云杉信息有限公司" not in found.text
    assert "没有符合条件" in wild.text


async def test_the_page_of_a_base_has_the_decision_and_the_next_one() -> None:
    first = await base(await employer(), "waiting_county")
    await base(await employer(name="济南云杉信息有限公司"), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        page = await desk.get(f"{LIST}/{first}")
        version = await desk.get(f"{LIST}/{first}/versions/1")
    assert "高级工程师" in page.text
    assert "下一个待审核：济南云杉信息有限公司" in page.text
    assert version.status_code == 200


async def test_after_a_decision_on_its_page_the_next_one_of_the_list_opens() -> None:
    first = await base(await employer(), "waiting_county")
    second = await base(await employer(name="济南云杉信息有限公司"), "waiting_county")
    found = f"{LIST}?q=%E4%BA%91%E6%9D%89"
    async with desk_of(await official(LIXIA)) as desk:
        page = await desk.get(f"{LIST}/{first}?back={LIST}")
        done = await desk.post(f"{LIST}/{first}/approval", {"v": "1", "then": "next", "back": found})
        last = await desk.post(f"{LIST}/{second}/approval", {"v": "1", "then": "next", "back": found})
    assert 'name="then" value="next"' in page.text
    assert done.headers["location"].startswith(f"{LIST}/{second}?back=")
    assert last.headers["location"] == found


async def test_an_empty_list_of_every_state_says_so_without_naming_one() -> None:
    async with desk_of(await official(LIXIA)) as desk:
        every, approved = await desk.get(f"{LIST}?state=all"), await desk.get(f"{LIST}?state=approved")
    assert "没有见习基地申请。" in every.text
    assert "没有“审核通过”的见习基地申请。" in approved.text
