"""变更申请 in two tabs and in two steps: nothing is overwritten unseen, and nothing takes effect before it is confirmed."""

import pytest

from jianxi.domain.viewers import EmployerViewer
from tests.cast import JINAN, LIXIA, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.routes.base_desks import Desk, desk_of, hidden_fields, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
PAGE, CONTACTS, RECORD = "/employer/base/amendment", "/employer/base/contacts", "/employer/base"
OFFICE = "/authority/bases"
FORM: dict[str, str | list[str]] = {**BASE_FORM}
OTHER_TAB: dict[str, str | list[str]] = {
    "v": "1",
    "contact": "李娜",
    "phone": "13900139001",
    "account_number": "6222020200112230011",
}


async def in_two_tabs(desk: Desk, **typed: str) -> str:
    """The first tab's 409, after contacts and account were changed in the second."""
    shown = hidden_fields((await desk.get(PAGE)).text)
    await desk.post(CONTACTS, OTHER_TAB)
    late = await desk.post(PAGE, {**FORM, **shown, **typed, "act": "submit"})
    assert late.status_code == 409
    return late.text


async def test_what_this_tab_did_not_touch_is_fresh_after_a_409() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        told = await in_two_tabs(desk, staff="300")
    assert all(f'value="{text}"' in told for text in ("李娜", "6222020200112230011", "300"))
    assert "您修改过的各项仍是您填写的内容" in told
    assert "您在本页填写的内容仍然保留" not in told


async def test_what_this_tab_changed_stays_and_the_check_page_shows_before_and_after() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        told = await in_two_tabs(desk, staff="300", contact="王伟")
        fresh = {**FORM, **OTHER_TAB, **hidden_fields(told), "staff": "300", "contact": "王伟"}
        check = await desk.post(PAGE, {**fresh, "act": "submit"})
    changed = check.text.split("变更前后对照")[1].split("</table>")[0]
    assert 'value="王伟"' in told
    assert "李娜" in changed
    assert "王伟" in changed
    assert "银行账号" not in changed
    assert "联系方式和账户的变更确认后立即生效" in check.text


async def test_the_first_press_changes_nothing_that_is_in_force() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        check = await desk.post(PAGE, {**FORM, "staff": "300", "contact": "李娜", "act": "submit", "v": "1"})
        before = await desk.get(RECORD)
        await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
        after = await desk.get(RECORD)
    assert "变更联系方式和账户：" not in before.text
    assert "李娜" not in before.text
    assert "变更申请，联系方式和账户同时变更：联系人" in after.text


async def test_contacts_alone_are_confirmed_without_a_review() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        check = await desk.post(PAGE, {**FORM, "contact": "李娜", "act": "submit", "v": "1"})
        done = await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
        record = await desk.get(RECORD)
    assert "只变更了联系方式和账户" in check.text
    assert done.status_code == 303
    assert "李娜" in record.text
    assert "等待审核" not in record.text


async def test_the_check_page_of_no_change_names_only_the_button_it_has() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        check = await desk.post(PAGE, {**FORM, "act": "submit", "v": "1"})
    assert "没有变更" in check.text
    assert "确认提交变更" not in check.text
    assert "请点“返回修改”" in check.text


async def ask_for_more_staff(unit: EmployerViewer) -> None:
    """A 变更申请 of 职工人数, submitted."""
    async with desk_of(unit) as desk:
        check = await desk.post(PAGE, {**FORM, "staff": "300", "act": "submit", "v": "1"})
        await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})


async def test_offices_read_that_an_approved_change_is_in_force() -> None:
    unit = await employer()
    id = await base(unit)
    await ask_for_more_staff(unit)
    async with desk_of(await official(LIXIA)) as desk:
        waiting = await desk.get(f"{OFFICE}/{id}")
        await desk.post(f"{OFFICE}/{id}/approval", {"v": version_in(waiting.text)})
    async with desk_of(await official(JINAN)) as desk:
        await desk.post(f"{OFFICE}/{id}/approval", {"v": "4", f"level-{id}": "city"})
        approved = await desk.get(f"{OFFICE}/{id}")
    assert "审核期间仍按审核通过的内容执行" in waiting.text
    assert "审核期间仍按" not in approved.text
    assert "现按变更后的内容执行" in approved.text


async def test_the_county_reads_why_the_change_of_a_suspended_base_waits() -> None:
    unit = await employer()
    id = await base(unit)
    await ask_for_more_staff(unit)
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(f"{OFFICE}/{id}/approval", {"v": "3"})
    async with desk_of(await official(JINAN)) as desk:
        await desk.post(f"{OFFICE}/{id}/suspension", {"v": "4", "reason": "实地核查"})
    async with desk_of(await official(LIXIA)) as desk:
        held = await desk.get(f"{OFFICE}/{id}")
    assert "变更申请暂不审核" in held.text
