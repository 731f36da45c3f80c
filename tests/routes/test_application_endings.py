"""改报, 放弃录用 and 取消录用 in a browser: each says first what it would do, and never loses what was typed."""

from datetime import date
from typing import Any

import pytest

from jianxi.domain.viewers import PersonKind
from jianxi.services import acceptances
from jianxi.tables.applications import Application
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import desk_of, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
MINE, SEARCH = "/applicant/applications", "/applicant/positions"


async def published(title: str, **columns: Any) -> int:
    return await cast.position(await cast.base(await cast.employer()), title=title, **columns)


async def state_of(id: int) -> str:
    return str((await Application.select(Application.state).where(Application.id == id))[0]["state"])


async def test_somebody_who_waits_changes_from_the_list_to_another_position() -> None:
    person, other = await cast.person(), await published("软件测试")
    id = await cast.application(person, await published("数控编程"))
    address = f"{MINE}/{id}/switch"
    async with applicant_desk(person) as desk:
        listed = await desk.get(SEARCH)
        asked = await desk.get(f"{address}?position={other}")
        done = await desk.post(address, {"v": version_in(asked.text), "position": str(other)})
        mine = await desk.get(done.headers["location"])

    assert f'href="{address}?position={other}' in listed.text
    assert ">报名<" not in listed.text
    assert "您现在报名的是“数控编程”" in asked.text
    assert "先后次序不再保留" in asked.text
    assert "确认改报" in asked.text
    assert (done.status_code, done.headers["location"]) == (303, MINE)
    assert "已改报“软件测试”，“数控编程”的报名已撤销。" in mine.text
    assert "本人改报其他岗位" in mine.text


async def test_the_position_itself_and_the_own_list_lead_to_a_change() -> None:
    person, other = await cast.person(), await published("软件测试")
    id = await cast.application(person, await published("数控编程"))
    async with applicant_desk(person) as desk:
        page, mine = await desk.get(f"{SEARCH}/{other}"), await desk.get(MINE)
        without = await desk.get(f"{MINE}/{id}/switch")

    assert f"{MINE}/{id}/switch?position={other}" in page.text
    assert f'<a class="btn" href="{SEARCH}">改报</a>' in mine.text
    assert (without.status_code, without.headers["location"]) == (303, SEARCH)


async def test_a_refused_application_becomes_the_offer_to_change() -> None:
    person, other = await cast.person(), await published("软件测试")
    id = await cast.application(person, await published("数控编程"))
    async with applicant_desk(person) as desk:
        row = await desk.post(MINE, {"position": str(other)}, script=True)

    assert row.status_code == 409
    assert "可以改报，或先撤销报名" in row.text
    assert f"{MINE}/{id}/switch?position={other}" in row.text


async def test_who_was_accepted_meanwhile_is_told_and_offered_the_way_out() -> None:
    unit, person, other = await cast.employer(), await cast.person(), await published("软件测试")
    id = await cast.application(person, await cast.position(await cast.base(unit)))
    await acceptances.accept(unit, id, 1, NOW)
    async with applicant_desk(person) as desk:
        late = await desk.post(f"{MINE}/{id}/switch", {"v": "1", "position": str(other)})

    assert late.status_code == 409
    assert "审核通过该报名" in late.text
    assert "可以先放弃录用" in late.text
    assert (await state_of(id), await Application.count()) == ("accepted", 1)


async def test_a_full_one_says_so_before_anything_is_given_up() -> None:
    person, full = await cast.person(), await published("软件测试", headcount=1, accepted=1)
    id = await cast.application(person, await published("数控编程"))
    async with applicant_desk(person) as desk:
        asked = await desk.get(f"{MINE}/{id}/switch?position={full}")
        forced = await desk.post(f"{MINE}/{id}/switch", {"v": "1", "position": str(full)})

    assert "已录满" in asked.text and "确认改报" not in asked.text
    assert forced.status_code == 409
    assert await state_of(id) == "waiting"


async def test_one_that_is_published_no_more_is_told_without_its_name() -> None:
    person = await cast.person()
    gone = await cast.position(await cast.base(await cast.employer()), "withdrawn", title="秘密岗位")
    id = await cast.application(person, await published("数控编程"))
    async with applicant_desk(person) as desk:
        looked = await desk.get(f"{MINE}/{id}/switch?position={gone}")
        tried = await desk.post(f"{MINE}/{id}/switch", {"v": "1", "position": str(gone)})

    assert (looked.status_code, tried.status_code) == (404, 409)
    assert "该岗位目前没有发布" in tried.text
    assert "秘密岗位" not in tried.text


async def test_an_accepted_person_declines_and_keeps_a_reason_that_was_too_long() -> None:
    person = await cast.person()
    id = await cast.application(person, await published("数控编程"), "accepted")
    address = f"{MINE}/{id}/declination"
    async with applicant_desk(person) as desk:
        mine, asked = await desk.get(MINE), await desk.get(address)
        wrong = await desk.post(address, {"v": "1", "reason": "长" * 501})
        done = await desk.post(address, {"v": version_in(asked.text), "reason": "已找到工作"})
        after = await desk.get(done.headers["location"])

    assert address in mine.text and "撤销报名</a>" not in mine.text
    assert "名额退还" in asked.text and "机会没有用去" in asked.text
    assert wrong.status_code == 422 and "长" * 501 in wrong.text
    assert "本人放弃录用：已找到工作" in after.text


async def test_who_could_apply_nowhere_any_more_is_told_before_leaving() -> None:
    person = await cast.person(PersonKind.YOUTH)
    id = await cast.application(person, await published("数控编程"), "accepted")
    await grow_old(person.person)
    async with applicant_desk(person) as desk:
        asked = await desk.get(f"{MINE}/{id}/declination")

    assert "之后不能再报名其他岗位：您已于2026年6月1日年满25周岁" in asked.text


async def grow_old(person: int | None) -> None:
    """Born on a day that makes 25 of them by now."""
    async with unit_of_work():
        await Person.update({Person.born: date(2001, 6, 1)}).where(Person.id == person)


async def test_the_employer_cancels_and_reads_the_reason_in_list_and_detail() -> None:
    unit, person = await cast.employer(), await cast.person(name="孙七")
    id = await cast.application(person, await cast.position(await cast.base(unit)), "accepted")
    address = f"/employer/applications/{id}/cancellation"
    async with desk_of(unit) as desk:
        listed = await desk.get("/employer/applications?state=accepted")
        asked = await desk.get(address)
        blank = await desk.post(address, {"v": "1", "reason": " "})
        done = await desk.post(address, {"v": version_in(asked.text), "reason": "未按时报到"})
        pages = [
            await desk.get("/employer/applications?state=cancelled"),
            await desk.get(f"/employer/applications/{id}"),
        ]

    assert address in listed.text
    assert "已录用人数由1人变为0人" in asked.text
    assert (blank.status_code, done.status_code) == (422, 303)
    assert "请填写取消原因" in blank.text
    assert all("单位取消录用：未按时报到" in page.text for page in pages)


async def test_where_nothing_can_be_applied_for_no_button_says_so() -> None:
    person = await cast.person(intention=False)
    position = await published("数控编程")
    async with applicant_desk(person) as desk:
        listed, page = await desk.get(SEARCH), await desk.get(f"{SEARCH}/{position}")

    for answer in (listed, page):
        assert "暂不能报名" in answer.text
        assert 'name="position"' not in answer.text
        assert "填写就业见习意向</a>" in answer.text


async def test_every_application_has_its_timeline_also_the_earlier_ones() -> None:
    person = await cast.person()
    position = await published("数控编程")
    async with applicant_desk(person) as desk:
        await desk.post(MINE, {"position": str(position)})
        row = (await Application.select(Application.id))[0]["id"]
        await desk.post(f"{MINE}/{row}/withdrawal", {"v": "1"})
        listed, detail = await desk.get(MINE), await desk.get(f"{MINE}/{row}")

    assert f'href="{MINE}/{row}">办理记录' in listed.text
    assert "撤销报名" in detail.text and 'class="line"' in detail.text
