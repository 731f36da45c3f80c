"""撤销审核, 暂停, 恢复 and 取消资格 of a 见习基地 in the browser: first what it would do, then the act."""

import pytest

from tests.cast import (
    JINAN,
    LIXIA,
    SHANDONG,
    SHIZHONG,
    ZAOZHUANG,
    application,
    base,
    employer,
    official,
    person,
    position,
)
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/authority/bases"
WHY = "实地核查发现指导师不在岗"


async def test_undoing_says_what_it_would_do_and_is_done_by_its_second_step() -> None:
    id = await base(await employer(name="济南晨光精工有限公司"))
    await position(id, "waiting_county")
    async with desk_of(await official(JINAN)) as desk:
        listed = await desk.get(f"{LIST}?state=approved")
        page = await desk.get(f"{LIST}/{id}/reopening")
        done = await desk.post(f"{LIST}/{id}/reopening", {"v": "1", "back": f"{LIST}?state=approved"})
        again = await desk.get(f"{LIST}/{id}")
    assert f"{LIST}/{id}/reopening" in listed.text
    assert "回到“等待审核（市级）”" in page.text
    assert "1个等待审核的岗位暂时不能审核通过" in page.text
    assert "公开的见习基地名单不再列出" in page.text
    assert "确认撤销审核" in page.text
    assert (done.status_code, done.headers["location"]) == (303, f"{LIST}?state=approved")
    assert "审核通过</button>" in again.text


async def test_what_blocks_undoing_is_named_on_the_record_and_on_the_page() -> None:
    id = await base(await employer())
    await position(id, "published", title="软件测试员")
    async with desk_of(await official(JINAN)) as desk:
        listed = await desk.get(f"{LIST}?state=approved")
        record, page = await desk.get(f"{LIST}/{id}"), await desk.get(f"{LIST}/{id}/reopening")
        done = await desk.post(f"{LIST}/{id}/reopening", {"v": "1"})
    assert f"{LIST}/{id}/reopening" not in listed.text + record.text
    for shown in (record.text, page.text):
        assert "已有岗位通过初审，不能撤销审核" in shown
        assert "通过初审的有1个岗位：“软件测试员”" in shown
    assert "确认撤销审核" not in page.text
    assert done.status_code == 409


async def test_suspending_counts_whom_it_touches_and_tells_the_employer_why() -> None:
    unit = await employer()
    id = await base(unit)
    out = await position(id)
    await application(await person(), out)
    await application(await person(), out, "accepted")
    async with desk_of(await official(JINAN)) as desk:
        page = await desk.get(f"{LIST}/{id}/suspension")
        blank = await desk.post(f"{LIST}/{id}/suspension", {"v": "1", "reason": " "})
        done = await desk.post(f"{LIST}/{id}/suspension", {"v": "1", "reason": WHY})
        record = await desk.get(f"{LIST}/{id}")
    async with desk_of(unit) as desk:
        own = await desk.get("/employer/base")
    assert "发布中的1个岗位不再接受报名" in page.text
    assert "1人的报名正在等待单位审核" in page.text
    assert "已录用的1人不受影响" in page.text
    assert (blank.status_code, done.status_code) == (422, 303)
    assert "请填写暂停原因" in blank.text
    assert "已暂停" in record.text
    assert "恢复</a>" in record.text
    assert WHY in own.text


async def test_a_reason_typed_survives_a_decision_that_came_second() -> None:
    id = await base(await employer())
    async with desk_of(await official(JINAN)) as desk:
        await desk.post(f"{LIST}/{id}/suspension", {"v": "1", "reason": WHY})
        late = await desk.post(f"{LIST}/{id}/revocation", {"v": "1", "reason": "多次核查不合格"})
    assert late.status_code == 409
    assert "李建国已于10:00暂停该基地" in late.text
    assert "多次核查不合格" in late.text


async def test_the_county_is_told_who_suspends() -> None:
    id = await base(await employer())
    async with desk_of(await official(LIXIA)) as desk:
        page = await desk.get(f"{LIST}/{id}/suspension")
        record = await desk.get(f"{LIST}/{id}")
    assert "“暂停”由市级办理" in page.text
    assert "suspension" not in record.text


async def test_revoked_the_employer_reads_why_and_may_submit_again() -> None:
    unit = await employer()
    id = await base(unit)
    async with desk_of(await official(JINAN)) as desk:
        page = await desk.get(f"{LIST}/{id}/revocation")
        await desk.post(f"{LIST}/{id}/revocation", {"v": "1", "reason": WHY})
    async with desk_of(unit) as desk:
        own = await desk.get("/employer/base")
    assert "可以修改后重新提交申请" in page.text
    assert WHY in own.text
    assert 'value="submit">提交</button>' in own.text


@pytest.mark.parametrize("act", ["reopening", "suspension", "resumption", "revocation"])
@pytest.mark.parametrize("region", [SHIZHONG, ZAOZHUANG])
async def test_for_offices_of_other_places_there_is_nothing(act: str, region: str) -> None:
    id = await base(await employer())
    async with desk_of(await official(region)) as desk:
        page = await desk.get(f"{LIST}/{id}/{act}")
        done = await desk.post(f"{LIST}/{id}/{act}", {"v": "1", "reason": WHY})
    assert (page.status_code, done.status_code) == (404, 404)


async def test_the_province_has_no_act_on_what_it_reads() -> None:
    id = await base(await employer())
    async with desk_of(await official(SHANDONG)) as desk:
        record = await desk.get(f"{LIST}/{id}")
        done = await desk.post(f"{LIST}/{id}/revocation", {"v": "1", "reason": WHY})
    assert "取消资格" not in record.text
    assert done.status_code == 409


async def test_a_row_decided_by_a_script_offers_its_undoing_at_once() -> None:
    id = await base(await employer(), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        row = await desk.post(f"{LIST}/{id}/approval", {"v": "1", "back": f"{LIST}?q=1"}, script=True)
    assert f'href="{LIST}/{id}/reopening?back=' in row.text


async def test_undoing_what_has_changed_since_says_who_did_what() -> None:
    id = await base(await employer())
    async with desk_of(await official(JINAN)) as desk:
        await desk.post(f"{LIST}/{id}/suspension", {"v": "1", "reason": WHY})
        late = await desk.post(f"{LIST}/{id}/reopening", {"v": "1"})
    assert late.status_code == 409
    assert "李建国已于10:00暂停该基地，本页已更新为最新内容。" in late.text
    assert "该基地已暂停，不能撤销审核。请先恢复。" in late.text


async def test_a_position_of_a_suspended_base_opens_by_its_address_and_takes_nobody() -> None:
    unit = await employer()
    out = await position(await base(unit, "suspended"))
    async with desk_of(unit) as desk:
        found, page = await desk.get("/positions"), await desk.get(f"/positions/{out}")
    assert f"/positions/{out}" not in found.text
    assert page.status_code == 200
