"""见习报名管理 in the browser: with and without a script."""

import pytest

from jianxi.tables.applications import Application
from tests.cast import application, base, employer, person, position
from tests.routes.base_desks import desk_of

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LIST = "/employer/applications"


async def test_the_list_opens_at_what_waits_and_shows_the_seats() -> None:
    unit = await employer()
    place = await position(await base(unit), headcount=3)
    await application(await person(name="孙七"), place, "accepted")
    await application(await person(name="周八"), place)
    async with desk_of(unit) as desk:
        page = await desk.get(LIST)
    assert "周八" in page.text
    assert "孙七" not in page.text
    assert "已录用 1 / 3" in page.text


async def test_the_list_is_narrowed_by_name_and_position() -> None:
    unit = await employer()
    own = await base(unit)
    first, second = await position(own), await position(own, title="测量见习生")
    await application(await person(name="欧阳·䶮"), first)
    await application(await person(name="周八"), second)
    async with desk_of(unit) as desk:
        by_name = await desk.get(f"{LIST}?q=䶮")
        by_position = await desk.get(f"{LIST}?position={second}")
        wild = await desk.get(f"{LIST}?q=%25")
    assert ("欧阳·䶮</b>" in by_name.text, "周八</b>" in by_name.text) == (True, False)
    assert ("欧阳·䶮</b>" in by_position.text, "周八</b>" in by_position.text) == (False, True)
    assert "没有符合条件的报名" in wild.text


async def test_the_name_opens_form_and_intention_with_the_number_masked() -> None:
    unit = await employer()
    id = await application(await person(), await position(await base(unit)))
    async with desk_of(unit) as desk:
        page = await desk.get(f"{LIST}/{id}")
    assert "13900139000" in page.text
    assert "37**************" in page.text
    assert "愿意学习" in page.text
    assert "济南市历下区文化东路1号" in page.text


async def test_accepting_in_the_row_keeps_it_there_greyed() -> None:
    unit = await employer()
    id = await application(await person(), await position(await base(unit)))
    async with desk_of(unit) as desk:
        row = await desk.post(f"{LIST}/{id}/approval", {"v": "1"}, script=True)
    assert row.status_code == 200
    assert f'<tbody id="application-{id}" class="is-done">' in row.text
    assert "已录用 1 / 5" in row.text


async def test_accepting_without_a_script_goes_back_to_the_filtered_list() -> None:
    unit = await employer()
    id = await application(await person(), await position(await base(unit)))
    async with desk_of(unit) as desk:
        done = await desk.post(f"{LIST}/{id}/approval", {"v": "1", "back": f"{LIST}?q=赵"})
        page = await desk.get(f"{LIST}?q=赵")
    assert done.status_code == 303
    assert "“赵敏”审核通过，已录用。“数控编程见习生”已录用1人，见习人数5人。" in page.text


async def test_rejecting_first_asks_why() -> None:
    unit = await employer()
    id = await application(await person(), await position(await base(unit)))
    async with desk_of(unit) as desk:
        opened = await desk.post(f"{LIST}/{id}/rejection", {"v": "1"}, script=True)
        blank = await desk.post(f"{LIST}/{id}/rejection", {"v": "1", f"confirm-{id}": "yes"})
        given: dict[str, str | list[str]] = {
            "v": "1",
            f"confirm-{id}": "yes",
            f"reason-{id}": ["major", "other"],
            f"note-{id}": "人选已定",
        }
        done = await desk.post(f"{LIST}/{id}/rejection", given)
        listed = await desk.get(f"{LIST}?state=rejected")
    assert (opened.status_code, blank.status_code, done.status_code) == (200, 422, 303)
    assert "将原样告知本人" in opened.text
    assert "请至少勾选一个不通过原因" in blank.text
    assert "所学专业与岗位不符；人选已定" in listed.text


async def test_who_was_second_sees_the_fresh_row_and_keeps_the_note() -> None:
    unit = await employer()
    id = await application(await person(), await position(await base(unit)))
    async with desk_of(unit) as desk:
        await desk.post(f"{LIST}/{id}/approval", {"v": "1"})
        row = await desk.post(
            f"{LIST}/{id}/rejection",
            {"v": "1", f"reason-{id}": "major", f"note-{id}": "人选已定"},
            script=True,
        )
        page = await desk.post(f"{LIST}/{id}/approval", {"v": "1"})
    assert (row.status_code, page.status_code) == (409, 409)
    assert "已于10:00审核通过该报名" in row.text
    assert "人选已定" in row.text


async def test_a_full_position_shows_no_button_and_refuses_with_what_next() -> None:
    unit = await employer()
    place = await position(await base(unit), headcount=1)
    await application(await person(), place, "accepted")
    id = await application(await person(), place)
    async with desk_of(unit) as desk:
        page = await desk.get(LIST)
        refused = await desk.post(f"{LIST}/{id}/approval", {"v": "1"}, script=True)
    assert "名额已满，不能录用" in page.text
    assert refused.status_code == 409
    assert "有录用取消后可以再录用" in refused.text


async def test_another_employer_meets_404_at_every_address() -> None:
    unit, stranger = await employer(), await employer()
    id = await application(await person(), await position(await base(unit)))
    async with desk_of(stranger) as desk:
        looks = [await desk.get(f"{LIST}/{each}") for each in (id, 2**40)]
        acts = [await desk.post(f"{LIST}/{id}/{act}", {"v": "1"}) for act in ("approval", "rejection")]
        listed = await desk.get(f"{LIST}?state=all")
    assert {answer.status_code for answer in (*looks, *acts)} == {404}
    assert "赵敏" not in listed.text
    row = (await Application.select(Application.state).where(Application.id == id))[0]
    assert row["state"] == "waiting"


async def test_after_a_decision_on_its_page_the_next_one_that_waits_opens() -> None:
    unit = await employer()
    place = await position(await base(unit))
    first, second = await application(await person(), place), await application(await person(), place)
    going_on = {"v": "1", "then": "next", "back": f"{LIST}?position={place}"}
    async with desk_of(unit) as desk:
        done = await desk.post(f"{LIST}/{first}/approval", dict(going_on))
        last = await desk.post(f"{LIST}/{second}/approval", dict(going_on))
        listed = await desk.get(last.headers["location"])
    assert done.headers["location"].startswith(f"{LIST}/{second}?back=")
    assert last.headers["location"] == f"{LIST}?position={place}"
    assert "没有等待您审核的报名了。" in listed.text
