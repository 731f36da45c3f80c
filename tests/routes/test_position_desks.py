"""见习岗位 at the employer's and the office's desk, with and without a script."""

import pytest

from jianxi.domain import periods
from jianxi.queries import positions
from tests.cast import JINAN, LIXIA, base, employer, official, position
from tests.conftest import NOW
from tests.position_forms import TYPED, typed
from tests.routes.base_desks import desk_of, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
MINE, LIST = "/employer/positions", "/authority/positions"


async def test_an_employer_adds_a_position_and_reads_who_reviews_it() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        blank = await desk.get(f"{MINE}/new")
        done = await desk.post(f"{MINE}/new", dict(TYPED))
        shown = await desk.get(done.headers["location"])
        listed = await desk.get(MINE)
    assert 'value="370102" selected' in blank.text
    assert "超过30分钟没有操作会自动退出登录" in blank.text
    assert done.status_code == 303
    assert "已提交。由济南市历下区初审" in shown.text
    assert "软件测试技术员" in listed.text


async def test_wrong_input_comes_back_as_typed_with_messages() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        page = await desk.post(f"{MINE}/new", dict(typed(months="99", title="", duties="保留这段话")))
    assert page.status_code == 422
    assert "请填写职位名称" in page.text
    assert "保留这段话" in page.text


async def test_without_an_approved_base_a_page_says_what_to_do() -> None:
    unit = await employer()
    async with desk_of(unit) as desk:
        page = await desk.get(f"{MINE}/new")
        refused = await desk.post(f"{MINE}/new", dict(TYPED))
    assert (page.status_code, refused.status_code) == (200, 409)
    assert "请先填写并提交见习基地申请" in page.text


async def test_a_stale_edit_keeps_what_was_typed() -> None:
    unit = await employer()
    id = await position(await base(unit), "waiting_county")
    async with desk_of(unit) as desk:
        await desk.post(f"{MINE}/{id}/edit", {**typed(title="甲岗位"), "v": "1"})
        page = await desk.post(f"{MINE}/{id}/edit", {**typed(title="乙岗位"), "v": "1"})
    assert page.status_code == 409
    assert 'value="乙岗位"' in page.text
    assert "编辑该岗位" in page.text
    assert 'name="v" value="2"' in page.text


async def test_a_corrected_fault_does_not_write_over_what_another_page_saved() -> None:
    unit = await employer()
    id = await position(await base(unit), "waiting_county")
    async with desk_of(unit) as desk:
        await desk.post(f"{MINE}/{id}/edit", {**typed(title="甲岗位"), "v": "1"})
        faulty = await desk.post(f"{MINE}/{id}/edit", {**typed(title="乙岗位", months="99"), "v": "1"})
        corrected = await desk.post(
            f"{MINE}/{id}/edit", {**typed(title="乙岗位"), "v": version_in(faulty.text)}
        )
        kept = await positions.get(unit, id, periods.today(NOW))
    assert (faulty.status_code, corrected.status_code) == (422, 409)
    assert kept.title == "甲岗位"


async def test_deleting_asks_once_more() -> None:
    unit = await employer()
    id = await position(await base(unit), "waiting_county")
    async with desk_of(unit) as desk:
        asked = await desk.get(f"{MINE}/{id}/deletion")
        done = await desk.post(f"{MINE}/{id}/deletion", {"v": "1"})
        gone = await desk.get(f"{MINE}/{id}")
    assert "确认删除" in asked.text
    assert (done.status_code, gone.status_code) == (303, 404)


async def test_the_county_passes_a_position_in_its_row() -> None:
    id = await position(await base(await employer()), "waiting_county", allowance_fen=210_000)
    async with desk_of(await official(LIXIA)) as desk:
        listed = await desk.get(LIST)
        row = await desk.post(f"{LIST}/{id}/approval", {"v": "1"}, script=True)
    assert "低于2,400" in listed.text
    assert row.status_code == 200
    assert f'<tbody id="position-{id}" class="is-done">' in row.text
    assert "等待审核（市级）" in row.text and "李建国" in row.text


async def test_rejecting_asks_why_first_and_keeps_what_was_ticked() -> None:
    id = await position(await base(await employer()), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        opened = await desk.post(f"{LIST}/{id}/rejection", {"v": "1"}, script=True)
        page = await desk.post(f"{LIST}/{id}/rejection", {"v": "1"})
        other = {"v": "1", f"confirm-{id}": "yes", f"reason-{id}": "other"}
        blank = await desk.post(f"{LIST}/{id}/rejection", {**other}, script=True)
        done = await desk.post(f"{LIST}/{id}/rejection", {**other, f"note-{id}": "请补充"}, script=True)
    assert 'class="is-open"' in opened.text and "<html" in page.text
    assert blank.status_code == 422
    assert 'value="other" checked' in blank.text and "请填写补充说明" in blank.text
    assert "不通过原因：请补充" in done.text


async def test_who_was_second_gets_the_fresh_row_and_keeps_the_note() -> None:
    id = await position(await base(await employer()), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(f"{LIST}/{id}/approval", {"v": "1"})
        fields = {"v": "1", f"reason-{id}": "duties", f"note-{id}": "我的意见"}
        row = await desk.post(f"{LIST}/{id}/rejection", dict(fields), script=True)
        page = await desk.post(f"{LIST}/{id}/rejection", dict(fields))
    assert (row.status_code, page.status_code) == (409, 409)
    assert "您的操作未执行。李建国已于10:00审核通过该岗位" in row.text
    assert "我的意见" in row.text and "我的意见" in page.text


async def test_after_a_decision_on_its_page_the_next_one_opens() -> None:
    of = await base(await employer())
    first, second = await position(of, "waiting_county"), await position(of, "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        done = await desk.post(
            f"{LIST}/{second}/approval", {"v": "1", "then": "next", "back": f"{LIST}?q=数控"}
        )
        last = await desk.post(
            f"{LIST}/{first}/approval", {"v": "1", "then": "next", "back": f"{LIST}?q=数控"}
        )
    assert done.headers["location"].startswith(f"{LIST}/{first}?back=")
    assert last.headers["location"].startswith(f"{LIST}?q=")


async def test_a_plain_decision_returns_to_the_list_as_it_was() -> None:
    id = await position(await base(await employer()), "waiting_city")
    city = await official(JINAN)
    async with desk_of(city) as desk:
        done = await desk.post(f"{LIST}/{id}/approval", {"v": "1", "back": f"{LIST}?kind=x&page=2"})
    assert done.headers["location"] == f"{LIST}?kind=x&page=2"
    assert "publish" in (await positions.get(city, id, periods.today(NOW))).offers


async def test_reasons_asked_for_on_the_page_are_sent_by_its_plain_form_and_can_be_given_up() -> None:
    id = await position(await base(await employer()), "waiting_county")
    async with desk_of(await official(LIXIA)) as desk:
        page = await desk.post(f"{LIST}/{id}/rejection", {"v": "1", "then": "next", "back": LIST})
    assert f'action="{LIST}/{id}/approval" novalidate hx-disable>' in page.text
    assert f'href="{LIST}/{id}?back=' in page.text
