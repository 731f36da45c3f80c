"""发布 of one and of many at the city's desk."""

import re

import pytest

from jianxi.domain import periods
from jianxi.queries import positions
from tests.cast import JINAN, LIXIA, ZAOZHUANG_SHIZHONG, base, employer, official, position
from tests.conftest import NOW
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST, ACT = "/authority/positions", "/authority/positions/publication"
TODAY = periods.today(NOW)


async def state_of(id: int) -> str:
    return (await positions.get(await official(JINAN), id, TODAY)).shown.label


async def test_nothing_selected_is_a_friendly_line() -> None:
    async with desk_of(await official(JINAN)) as desk:
        answer = await desk.post(ACT, {"back": f"{LIST}?state=approved"})
        page = await desk.get(answer.headers["location"])
    assert answer.status_code == 303
    assert "还没有选择岗位" in page.text


async def test_one_is_published_at_once() -> None:
    id = await position(await base(await employer()), "approved")
    async with desk_of(await official(JINAN)) as desk:
        answer = await desk.post(ACT, {"id": f"{id}:1"})
    assert answer.status_code == 303
    assert await state_of(id) == "发布中"


async def test_two_or_more_are_counted_and_those_left_out_are_named() -> None:
    of = await base(await employer())
    first, second = await position(of, "approved"), await position(of, "approved")
    late = await position(of, "approved", title="过期岗位", deadline=TODAY.replace(day=1))
    foreign = await position(await base(await employer(ZAOZHUANG_SHIZHONG)), "approved")
    ids = [f"{first}:1", f"{second}:1", f"{late}:1", f"{foreign}:1", "x:y"]
    async with desk_of(await official(JINAN)) as desk:
        asked = await desk.post(ACT, {"id": ids})
        done = await desk.post(ACT, await confirmed(asked.text))
    assert '将发布 <span class="num">2</span> 个岗位' in asked.text
    assert "过期岗位" in asked.text and "报名截止日期2026年11月1日已过" in asked.text
    assert "另有1个不存在" in asked.text
    assert "已发布2个" in done.text
    assert await state_of(first) == await state_of(second) == "发布中"


async def test_what_changed_after_the_confirm_page_is_told_in_the_result() -> None:
    of = await base(await employer())
    first, second = await position(of, "approved"), await position(of, "approved")
    async with desk_of(await official(JINAN)) as desk:
        asked = await desk.post(ACT, {"id": [f"{first}:1", f"{second}:1"]})
        async with desk_of(await official(JINAN, name="王敏")) as other:
            await other.post(f"{LIST}/{first}/publication", {"v": "1"})
        done = await desk.post(ACT, await confirmed(asked.text))
    assert "已发布1个" in done.text
    assert "没有办理。王敏已于10:00发布该岗位" in done.text


async def test_all_that_match_are_frozen_on_the_confirm_page() -> None:
    of = await base(await employer())
    found = [await position(of, "approved", title=f"测试员{n}") for n in range(3)]
    other = await position(of, "approved", title="焊工")
    async with desk_of(await official(JINAN)) as desk:
        asked = await desk.post(ACT, {"all": "yes", "back": f"{LIST}?state=approved&q=测试员"})
        later = await position(of, "approved", title="测试员9")
        await desk.post(ACT, await confirmed(asked.text))
    assert {await state_of(id) for id in found} == {"发布中"}
    assert await state_of(other) == await state_of(later) == "审核通过（未发布）"


async def test_a_result_that_is_refreshed_says_the_same() -> None:
    of = await base(await employer())
    first, second = await position(of, "approved"), await position(of, "approved")
    sent: dict[str, str | list[str]] = {"confirm": "yes", "id": [f"{first}:1", f"{second}:1"]}
    async with desk_of(await official(JINAN)) as desk:
        await desk.post(ACT, dict(sent))
        again = await desk.post(ACT, dict(sent))
    assert "已发布2个" in again.text
    assert "没有办理" not in again.text


async def confirmed(page: str) -> dict[str, str | list[str]]:
    """The confirm page's own form, with every id."""
    form = page[page.index('name="confirm"') - 400 :]
    ids = re.findall(r'name="id" value="([0-9]+:[0-9]+)"', form)
    return {"confirm": "yes", "id": ids}


@pytest.mark.parametrize("act", ["approval", "publication"])
async def test_one_that_cannot_be_done_says_why(act: str) -> None:
    id = await position(await base(await employer(), "suspended"), "waiting_city")
    async with desk_of(await official(JINAN)) as desk:
        answer = await desk.post(f"{LIST}/{act}", {"id": f"{id}:1"})
    assert "0个" in answer.text and "1个没有办理，原因见下" in answer.text


async def test_many_are_approved_by_the_level_they_wait_at() -> None:
    of = await base(await employer())
    first, second = await position(of, "waiting_county"), await position(of, "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        listed = await desk.get(LIST)
        asked = await desk.post(f"{LIST}/approval", {"id": [f"{first}:1", f"{second}:1"]})
        done = await desk.post(f"{LIST}/approval", await confirmed(asked.text))
    assert f'formaction="{LIST}/approval"' in listed.text and f'formaction="{LIST}/rejection"' in listed.text
    assert "确认审核通过" in asked.text
    assert "已审核通过2个" in done.text
    assert await state_of(first) == await state_of(second) == "等待审核（市级）"


async def test_reasons_are_asked_for_once_and_shared_by_all() -> None:
    of = await base(await employer())
    first, second = await position(of, "waiting_city"), await position(of, "waiting_city")
    async with desk_of(await official(JINAN)) as desk:
        asked = await desk.post(f"{LIST}/rejection", {"id": [f"{first}:1", f"{second}:1"]})
        sent = await confirmed(asked.text)
        blank = await desk.post(f"{LIST}/rejection", {**sent, "note-0": "请写明工作内容"})
        done = await desk.post(
            f"{LIST}/rejection", {**sent, "reason-0": "duties", "note-0": "请写明工作内容"}
        )
    assert blank.status_code == 422
    assert "请至少勾选一个不通过原因" in blank.text and "请写明工作内容" in blank.text
    assert f'value="{first}:1"' in blank.text
    assert "已审核不通过2个" in done.text
    for id in (first, second):
        found = await positions.get(await official(JINAN), id, TODAY)
        assert found.rejection == "岗位职责或任职要求不清楚；请写明工作内容"


async def test_one_alone_is_not_rejected_without_a_reason() -> None:
    id = await position(await base(await employer()), "waiting_city")
    async with desk_of(await official(JINAN)) as desk:
        asked = await desk.post(f"{LIST}/rejection", {"id": f"{id}:1"})
    assert asked.status_code == 200 and "不通过原因" in asked.text
    assert await state_of(id) == "等待审核（市级）"


async def test_a_refreshed_rejection_says_the_same() -> None:
    of = await base(await employer())
    ids = [f"{await position(of, 'waiting_city')}:1" for _ in range(2)]
    sent: dict[str, str | list[str]] = {"confirm": "yes", "id": ids, "reason-0": "duties"}
    async with desk_of(await official(JINAN)) as desk:
        await desk.post(f"{LIST}/rejection", dict(sent))
        again = await desk.post(f"{LIST}/rejection", dict(sent))
    assert "已审核不通过2个" in again.text and "没有办理" not in again.text
