"""就业见习意向填表 in a browser: prefilled, checked, kept; a first one writes the person."""

import asyncio

import pytest

from jianxi.crypto.sealing import unseal
from jianxi.domain.viewers import PersonKind
from jianxi.queries import intentions
from jianxi.tables.persons import Intention, Person
from tests import cast
from tests.routes.applicant_desks import FORM, applicant_desk, provisional_desk, send, youth_form
from tests.routes.base_desks import version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def only_person() -> dict[str, object]:
    rows = await Person.select()
    assert len(rows) == 1
    return dict(rows[0])


async def test_a_youths_first_form_writes_the_person_and_signs_in() -> None:
    number = cast.id_number(PersonKind.YOUTH)
    async with provisional_desk("孟晓䶮", number) as desk:
        blank = await desk.get(FORM)
        done = await send(desk, youth_form())
        shown = await desk.get(FORM)
        mine = await desk.get("/applicant/applications")

    person = await only_person()
    found = await intentions.of_person(int(str(person["id"])))
    assert "目前未就业" in blank.text
    assert number not in blank.text
    assert done.status_code == 303
    assert "现在可以查找岗位报名" in shown.text
    assert mine.status_code == 200
    assert (person["name"], person["kind"]) == ("孟晓䶮", "youth")
    assert found is not None
    assert (found.jobs, found.places) == (("数控编程", "质检"), ("370102", "370100"))


async def test_an_earlier_graduate_is_written_with_the_facts_of_the_register() -> None:
    number = cast.id_number(PersonKind.EARLIER_GRADUATE)
    await cast.graduate(number, 2024, "赵敏")
    async with provisional_desk("赵敏", number) as desk:
        blank = await desk.get(FORM)
        form = youth_form(phone="139****9000", nation="回族", cohort="2026", chance_used_at="2020-01-01")
        done = await desk.post(FORM, form)

    person = await only_person()
    assert "山东大学" in blank.text
    assert "139****9000" in blank.text
    assert "13900139000" not in blank.text
    assert done.status_code == 303
    assert (person["kind"], person["cohort"], person["nation"]) == ("graduate", 2024, "汉族")
    assert unseal(bytes(person["phone"]), "person.phone") == "13900139000"  # type: ignore[call-overload]


async def test_the_form_says_after_how_many_minutes_this_persons_session_ends() -> None:
    async with applicant_desk(await cast.youth()) as desk:
        by_identity = await desk.get(FORM)
    async with applicant_desk(await cast.person()) as desk:
        by_account = await desk.get(FORM)

    assert "超过15分钟没有操作会自动退出登录，未保存的内容不会保留。" in by_identity.text
    assert "超过30分钟没有操作会自动退出登录，未保存的内容不会保留。" in by_account.text


async def test_masked_contacts_left_as_shown_stay_as_they_are() -> None:
    person = await cast.youth()
    async with applicant_desk(person) as desk:
        page = await desk.get(FORM)
        form = youth_form(v="1", phone="139****9000", address="济南市历下区****", household="济南市****")
        done = await desk.post(FORM, form)

    row = await only_person()
    assert "13900139000" not in page.text
    assert "文化东路" not in page.text
    assert done.status_code == 303
    assert unseal(bytes(row["phone"]), "person.phone") == "13900139000"  # type: ignore[call-overload]


async def test_half_masked_text_is_refused_and_kept() -> None:
    async with applicant_desk(await cast.youth()) as desk:
        answer = await desk.post(FORM, youth_form(v="1", address="济南市****3号"))

    assert answer.status_code == 422
    assert "不要保留星号" in answer.text
    assert "济南市****3号" in answer.text


async def test_a_half_masked_mail_is_refused() -> None:
    async with applicant_desk(await cast.youth()) as desk:
        answer = await desk.post(FORM, youth_form(v="1", mail="z***@b.cn"))

    assert answer.status_code == 422
    assert "不要保留星号" in answer.text


async def test_with_an_account_the_contacts_are_shown_in_full() -> None:
    async with applicant_desk(await cast.person()) as desk:
        page = await desk.get(FORM)

    assert "13900139000" in page.text


async def test_a_form_with_faults_names_each_and_writes_nobody() -> None:
    faulty = youth_form(
        unemployed="", phone="123", jobs=["", ""], places=["110101"], available_on="2020-01-01"
    )
    async with provisional_desk("林晓", cast.id_number(PersonKind.YOUTH)) as desk:
        answer = await desk.post(FORM, faulty)

    assert answer.status_code == 422
    assert "有6处需要修改" in answer.text
    assert "请勾选目前未就业" in answer.text
    assert "济南市历下区文化东路1号2单元" in answer.text
    assert await Person.count() == 0


async def test_a_place_of_another_province_is_refused() -> None:
    async with applicant_desk(await cast.youth()) as desk:
        answer = await desk.post(FORM, youth_form(v="1", places=["110101"]))

    assert answer.status_code == 422
    assert "请从列表中选择本省的市或区县" in answer.text


async def test_a_form_shown_before_the_last_submission_is_stale_and_keeps_what_was_typed() -> None:
    async with applicant_desk(await cast.youth()) as desk:
        await desk.post(FORM, youth_form(v="1"))
        late = await desk.post(FORM, youth_form(v="1", about="后来写的"))
        again = await desk.post(FORM, youth_form(v="2", about="后来写的"))

    assert late.status_code == 409
    assert "在另一页面提交意向表" in late.text
    assert "后来写的" in late.text
    assert again.status_code == 303


async def test_a_corrected_fault_does_not_write_over_what_another_page_submitted() -> None:
    async with applicant_desk(await cast.youth()) as desk:
        await desk.post(FORM, youth_form(v="1", about="先提交的"))
        faulty = await desk.post(FORM, youth_form(v="1", phone="123"))
        corrected = await desk.post(FORM, youth_form(v=version_in(faulty.text)))
        shown = await desk.get(FORM)

    assert (faulty.status_code, corrected.status_code) == (422, 409)
    assert "先提交的" in shown.text


async def test_one_id_number_submitted_twice_at_once_is_one_person() -> None:
    number = cast.id_number(PersonKind.YOUTH)
    async with provisional_desk("林晓", number) as one, provisional_desk("林晓", number) as other:
        answers = await asyncio.gather(send(one, youth_form()), send(other, youth_form()))

    assert sorted(answer.status_code for answer in answers) == [303, 409]
    assert await Person.count() == await Intention.count() == 1


async def test_an_id_number_held_under_another_name_sends_to_the_county_office() -> None:
    number = cast.id_number(PersonKind.EARLIER_GRADUATE)
    await cast.graduate(number, 2024, "赵敏")
    async with provisional_desk("赵敏", number) as desk:
        await cast.person(PersonKind.YOUTH, "钱多", number=number)
        answer = await desk.post(FORM, youth_form())

    assert answer.status_code == 409
    assert "济南市历下区人力资源和社会保障局" in answer.text
    assert await Person.count() == 1
