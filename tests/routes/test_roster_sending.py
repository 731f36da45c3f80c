"""确认报送 sends what its page promised, be it nobody at all, and nothing else."""

from datetime import date

import pytest

from jianxi.queries import jobs
from jianxi.services import job_running, rosters
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import roster, seen, wage
from tests.routes.base_desks import desk_of, version_in
from tests.routes.test_rosters_of_units import picture, send
from tests.traineeships import departure, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


async def test_an_empty_correction_can_be_seen_sent_exported_and_decided() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit, "accepted", office=office)
    await departure(of.placement, "approved", last_day=date(2026, 8, 31), asked_by_person=False)
    empty = await rosters.correct(of.unit, id, 3, "没有上岗", NOW)
    own, theirs = f"/employer/rosters/{empty}", f"/authority/rosters/{empty}"

    async with desk_of(of.unit) as desk:
        draft, step = (await desk.get(own)).text, (await desk.get(f"{own}/submission")).text
        to = await send(desk, f"{own}/submission", "send", step)
        looked = [(await desk.get(path)).status_code for path in (own, f"{own}/export")]
    async with desk_of(office) as desk:
        asked = ("", "/acceptance", "/differences", "/export", "?check=yes", "?lines=differing")
        looked += [(await desk.get(f"{theirs}{part}")).status_code for part in asked]
        step_of_office = (await desk.get(f"{theirs}/acceptance")).text

    assert "这个更正可以报送" in draft and "删除这份草稿，选择其他月份" not in draft
    assert "确认报送" in step and "原来列入的各月不再计算补贴" in step and "合计减少" in step
    assert to == own
    assert looked == [200] * len(looked)
    assert "确认接受" in step_of_office


async def test_a_page_that_no_longer_says_what_would_be_sent_is_shown_anew_with_the_evidence() -> None:
    of = await trainee()
    id = await roster(of.unit, "draft")
    path = f"/employer/rosters/{id}/submission"
    async with desk_of(of.unit) as desk:
        page = (await desk.get(path)).text
        await wage("2500", date(2026, 10, 1))
        fields: dict[str, str | list[str]] = {"v": version_in(page), "act": "send"}
        missing = await desk.post(path, fields)
        again = await send(desk, path, "send", page, attendance=("考勤.png", picture()))
        assert (await seen(of.unit, id)).state == "draft"
        to = await send(desk, path, "send", again)
        sent = (await desk.get(to)).text

    assert missing.status_code == 409 and "没有收到您核对过的人数和合计" in missing.text
    assert "合计由2,880.00元变为2,940.00元" in again and "合计2,940.00元，编号" in again
    assert "考勤.png" in again and "考勤.png" in sent and "2,940.00" in sent


async def test_a_large_one_is_sent_in_the_background_as_its_page_said() -> None:
    of = await trainee()
    id = await roster(of.unit, "draft")
    path = f"/employer/rosters/{id}/submission"
    async with desk_of(of.unit, large=0) as desk:
        page = (await desk.get(path)).text
        missing = await desk.post(path, {"v": version_in(page), "act": "send"})
        job = await send(desk, path, "send", page)
        assert missing.status_code == 409 and job.startswith("/employer/jobs/")
    await wage("2500", date(2026, 10, 1))
    await job_running.run_one(lambda: NOW, lambda: False, lambda job, error: None)

    assert (await seen(of.unit, id)).state == "draft"
    assert "合计由2,880.00元变为2,940.00元" in (await jobs.page(of.unit, offset=0, size=1))[0].told


async def test_the_office_finds_the_way_back_from_what_it_asked_for() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit, "accepted", office=office)
    await rosters.correct(office, id, 3, "请核对考勤", NOW)
    own = f"/authority/rosters/{id}"
    async with desk_of(office) as desk:
        page, step = (await desk.get(own)).text, (await desk.get(f"{own}/withdrawal")).text
        done = await desk.post(f"{own}/withdrawal", {"v": version_in(step)})
        after, again = (await desk.get(own)).text, await desk.post(f"{own}/withdrawal", {"v": "4"})

    assert f"{own}/withdrawal" in page and "确认撤回更正" in step
    assert done.status_code == 303 and "正在更正" not in after and "withdrawal" not in after
    assert again.status_code == 409 and "没有正在办理的更正" in again.text
