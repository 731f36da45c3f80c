"""变更申请 in the browser: the employer's form and check page, what the offices see, contacts that change at once."""

import pytest

from tests.cast import JINAN, LIXIA, SHANDONG, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.routes.base_desks import desk_of, hidden_fields, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
PAGE, CONTACTS = "/employer/base/amendment", "/employer/base/contacts"
LIST = "/authority/bases"
FORM: dict[str, str | list[str]] = {**BASE_FORM, "staff": "300", "mentors-0-capacity": "4"}


async def test_an_approved_record_leads_to_the_form_with_what_is_in_force() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        record, form = await desk.get("/employer/base"), await desk.get(PAGE)
    assert f'href="{PAGE}">变更申请</a>' in record.text
    assert 'value="高级工程师"' in form.text
    assert "提交变更</button>" in form.text
    assert "确认提交后立即生效" in form.text


async def test_a_change_goes_through_its_check_page_and_both_offices() -> None:
    unit = await employer()
    id = await base(unit)
    async with desk_of(unit) as desk:
        check = await desk.post(PAGE, {**FORM, "act": "submit", "v": "1"})
        done = await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
        record = await desk.get("/employer/base")
    async with desk_of(await official(LIXIA)) as desk:
        listed, page = await desk.get(LIST), await desk.get(f"{LIST}/{id}")
        row = await desk.post(f"{LIST}/{id}/approval", {"v": version_in(page.text)}, script=True)
    assert "确认提交变更" in check.text
    assert "变更内容" in check.text
    assert done.status_code == 303
    assert "变更申请</h2>" in record.text
    assert "等待审核（区县）" in record.text
    assert '<span class="tag">变更</span>' in listed.text
    assert ">120</td>" in page.text
    assert ">300</td>" in page.text
    assert "可带3人" in page.text
    assert "可带4人" in page.text
    assert row.status_code == 200
    assert "变更：等待审核（市级）" in row.text


async def test_the_city_approves_it_and_the_timeline_tells_it_from_the_first_approval() -> None:
    unit = await employer()
    id = await base(unit)
    async with desk_of(unit) as desk:
        check = await desk.post(PAGE, {**FORM, "act": "submit", "v": "1"})
        await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
    async with desk_of(await official(LIXIA)) as desk:
        await desk.post(f"{LIST}/{id}/approval", {"v": "3"})
    async with desk_of(await official(JINAN)) as desk:
        await desk.post(f"{LIST}/{id}/approval", {"v": "4", f"level-{id}": "city"})
    async with desk_of(unit) as desk:
        record = await desk.get("/employer/base")
    assert "审核通过（变更申请），基地级别为市级" in record.text
    assert "300" in record.text


async def test_saving_keeps_a_draft_and_nothing_of_it_takes_effect() -> None:
    unit = await employer()
    await base(unit)
    typed = {**FORM, "staff": "约三百", "contact": "李娜", "act": "save", "v": "1"}
    async with desk_of(unit) as desk:
        saved = await desk.post(PAGE, typed)
        record, form = await desk.get("/employer/base"), await desk.get(PAGE)
    assert saved.status_code == 303
    assert "李娜" not in record.text
    assert 'value="约三百"' in form.text
    assert 'value="李娜"' in form.text


async def test_a_wrong_contact_is_told_and_everything_typed_stays() -> None:
    unit = await employer()
    await base(unit)
    async with desk_of(unit) as desk:
        told = await desk.post(PAGE, {**FORM, "phone": "12", "act": "submit", "v": "1"})
    assert told.status_code == 422
    assert 'href="#phone"' in told.text
    assert 'value="300"' in told.text


async def test_contacts_have_a_page_of_their_own_while_nothing_else_can_be_amended() -> None:
    unit = await employer()
    await base(unit, "suspended")
    fields: dict[str, str | list[str]] = {"v": "1", "contact": "李娜", "phone": "13900139001"}
    async with desk_of(unit) as desk:
        form, none = await desk.get(CONTACTS), await desk.get(PAGE)
        wrong = await desk.post(CONTACTS, {**fields, "phone": "1"})
        done, late = (
            await desk.post(CONTACTS, fields),
            await desk.post(CONTACTS, {**fields, "contact": "王伟"}),
        )
    assert 'value="王芳"' in form.text
    assert (none.status_code, wrong.status_code, done.status_code, late.status_code) == (303, 422, 303, 409)
    assert 'value="王伟"' in late.text


async def test_the_province_sees_nothing_of_a_change_that_waits() -> None:
    unit = await employer()
    id = await base(unit)
    async with desk_of(unit) as desk:
        check = await desk.post(PAGE, {**FORM, "act": "submit", "v": "1"})
        await desk.post(PAGE, {**hidden_fields(check.text), "act": "confirm"})
    async with desk_of(await official(SHANDONG)) as desk:
        record, second = await desk.get(f"{LIST}/{id}"), await desk.get(f"{LIST}/{id}/versions/2")
    assert ">120<" in record.text
    assert "300" not in record.text
    assert "变更申请" not in record.text
    assert second.status_code == 404


async def test_an_employer_without_a_base_in_force_amends_nothing() -> None:
    unit = await employer()
    await base(unit, "waiting_county")
    async with desk_of(unit) as desk:
        form, save = await desk.get(PAGE), await desk.post(PAGE, {**FORM, "act": "save", "v": "1"})
    assert (form.status_code, save.status_code) == (303, 409)
