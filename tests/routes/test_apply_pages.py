"""见习岗位报名 and 已报见习岗位管理 in a browser, with and without a script."""

import pytest

from jianxi.domain.viewers import PersonKind
from jianxi.tables.applications import Application
from tests import cast
from tests.routes.applicant_desks import applicant_desk, provisional_desk
from tests.routes.base_desks import version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST, MINE = "/applicant/positions", "/applicant/applications"


async def published(title: str = "数控编程见习生", state: str = "published") -> int:
    return await cast.position(await cast.base(await cast.employer()), state, title=title)


async def test_a_person_finds_a_position_applies_and_withdraws_without_a_script() -> None:
    position = await published("软件测试技术员")
    async with applicant_desk(await cast.person()) as desk:
        found = await desk.get(f"{LIST}?title=测试&city=370100")
        applied = await desk.post(MINE, {"position": str(position)})
        mine = await desk.get(applied.headers["location"])
        row = await Application.select(Application.id).first()
        address = f"{MINE}/{row['id'] if row else 0}/withdrawal"
        asked = await desk.get(address)
        done = await desk.post(address, {"v": version_in(asked.text)})
        after = await desk.get(done.headers["location"])

    assert "软件测试技术员" in found.text
    assert applied.status_code == 303
    assert "等待审核" in mine.text
    assert address in mine.text
    assert "确认撤销报名" in asked.text
    assert "以前的报名" in after.text
    assert "本人撤销报名" in after.text


async def test_a_script_gets_only_the_results() -> None:
    await published()
    async with applicant_desk(await cast.person()) as desk:
        answer = await desk.visitor.get(f"{LIST}?unit=精工", headers={"HX-Request": "true"})

    assert answer.text.lstrip().startswith('<div id="results">')
    assert 'name="csrf"' in answer.text


async def test_a_refusal_comes_beside_the_row_for_a_script_and_on_the_page_without() -> None:
    position = await published()
    async with applicant_desk(await cast.person(intention=False)) as desk:
        row = await desk.post(MINE, {"position": str(position)}, script=True)
        page = await desk.post(MINE, {"position": str(position)})

    assert (row.status_code, page.status_code) == (409, 409)
    assert row.text.lstrip().startswith(f'<li id="position-{position}">')
    assert "就业见习意向填表" in row.text
    assert "没有报名" in page.text


async def test_after_applying_with_a_script_the_browser_goes_to_the_own_applications() -> None:
    position = await published()
    async with applicant_desk(await cast.person()) as desk:
        answer = await desk.post(MINE, {"position": str(position)}, script=True)

    assert answer.headers["HX-Redirect"] == MINE


async def test_a_second_application_is_refused_in_words() -> None:
    first, second = await published(), await published()
    async with applicant_desk(await cast.person()) as desk:
        await desk.post(MINE, {"position": str(first)})
        listed = await desk.get(LIST)
        refused = await desk.post(MINE, {"position": str(second)})

    assert "您现在报名的是“数控编程见习生”" in listed.text
    assert refused.status_code == 409
    assert "您已有一个等待审核的报名" in refused.text
    assert await Application.count() == 1


async def test_the_list_does_not_speak_of_a_position_where_there_is_none() -> None:
    person = await cast.person()
    await cast.application(person, await published())
    async with applicant_desk(person) as desk:
        listed = await desk.get(LIST)

    assert "改报其他岗位后，这个报名撤销" in listed.text
    assert "此岗位" not in listed.text


async def test_somebody_who_waits_at_a_full_position_is_told_so_on_both_pages() -> None:
    base = await cast.base(await cast.employer())
    person, position = await cast.person(), await cast.position(base, headcount=1, accepted=1)
    id = await cast.application(person, position)
    async with applicant_desk(person) as desk:
        pages = [await desk.get(MINE), await desk.get(f"{MINE}/{id}")]

    sentence = "该岗位名额已满，有录用取消后才能再录用。您的报名仍在等待单位审核，可以改报其他岗位"
    assert all(sentence in page.text for page in pages)


@pytest.mark.parametrize("sent", ["", "abc", "999999", "99999999999999", "1; DROP TABLE position"])
async def test_a_position_that_is_none_is_not_found(sent: str) -> None:
    async with applicant_desk(await cast.person()) as desk:
        answer = await desk.post(MINE, {"position": sent})

    assert answer.status_code == 404


async def test_somebody_elses_application_is_missing_as_one_that_does_not_exist() -> None:
    id = await cast.application(await cast.person(), await published())
    async with applicant_desk(await cast.person()) as desk:
        foreign = [await desk.get(f"{MINE}/{id}"), await desk.get(f"{MINE}/{id}/withdrawal")]
        written = await desk.post(f"{MINE}/{id}/withdrawal", {"v": "1"})

    assert [answer.status_code for answer in [*foreign, written]] == [404, 404, 404]
    assert (await Application.select(Application.state))[0]["state"] == "waiting"


async def test_a_rejection_is_shown_with_its_reason_and_the_way_to_choose_again() -> None:
    person = await cast.person()
    await cast.application(person, await published(), "rejected")
    async with applicant_desk(person) as desk:
        page = await desk.get(MINE)

    assert "专业不符" in page.text
    assert f'href="{LIST}"' in page.text


async def test_a_provisional_person_may_look_and_is_told_to_fill_in_the_form() -> None:
    position = await published()
    async with provisional_desk("林晓", cast.id_number(PersonKind.YOUTH)) as desk:
        listed, mine = await desk.get(LIST), await desk.get(MINE)
        refused = await desk.post(MINE, {"position": str(position)})

    assert "您还没有提交就业见习意向" in listed.text
    assert "还没有报名" in mine.text
    assert refused.status_code == 409


async def test_the_page_of_a_closed_position_offers_no_application() -> None:
    base = await cast.base(await cast.employer())
    position = await cast.position(base, headcount=1, accepted=1)
    async with applicant_desk(await cast.person()) as desk:
        page = await desk.get(f"{LIST}/{position}")
        refused = await desk.post(MINE, {"position": str(position)})

    assert "该岗位现在不接受报名" in page.text
    assert 'name="position"' not in page.text
    assert "已录满" in refused.text
