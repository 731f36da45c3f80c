"""撤销审核, 撤销发布, 申请重新发布, 延长报名 and 复制 at the desks."""

from datetime import date, timedelta

import pytest

from jianxi.domain import periods
from jianxi.queries import positions
from tests.cast import JINAN, LIXIA, application, base, employer, official, person, position
from tests.conftest import NOW
from tests.position_forms import TYPED, typed
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
MINE, LIST = "/employer/positions", "/authority/positions"
TODAY = periods.today(NOW)
YESTERDAY = TODAY - timedelta(days=1)


async def test_reopening_says_what_it_does_and_then_does_it() -> None:
    unit = await employer()
    id = await position(await base(unit), "waiting_city")
    async with desk_of(await official(LIXIA)) as desk:
        listed = await desk.get(f"{LIST}?state=waiting_city")
        asked = await desk.get(f"{LIST}/{id}/reopening")
        done = await desk.post(f"{LIST}/{id}/reopening", {"v": "1", "back": f"{LIST}?state=waiting_city"})
        after = await desk.get(done.headers["location"])
    assert f"{LIST}/{id}/reopening?back=" in listed.text
    assert "确认撤销审核" in asked.text
    assert "岗位回到“等待审核（区县）”" in asked.text and "单位可以编辑或删除该岗位" in asked.text
    assert "已撤销对“数控编程见习生”的审核" in after.text
    assert "edit" in (await positions.get(unit, id, TODAY)).offers


async def test_the_page_says_what_blocks_reopening() -> None:
    id = await position(await base(await employer()), "approved")
    await application(await person(), id, "withdrawn")
    async with desk_of(await official(JINAN)) as desk:
        shown = await desk.get(f"{LIST}/{id}")
        asked = await desk.get(f"{LIST}/{id}/reopening")
        forced = await desk.post(f"{LIST}/{id}/reopening", {"v": "1"})
    assert f"{LIST}/{id}/reopening" in shown.text
    assert "该岗位已有人报过名" in asked.text and "确认撤销审核" not in asked.text
    assert forced.status_code == 409


async def test_somebody_who_was_second_reads_who_was_first_on_the_page() -> None:
    id = await position(await base(await employer()), "waiting_city")
    async with desk_of(await official(JINAN, "王敏")) as other:
        await other.post(f"{LIST}/{id}/approval", {"v": "1"})
    async with desk_of(await official(LIXIA)) as desk:
        late = await desk.post(f"{LIST}/{id}/reopening", {"v": "1"})
    assert late.status_code == 409
    assert "王敏已于10:00审核通过该岗位，本页已更新为最新内容" in late.text


async def test_withdrawing_counts_who_waits_and_who_is_accepted() -> None:
    unit = await employer()
    id = await position(await base(unit))
    for state in ("waiting", "waiting", "accepted"):
        await application(await person(), id, state)
    async with desk_of(await official(JINAN)) as desk:
        office = await desk.get(f"{LIST}/{id}/withdrawal")
    async with desk_of(unit) as desk:
        own = await desk.get(f"{MINE}/{id}/withdrawal")
        done = await desk.post(f"{MINE}/{id}/withdrawal", {"v": "1"})
        listed = await desk.get(done.headers["location"])
    for page in (office.text, own.text):
        assert "等待单位审核的2人" in page and "已录用的1人不受影响" in page
    assert "“审核通过（未发布）”" in office.text and "“单位已撤销”" in own.text
    assert "单位已撤销" in listed.text and f"{MINE}/{id}/republication" in listed.text


async def test_many_are_withdrawn_after_a_page_that_counts_people() -> None:
    of = await base(await employer())
    ids = [await position(of) for _ in range(2)]
    await application(await person(), ids[0])
    async with desk_of(await official(JINAN)) as desk:
        picks: dict[str, str | list[str]] = {"id": [f"{id}:{1}" for id in ids]}
        asked = await desk.post(f"{LIST}/withdrawal", dict(picks))
        done = await desk.post(f"{LIST}/withdrawal", {**picks, "confirm": "yes"})
    assert "等待单位审核的1人" in asked.text and "确认撤销发布" in asked.text
    assert "已撤销发布2个" in done.text


async def test_one_alone_is_not_withdrawn_without_a_second_step() -> None:
    id = await position(await base(await employer()))
    city = await official(JINAN)
    async with desk_of(city) as desk:
        asked = await desk.post(f"{LIST}/withdrawal", {"id": f"{id}:1"})
        still = (await positions.get(city, id, TODAY)).shown.label
        done = await desk.post(f"{LIST}/withdrawal", {"id": f"{id}:1", "confirm": "yes"})
        after = await desk.get(done.headers["location"])
    assert "确认撤销发布" in asked.text and still == "发布中"
    assert "已撤销发布“数控编程见习生”" in after.text


async def test_asking_to_publish_again_says_when_the_deadline_must_be_extended_first() -> None:
    unit = await employer()
    id = await position(await base(unit), "withdrawn", deadline=YESTERDAY)
    async with desk_of(unit) as desk:
        asked = await desk.get(f"{MINE}/{id}/republication")
        done = await desk.post(f"{MINE}/{id}/republication", {"v": "1", "back": f"{MINE}/{id}"})
        shown = await desk.get(done.headers["location"])
    assert "确认申请重新发布" in asked.text and "请先延长报名" in asked.text
    assert f"{MINE}/{id}/extension" in shown.text and "单位延长报名后可以发布" in shown.text


async def test_the_deadline_is_extended_by_a_form_that_keeps_what_was_typed() -> None:
    unit = await employer()
    id = await position(await base(unit), deadline=YESTERDAY)
    async with desk_of(unit) as desk:
        listed = await desk.get(MINE)
        early = await desk.post(f"{MINE}/{id}/extension", {"v": "1", "deadline": "2026-11-01"})
        blank = await desk.post(f"{MINE}/{id}/extension", {"v": "1"})
        stale = await desk.post(f"{MINE}/{id}/extension", {"v": "9", "deadline": "2026-12-31"})
        done = await desk.post(f"{MINE}/{id}/extension", {"v": "1", "deadline": "2026-12-31"})
        after = await desk.get(done.headers["location"])
    assert f"{MINE}/{id}/extension" in listed.text and "已截止" in listed.text
    assert early.status_code == 422 and "新的报名截止日期不能早于今天（2026年11月20日）" in early.text
    assert 'value="2026-11-01"' in early.text
    assert blank.status_code == 422 and "请填写新的报名截止日期" in blank.text
    assert stale.status_code == 409 and 'value="2026-12-31"' in stale.text
    assert "的报名延长到2026年12月31日" in after.text and "发布中" in after.text


async def test_the_new_deadline_is_never_asked_for_in_the_past() -> None:
    unit = await employer()
    at = await base(unit)
    late, running = await position(at, deadline=YESTERDAY), await position(at, deadline=date(2026, 12, 1))
    async with desk_of(unit) as desk:
        over = await desk.get(f"{MINE}/{late}/extension")
        ahead = await desk.get(f"{MINE}/{running}/extension")
    assert "最早2026年11月20日" in over.text and 'min="2026-11-20"' in over.text
    assert "最早2026年12月2日" in ahead.text and 'min="2026-12-02"' in ahead.text


async def test_a_rejected_position_is_copied_with_its_reasons_in_sight() -> None:
    unit = await employer()
    id = await position(await base(unit), "rejected", deadline=YESTERDAY)
    async with desk_of(unit) as desk:
        blank = await desk.get(f"{MINE}/{id}/copy")
        wrong = await desk.post(f"{MINE}/{id}/copy", dict(typed(title="")))
        done = await desk.post(f"{MINE}/{id}/copy", dict(TYPED))
        shown = await desk.get(done.headers["location"])
    assert 'value="数控编程见习生"' in blank.text and "原岗位的不通过原因" in blank.text
    assert 'name="deadline" type="date" value=""' in blank.text and "请填写新的" in blank.text
    assert wrong.status_code == 422 and "原岗位的不通过原因" in wrong.text
    assert "复制" in shown.text and "等待审核（区县）" in shown.text


async def test_while_the_base_is_suspended_both_desks_read_why_nothing_goes_on() -> None:
    unit = await employer()
    of = await base(unit, "suspended")
    approved, out = await position(of, "approved"), await position(of)
    async with desk_of(await official(JINAN)) as desk:
        page = await desk.get(f"{LIST}/{approved}")
        row = await desk.post(f"{LIST}/{approved}/publication", {"v": "1"}, script=True)
    async with desk_of(unit) as desk:
        own = await desk.get(f"{MINE}/{out}")
        anybody = await desk.get(f"/positions/{out}")
    assert "不能新增、审核或发布岗位" in page.text
    assert row.status_code == 409 and "不能新增、审核或发布岗位" in row.text
    assert "该岗位暂不接受报名" in own.text and "该岗位暂不接受报名" in anybody.text


async def test_what_was_withdrawn_is_not_there_for_the_public() -> None:
    unit = await employer()
    id = await position(await base(unit))
    async with desk_of(unit) as desk:
        await desk.post(f"{MINE}/{id}/withdrawal", {"v": "1"})
        assert (await desk.get(f"/positions/{id}")).status_code == 404
