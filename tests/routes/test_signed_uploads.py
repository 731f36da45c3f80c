"""上传协议 and 上传解除协议证明 on their page: one press does everything, each button works plainly and with scripts."""

import re
from collections.abc import Sequence

import httpx
import pytest

from jianxi.queries import signed_pages as reading
from jianxi.queries.signed_pages import AGREEMENT, DRAFT
from jianxi.services import placement_review
from jianxi.storage import samples
from jianxi.tables.departures import Departure
from jianxi.tables.placements import Placement
from tests.cast import LIXIA, employer, official
from tests.conftest import NOW
from tests.routes.base_desks import FROM_SCRIPT, Desk, desk_of, hidden_fields
from tests.signed import attached, leaving, sent, unsigned
from tests.web.site import csrf_of

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
Sent = tuple[str, tuple[str, bytes, str]]
SCAN: Sent = ("pages", ("扫描件.png", samples.picture().content, "image/png"))
PDF: Sent = ("pages", ("协议.pdf", samples.document().content, "application/pdf"))
BITMAP: Sent = ("pages", ("协议.bmp", b"BM" + b"0" * 200, "image/bmp"))


async def press(
    desk: Desk, at: str, act: str, *files: Sent, of: str = "", script: bool = False
) -> httpx.Response:
    """A button of the page as it stands; `of` is the text of an older one."""
    fields = hidden_fields(of or (await desk.get(at)).text)
    data = {**fields, "csrf": await csrf_of(desk.visitor), "act": act}
    headers = FROM_SCRIPT if script else {}
    return await desk.visitor.post(at, data=data, files=list(files), headers=headers)


async def names(id: int, round: int = DRAFT) -> Sequence[str]:
    return [page.file.name for page in await reading.of_round(AGREEMENT, id, round)]


async def test_choosing_files_and_the_one_press_send_them_and_a_second_click_does_no_more() -> None:
    found, _ = await unsigned()
    at = f"/employer/placements/{found.placement}/upload"
    async with desk_of(found.unit) as desk:
        before = (await desk.get(at)).text
        done = await press(desk, at, "send", SCAN, PDF, of=before)
        page = await desk.get(at)
        again = await press(desk, at, "send", SCAN, PDF, of=before)
        late = await press(desk, at, "send", of=before, script=True)
    assert all(word in before for word in ("待上传协议", "下载协议", ">确认上传协议</button>", "第1版"))
    assert (done.status_code, done.headers["location"]) == (303, at)
    assert all(word in page.text for word in ("等待审核", "历下区审核，结果会显示在本页", "扫描件.png"))
    assert ">确认上传协议<" not in page.text
    assert (again.status_code, late.status_code) == (409, 409)
    assert "已于" in again.text and "本页已更新为最新内容" in again.text
    assert "<html" not in late.text and "等待审核" in late.text
    assert await names(found.placement, 1) == ["扫描件.png", "协议.pdf"]


async def test_a_certificate_is_sent_by_the_same_page() -> None:
    found, id, _ = await leaving()
    at = f"/employer/departures/{id}/upload"
    async with desk_of(found.unit) as desk:
        before = (await desk.get(at)).text
        done = await press(desk, at, "send", SCAN)
    assert all(
        word in before for word in ("待上传证明", "下载解除协议证明", ">确认上传解除协议证明</button>")
    )
    assert done.status_code == 303
    row = await Departure.select(Departure.state).where(Departure.id == id).first()
    assert row == {"state": "waiting"}


async def test_without_a_page_and_with_a_wrong_file_nothing_is_sent_and_the_good_ones_stay() -> None:
    found, _ = await unsigned()
    at = f"/employer/placements/{found.placement}/upload"
    async with desk_of(found.unit) as desk:
        without, empty = await press(desk, at, "send"), await press(desk, at, "upload:pages")
        mixed = await press(desk, at, "send", SCAN, BITMAP)
        script = await press(desk, at, "upload:pages", PDF, script=True)
    assert [each.status_code for each in (without, empty, mixed, script)] == [422, 422, 422, 200]
    assert 'href="#pages">请选择签字盖章后的就业见习协议书' in without.text
    assert 'href="#pages">没有选择文件' in empty.text
    assert "“协议.bmp”" in mixed.text and "未识别到二维码，不影响提交" in mixed.text
    assert "<html" not in script.text
    assert await names(found.placement) == ["扫描件.png", "协议.pdf"]
    row = await Placement.select(Placement.state).where(Placement.id == found.placement).first()
    assert row == {"state": "unsigned"}


async def test_pages_are_put_in_order_turned_replaced_and_removed_by_plain_buttons() -> None:
    found, _ = await unsigned()
    at = f"/employer/placements/{found.placement}/upload"
    one, two = await attached(found, "一.png", "二.png")
    new: Sent = ("swap", ("新.png", samples.picture().content, "image/png"))
    async with desk_of(found.unit) as desk:
        moved = await press(desk, at, f"move:{one}:2")
        turned = await press(desk, at, f"turn:{two}:90", script=True)
        asked = await press(desk, at, f"swap:{one}")
        nothing = await press(desk, at, f"with:{one}")
        swapped = await press(desk, at, f"with:{one}", new)
        again = await press(desk, at, "upload:pages")
        dropped = [await press(desk, at, f"drop:{two}", script=True) for _ in range(2)]
        order = await names(found.placement)
    assert (moved.status_code, moved.headers["location"]) == (303, f"{at}#signed-list")
    assert turned.text.index("二.png") < turned.text.index("一.png")
    assert f"/upload/files/{two}/pages/1?turn=90" in turned.text
    assert f'id="turn-{two}" type="submit" name' in turned.text
    assert (again.status_code, again.headers["location"]) == (303, f"{at}#signed-list")
    assert "确认替换" in asked.text and 'id="swap"' in asked.text
    assert nothing.status_code == 422 and 'href="#swap">没有选择文件' in nothing.text
    assert (swapped.status_code, [each.status_code for each in dropped]) == (303, [200, 200])
    assert order == ["新.png"]


async def test_a_set_that_changed_in_a_second_tab_is_shown_before_it_is_sent() -> None:
    found, _ = await unsigned()
    at = f"/employer/placements/{found.placement}/upload"
    async with desk_of(found.unit) as desk:
        before = (await desk.get(at)).text
        await press(desk, at, "upload:pages", PDF)
        late = await press(desk, at, "send", SCAN, of=before)
        then = await press(desk, at, "send")
    assert late.status_code == 409 and "页面在您核对之后有变化" in late.text
    assert all(name in late.text for name in ("扫描件.png", "协议.pdf"))
    assert then.status_code == 303


async def test_after_a_rejection_the_reason_stands_at_the_top_and_the_pages_are_still_there() -> None:
    found, _ = await unsigned()
    await sent(found, "一.png", "二.png")
    office = await official(LIXIA)
    await placement_review.reject(office, found.placement, 2, ["other"], "第2页缺少单位盖章", NOW)
    async with desk_of(found.unit) as desk:
        page = await desk.get(f"/employer/placements/{found.placement}/upload")
    reason, list_, record = (page.text.index(word) for word in ("上次审核不通过", "一.png", "第1次上传"))
    assert reason < list_ < record
    assert "第2页缺少单位盖章" in page.text and ">确认上传协议</button>" in page.text


async def test_a_file_is_shown_saved_and_drawn_as_it_was_turned_for_nobody_but_its_unit() -> None:
    found, _ = await unsigned()
    (file,) = await attached(found)
    at = f"/employer/placements/{found.placement}/upload"
    own = [f"{at}/files/{file}{part}" for part in ("", "/content", "/pages/1")]
    async with desk_of(found.unit) as desk:
        upright = await desk.get(own[2])
        await press(desk, at, f"turn:{file}:90")
        shown, content, turned = [await desk.get(each) for each in own]
    assert [each.status_code for each in (shown, content, turned)] == [200, 200, 200]
    assert re.search(rf'href="{at}">返回', shown.text)
    assert upright.headers["content-type"] == turned.headers["content-type"] == "image/jpeg"
    assert upright.content != turned.content
    async with desk_of(await employer()) as stranger:
        strange = [await stranger.get(each) for each in (at, *own)]
    assert [each.status_code for each in strange] == [404] * 4
