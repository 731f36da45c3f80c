"""The parts of 见习基地申请 in the browser: their states, each saved on its own, and what a rejection says of them."""

import re

import pytest

from jianxi.domain.viewers import EmployerViewer
from jianxi.services import base_files
from tests.attachments import sample
from tests.cast import LIXIA, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW
from tests.routes.base_desks import Desk, desk_of, hidden_fields, version_in

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
PAGE, AMENDMENT, LIST = "/employer/base", "/employer/base/amendment", "/authority/bases"
FORM: dict[str, str | list[str]] = dict(BASE_FORM)
PART = re.compile(r'<li><a href="#(\w+)">[^<]*</a>(.*?)</li>')


def states(page: str) -> dict[str, str]:
    """Marks and state by part."""
    return {key: re.sub(r"<[^>]*>|&nbsp;", " ", told).split()[-1] for key, told in PART.findall(page)}


def marks(page: str, word: str) -> set[str]:
    return {key for key, told in PART.findall(page) if word in told}


async def more(unit: EmployerViewer) -> None:
    await base_files.attach(unit, "papers", [await sample("papers", "开户许可证.png")], NOW)


async def rejected(desk: Desk, id: int, ticked: list[str]) -> None:
    """By the county, which reads it."""
    async with desk_of(await official(LIXIA)) as county:
        version = version_in((await county.get(f"{LIST}/{id}")).text)
        reasons: dict[str, str | list[str]] = {f"reason-{id}": ticked, f"note-{id}": "请补充营业执照副本"}
        await county.post(f"{LIST}/{id}/rejection", {**reasons, "v": version})


async def test_a_new_form_has_five_parts_that_are_not_begun() -> None:
    async with desk_of(await employer()) as desk:
        page = await desk.get(PAGE)
    assert "已完成0项，共5项" in page.text
    assert set(states(page.text).values()) == {"未开始"}


async def test_a_part_is_saved_alone_and_the_rest_stays_as_typed() -> None:
    typed: dict[str, str | list[str]] = {**FORM, "staff": "7", "act": "save:profile", "v": "0"}
    async with desk_of(await employer()) as desk:
        saved = await desk.post(PAGE, typed)
        page = await desk.get(PAGE)
    assert "已保存，本项已填写完整。" in saved.text
    assert 'value="7"' in saved.text
    assert marks(saved.text, "未保存") == {"basics", "demand", "teachers"}
    assert states(page.text) == {
        **dict.fromkeys(("basics", "demand", "teachers", "files"), "未开始"),
        "profile": "已完成",
    }
    assert BASE_FORM["introduction"][0] in page.text
    assert 'value="7"' not in page.text


async def test_a_part_with_faults_is_kept_and_how_many_are_left_is_said() -> None:
    typed: dict[str, str | list[str]] = {"needs-0-year": "明年", "act": "save:demand", "v": "0"}
    async with desk_of(await employer()) as desk:
        saved = await desk.post(PAGE, typed, script=True)
        page = await desk.get(PAGE)
    assert "已保存，本项还有4处需要填写或修改。" in saved.text
    assert "<html" not in saved.text
    assert states(page.text)["demand"] == "进行中"
    assert 'value="明年"' in page.text


async def test_a_part_saved_in_a_stale_tab_overwrites_nothing() -> None:
    async with desk_of(await employer()) as desk:
        await desk.post(PAGE, {"act": "save", "v": "0", "staff": "5"})
        script = await desk.post(PAGE, {"act": "save:profile", "v": "0", "introduction": "二"}, script=True)
        plain = await desk.post(PAGE, {"act": "save:profile", "v": "0", "introduction": "二"})
        page = await desk.get(PAGE)
    assert (script.status_code, plain.status_code) == (409, 409)
    assert "本单位的申请已在另一页面保存" in script.text
    assert "二</textarea>" in plain.text
    assert 'value="5"' in page.text


async def test_after_a_rejection_its_reasons_stand_by_the_parts_until_they_are_amended() -> None:
    unit = await employer()
    id = await base(unit, "waiting_county")
    async with desk_of(unit) as desk:
        await rejected(desk, id, ["mentors", "papers"])
        page = await desk.get(PAGE)
        amended = {**FORM, "mentors-0-post": "首席技师", "act": "save:teachers", "v": version_in(page.text)}
        saved = await desk.post(PAGE, amended)
        await more(unit)
        after = await desk.get(PAGE)
    assert "请补充营业执照副本" in page.text
    assert "<b>审核意见</b>见习指导师资不足或信息不完整</div>" in page.text
    assert "<b>审核意见</b>单位证件不清晰或已过期</div>" in page.text
    assert [key for key, state in states(page.text).items() if state == "需修改"] == ["teachers", "files"]
    assert (states(saved.text)["teachers"], marks(saved.text, "已修改")) == ("已完成", {"teachers"})
    assert (states(after.text)["files"], marks(after.text, "已修改")) == ("已完成", {"teachers", "files"})


async def test_what_a_resubmission_changes_is_shown_to_both_sides() -> None:
    unit = await employer()
    id = await base(unit, "waiting_county")
    async with desk_of(unit) as desk:
        await rejected(desk, id, ["mentors"])
        await more(unit)
        amended = {**FORM, "contact": "李娜", "mentors-0-post": "首席技师", "v": "2"}
        check = await desk.post(PAGE, {**amended, "act": "submit"})
        await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
        own, first = await desk.get(f"{PAGE}/versions/2"), await desk.get(f"{PAGE}/versions/1")
    async with desk_of(await official(LIXIA)) as county:
        office = await county.get(f"{LIST}/{id}")
    for page in (check, own, office):
        told = page.text.split("与第1次提交相比的变化")[1].split("</table>")[0]
        assert "李娜" in told and "首席技师" in told and "开户许可证.png" in told
    assert "相比的变化" not in first.text
    assert "请补充营业执照副本" in first.text


async def test_a_change_marks_the_parts_that_differ_from_what_is_in_force() -> None:
    unit = await employer()
    await base(unit)
    typed: dict[str, str | list[str]] = {**FORM, "staff": "300", "act": "save:basics", "v": "1"}
    async with desk_of(unit) as desk:
        page = await desk.get(AMENDMENT)
        saved = await desk.post(AMENDMENT, typed)
    assert set(states(page.text).values()) == {"已完成"}
    assert marks(page.text, "已修改") == set()
    assert marks(saved.text, "已修改") == {"basics"}


async def test_a_part_of_a_form_that_was_submitted_meanwhile_is_told_that_it_waits() -> None:
    unit = await employer()
    await base(unit, "waiting_county")
    async with desk_of(unit) as desk:
        late = await desk.post(PAGE, {**FORM, "act": "save:profile", "v": "0"})
    assert late.status_code == 409
    assert "正在等待区县审核" in late.text
    assert "已在另一页面保存" not in late.text


async def test_who_submits_what_was_rejected_unchanged_is_asked_on_the_page_before() -> None:
    unit = await employer()
    id = await base(unit, "waiting_county")
    async with desk_of(unit) as desk:
        await rejected(desk, id, ["profile"])
        page = await desk.get(PAGE)
        check = await desk.post(PAGE, {**hidden_fields(page.text), **FORM, "act": "submit"})
    assert "审核意见提到的部分没有修改" in check.text
    assert "单位简介与上次提交的内容相同" in check.text
