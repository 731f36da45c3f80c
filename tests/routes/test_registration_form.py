"""录用上岗登记, 修改登记 and 生活费调整 in the browser: what was typed stays, warnings appear to be ticked."""

import re

import pytest

from jianxi.domain.viewers import EmployerViewer
from jianxi.tables.placements import AllowanceRaise, Placement
from tests import traineeships
from tests.cast import application, base, employer, person, position
from tests.registrations import TYPED
from tests.routes.base_desks import desk_of, hidden_fields
from tests.signed import attached, unsigned

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
LIST = "/employer/applications"
Fields = dict[str, str | list[str]]


async def accepted(state: str = "accepted") -> tuple[EmployerViewer, int]:
    unit = await employer()
    return unit, await application(await person(), await position(await base(unit)), state)


async def test_the_accepted_application_leads_to_the_form_with_what_the_position_says() -> None:
    unit, id = await accepted()
    async with desk_of(unit) as desk:
        row = await desk.get(f"{LIST}?state=accepted")
        page = await desk.get(f"{LIST}/{id}")
        form = await desk.get(f"{LIST}/{id}/placement")

    link = f'href="{LIST}/{id}/placement">录用上岗登记'
    assert (link in row.text, link in page.text) == (True, True)
    assert 'name="allowance" type="text" value="2,600"' in form.text
    assert 'name="mentor" type="text" value="周强"' in form.text
    assert 'id="insurance-0-kind"' in form.text
    assert "最早可为2026年11月18日" in form.text
    assert "岗位期限为6个月；见习期限可为3至12个月" in form.text


async def test_what_is_wrong_is_told_by_the_field_and_everything_stays() -> None:
    unit, id = await accepted()
    wrong: Fields = {
        **TYPED,
        "ends_on": ["2027-01-31"],
        "insurance-0-last_day": ["2027-01-30"],
        "allowance": ["２０００"],
    }
    async with desk_of(unit) as desk:
        page = await desk.post(f"{LIST}/{id}/placement", wrong)

    assert page.status_code == 422
    assert "见习期限应为3至12个月，见习结束日期应在2027年2月28日至2027年11月30日之间" in page.text
    assert '<a href="#insurance">保险应覆盖整个见习期，2027年1月31日没有保险' in page.text
    assert "按岗位期限，应到2027年5月31日" in page.text
    assert 'value="２０００"' in page.text
    assert "见习期间生活费2,000元，低于当地月最低工资标准2,400元" in page.text
    assert await Placement.count() == 0


async def test_warnings_are_ticked_and_it_is_registered() -> None:
    unit, id = await accepted()
    less: Fields = {**TYPED, "allowance": ["2000"]}
    async with desk_of(unit) as desk:
        first = await desk.post(f"{LIST}/{id}/placement", less)
        marks = re.findall(r'name="ticked" value="([^"]+)"', first.text)
        wrong = await desk.post(f"{LIST}/{id}/placement", {**less, "ticked": marks, "mentor": [""]})
        done = await desk.post(f"{LIST}/{id}/placement", {**less, "ticked": marks})
        again = await desk.post(f"{LIST}/{id}/placement", {**less, "ticked": marks})
        wrong_again = await desk.post(f"{LIST}/{id}/placement", {**less, "mentor": [""]})
        row = await desk.get(f"{LIST}?state=accepted")

    assert (first.status_code, len(marks)) == (422, 2)
    assert (wrong.status_code, wrong.text.count(" checked")) == (422, 2)
    assert (done.status_code, done.headers["location"]) == (303, "/employer/placements/1")
    assert again.status_code == 409
    assert "办理该上岗登记，您这次填写的内容没有保存；要改的，用“修改登记”" in again.text
    assert ("确认录用上岗登记" in again.text, 'value="周强"' in again.text) == (False, True)
    assert (wrong_again.status_code, "已经登记。" in wrong_again.text) == (409, True)
    assert 'href="/employer/placements/1"' in again.text
    assert "待上传协议" in row.text


async def test_rows_are_added_and_removed_without_a_script_up_to_three() -> None:
    unit, id = await accepted()
    url = f"{LIST}/{id}/placement"
    second: Fields = {"insurance-1-kind": ["injury"], "insurance-2-kind": [""]}
    async with desk_of(unit) as desk:
        two = await desk.post(url, {**TYPED, "act": ["add-insurance"]})
        four = await desk.post(url, {**TYPED, **second, "act": ["add-insurance"]})
        one = await desk.post(url, {**TYPED, **second, "act": ["remove-insurance:0"]})

    assert (two.status_code, "第2项保险" in two.text, "第3项保险" in two.text) == (200, True, False)
    assert 'value="PA20260001"' in two.text
    assert (four.status_code, "保险最多3项，不能再增加" in four.text) == (422, True)
    assert ("PA20260001" in one.text, 'value="injury" selected' in one.text) == (False, True)


async def test_an_application_that_is_not_accepted_leads_back_and_posts_are_refused() -> None:
    unit, id = await accepted("waiting")
    async with desk_of(unit) as desk:
        form = await desk.get(f"{LIST}/{id}/placement")
        post = await desk.post(f"{LIST}/{id}/placement", dict(TYPED))

    assert (form.status_code, form.headers["location"]) == (303, f"{LIST}/{id}")
    assert (post.status_code, "请先审核通过其报名" in post.text) == (409, True)


async def test_an_edit_says_what_it_does_keeps_the_version_shown_and_tells_who_was_first() -> None:
    found = await traineeships.trainee("unsigned", allowance_fen=260_000)
    url = f"/employer/placements/{found.placement}/registration"
    fields: Fields = {**TYPED, "starts_on": ["2026-09-01"], "ends_on": ["2027-02-28"], "v": ["1"]}
    fields |= {"insurance-0-first_day": ["2026-09-01"], "insurance-0-last_day": ["2027-02-28"]}
    async with desk_of(found.unit) as desk:
        form = await desk.get(url)
        unchanged = await desk.post(url, dict(fields))
        wrong = await desk.post(url, {**fields, "mentor": [""]})
        done = await desk.post(url, {**fields, "mentor": ["李强"]})
        late = await desk.post(url, {**fields, "mentor": ["赵刚"]})

    assert "协议更新为第2版" in form.text
    assert 'name="starts_on" type="date" value="2026-09-01"' in form.text
    assert unchanged.status_code == 303
    assert (wrong.status_code, 'name="v" value="1"' in wrong.text) == (422, True)
    assert done.status_code == 303
    assert (late.status_code, 'value="赵刚"' in late.text, 'name="v" value="2"' in late.text) == (
        409,
        True,
        True,
    )


async def test_pages_put_together_for_an_agreement_that_was_amended_are_said_to_be_set_aside() -> None:
    found, _ = await unsigned()
    await attached(found, "扫描.png")
    at = f"/employer/placements/{found.placement}"
    async with desk_of(found.unit) as desk:
        shown = hidden_fields((await desk.get(f"{at}/upload")).text)
        fields: Fields = {**TYPED, "starts_on": ["2026-09-01"], "ends_on": ["2027-02-28"], "v": ["1"]}
        fields |= {"insurance-0-first_day": ["2026-09-01"], "insurance-0-last_day": ["2027-02-28"]}
        amended = await desk.post(f"{at}/registration", {**fields, "mentor": ["李强"]})
        late = await desk.post(f"{at}/upload", {**shown, "act": "send"})

    assert (amended.status_code, late.status_code) == (303, 409)
    assert "原来放入的扫描件属于第1版协议，已不再使用；请下载第2版协议，签字盖章后重新上传" in late.text


async def test_what_cannot_be_amended_leads_to_the_placement_with_the_reason() -> None:
    found = await traineeships.trainee("waiting")
    async with desk_of(found.unit) as desk:
        form = await desk.get(f"/employer/placements/{found.placement}/registration")
        page = await desk.get(form.headers["location"])

    assert "协议正在审核，不能修改登记" in page.text


async def test_an_allowance_is_raised_from_a_day_on() -> None:
    found = await traineeships.trainee()
    url = f"/employer/placements/{found.placement}/allowance"
    asked: Fields = {"v": ["1"], "starts_on": ["2026-12-01"], "allowance": ["2,800"]}
    async with desk_of(found.unit) as desk:
        less = await desk.post(url, {**asked, "allowance": ["2,600"]})
        done = await desk.post(url, asked)
        again = await desk.post(url, asked)
        form = await desk.get(url)

    assert (less.status_code, "生活费只能调高：2026年12月1日执行的是每月2,600元" in less.text) == (422, True)
    assert done.status_code == 303
    assert (again.status_code, "调整该上岗的生活费" in again.text) == (409, True)
    assert "每月2,800元" in form.text
    assert await AllowanceRaise.count() == 1
