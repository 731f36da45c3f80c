"""见习基地申请 in the browser: drafts, messages, the check page, what comes after."""

import pytest

from jianxi.domain.viewers import EmployerViewer
from tests.attachments import attach_samples
from tests.cast import base, employer
from tests.cast_facts import BASE_FORM
from tests.routes.base_desks import desk_of, hidden_fields, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
PAGE = "/employer/base"
FORM: dict[str, str | list[str]] = dict(BASE_FORM)


async def with_files() -> EmployerViewer:
    unit = await employer()
    await attach_samples(unit)
    return unit


async def test_a_blank_form_knows_what_the_registration_knew() -> None:
    unit = await employer(name="济南晨光精工有限公司")
    async with desk_of(unit) as desk:
        page = await desk.get(PAGE)
    assert page.status_code == 200
    assert 'value="王芳"' in page.text
    assert 'value="13800138000"' in page.text
    assert "济南晨光精工有限公司" in page.text
    assert "济南市历下区" in page.text
    assert "尚未保存" in page.text
    assert "草稿</span>" not in page.text


async def test_it_says_after_how_many_minutes_what_was_typed_is_lost() -> None:
    async with desk_of(await employer()) as desk:
        page = await desk.get(PAGE)
    assert "超过30分钟没有操作会自动退出登录，未保存的内容不会保留，请及时保存草稿。" in page.text


async def test_a_message_about_a_row_names_its_kind() -> None:
    unfinished = {"needs-0-degree": "", "mentors-0-degree": ""}
    async with desk_of(await employer()) as desk:
        told = await desk.post(PAGE, {**FORM, **unfinished, "act": "submit", "v": "0"})
    assert "第1项需求：请选择学历" in told.text
    assert "第1位指导师：请选择学历" in told.text


async def test_a_draft_keeps_what_was_typed_right_or_wrong() -> None:
    async with desk_of(await employer()) as desk:
        saved = await desk.post(
            PAGE, {"act": "save", "v": "0", "staff": "约一百人", "mentors-0-years": "一年半"}
        )
        page = await desk.get(PAGE)
    assert saved.status_code == 303
    assert 'value="约一百人"' in page.text
    assert 'value="一年半"' in page.text
    assert "草稿" in page.text


async def test_what_is_wrong_is_told_at_submission_and_the_values_stay() -> None:
    async with desk_of(await with_files()) as desk:
        told = await desk.post(PAGE, {**FORM, "act": "submit", "v": "0", "staff": "约一百人"})
    assert told.status_code == 422
    assert "有1处需要修改" in told.text
    assert 'href="#staff"' in told.text
    assert 'value="约一百人"' in told.text


async def test_a_submission_is_checked_first_and_then_has_a_number() -> None:
    async with desk_of(await with_files()) as desk:
        check = await desk.post(PAGE, {**FORM, "act": "submit", "v": "0"})
        before = await desk.get(PAGE)
        done = await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
        page = await desk.get(PAGE)
    assert "确认提交" in check.text
    assert "草稿" in before.text
    assert done.status_code == 303
    assert "等待审核（区县）" in page.text
    assert "JX3701-26-" in page.text


async def test_the_check_page_leads_back_to_the_form_with_everything_in_it() -> None:
    async with desk_of(await with_files()) as desk:
        check = await desk.post(PAGE, {**FORM, "act": "submit", "v": "0"})
        form = await desk.post(PAGE, {**hidden_fields(check.text), "act": "edit"})
    assert 'value="高级工程师"' in form.text
    assert "保存草稿" in form.text


async def test_rows_are_added_and_removed_without_losing_the_others() -> None:
    two: dict[str, str | list[str]] = {"needs-0-major": "机械", "needs-1-major": "电气", "v": "0"}
    async with desk_of(await employer()) as desk:
        added = await desk.post(PAGE, {**two, "act": "add-needs"}, script=True)
        removed = await desk.post(PAGE, {**two, "act": "remove-needs:0"}, script=True)
    assert added.text.count('<fieldset class="set" id="needs-') == 3
    assert "<html" not in added.text
    assert 'value="机械"' not in removed.text
    assert 'id="needs-0-major" name="needs-0-major" type="text" value="电气"' in removed.text


async def test_a_stale_tab_is_told_and_keeps_what_was_typed() -> None:
    async with desk_of(await employer()) as desk:
        await desk.post(PAGE, {"act": "save", "v": "0", "staff": "5"})
        stale = await desk.post(PAGE, {"act": "save", "v": "0", "staff": "7"})
        again = await desk.post(PAGE, {"act": "save", "v": version_in(stale.text), "staff": "7"})
    assert stale.status_code == 409
    assert 'value="7"' in stale.text
    assert again.status_code == 303


async def test_a_second_click_on_confirming_submits_nothing_more() -> None:
    async with desk_of(await with_files()) as desk:
        check = await desk.post(PAGE, {**FORM, "act": "submit", "v": "0"})
        sent = {**hidden_fields(check.text), "act": "confirm"}
        await desk.post(PAGE, sent)
        second = await desk.post(PAGE, sent)
    assert second.status_code == 409
    assert "等待审核（区县）" in second.text
    assert second.text.count("次提交</a>") == 1


async def test_a_rejected_form_shows_the_reason_and_can_be_mended() -> None:
    unit = await employer()
    await base(unit, "rejected")
    async with desk_of(unit) as desk:
        page = await desk.get(PAGE)
    assert "材料不全" in page.text
    assert 'value="高级工程师"' in page.text


async def test_mentors_beyond_the_limits_are_pointed_out_and_taken() -> None:
    weak = {**FORM, "mentors-0-years": "1", "mentors-0-capacity": "8"}
    async with desk_of(await with_files()) as desk:
        check = await desk.post(PAGE, {**weak, "act": "submit", "v": "0"})
    assert check.status_code == 200
    assert "少于2年" in check.text
    assert "多于5人" in check.text


async def test_an_approved_base_is_shown_and_not_to_be_typed_over() -> None:
    unit = await employer()
    await base(unit, "approved")
    async with desk_of(unit) as desk:
        page = await desk.get(PAGE)
        saved = await desk.post(PAGE, {**FORM, "act": "save", "v": "1"})
    assert "审核通过" in page.text
    assert "保存草稿" not in page.text
    assert saved.status_code == 409
