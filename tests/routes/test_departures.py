"""离岗 at the employer's desk, in a browser without a script: 离岗登记 and its amendments, 离岗审核, what comes next."""

import re
from datetime import date
from typing import Any

import pytest

from tests.departure_forms import row
from tests.routes.base_desks import desk_of, hidden_fields, version_in
from tests.traineeships import departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
UNIT = "/employer"


def typed(page: str, day: str, reason: str) -> dict[str, str | list[str]]:
    """离岗登记 as it is filled in, of the version that the page shows."""
    return {"v": version_in(page), "last_day": day, "reason": reason, "note": ""}


async def test_a_departure_is_recorded_and_what_is_wrong_is_told_at_its_field() -> None:
    of = await trainee()
    address = f"{UNIT}/placements/{of.placement}/departure"
    async with desk_of(of.unit) as desk:
        empty = await desk.get(address)
        fields = typed(empty.text, "2026-11-30", "other")
        wrong = await desk.post(address, fields)
        done = await desk.post(address, fields | {"last_day": "2026-11-19", "note": "家中<有>事"})
        page = await desk.get(done.headers["location"])

    assert "确认离岗登记" in empty.text and 'value="never_came"' in empty.text
    assert wrong.status_code == 422
    assert "选择“其他”时，请填写原因说明" in wrong.text and 'value="2026-11-30"' in wrong.text
    assert (done.status_code, page.status_code) == (303, 200)
    for words in (
        "待上传证明",
        "家中&lt;有&gt;事",
        "2026年11月19日",
        ">下载解除协议证明</a>",
        ">修改离岗登记</a>",
    ):
        assert words in page.text


async def test_what_was_recorded_is_amended_and_taken_back() -> None:
    of = await trainee()
    id = await departure(of.placement, "waiting_certificate", asked_by_person=False, note="家中<有>事")
    other = await trainee(unit=of.unit, position=of.position)
    gone: dict[str, Any] = {"reason": "never_came", "last_day": date(2026, 8, 31)}
    came_not = await departure(other.placement, "waiting_certificate", asked_by_person=False, **gone)
    address = f"{UNIT}/departures/{id}"
    async with desk_of(of.unit) as desk:
        form = await desk.get(f"{address}/registration")
        fields = typed(form.text, "2026-11-17", "ill")
        changed = await desk.post(f"{address}/registration", fields)
        second = await desk.post(f"{address}/registration", fields | {"last_day": "2026-11-16"})
        asked = await desk.get(f"{address}/cancellation")
        back = await desk.post(f"{address}/cancellation", hidden_fields(asked.text))
        over = await desk.get(address)
        never = await desk.get(f"{UNIT}/departures/{came_not}")
        absent = await desk.get(f"{UNIT}/departures/{came_not}/cancellation")

    assert never.text.count("未上岗，没有见习天数") == 1
    assert "家中&lt;有&gt;事" in form.text and (changed.status_code, back.status_code) == (303, 303)
    assert (second.status_code, 'value="2026-11-16"' in second.text) == (409, True)
    assert "确认撤销离岗登记" in asked.text and "2026年11月17日" in asked.text
    assert "未上岗，没有见习天数" in absent.text
    assert "已撤回" in over.text and ">修改离岗登记</a>" not in over.text
    assert (await row(id))["certificate"] == 2


async def test_a_request_is_answered_with_the_day_confirmed() -> None:
    of = await trainee()
    id = await departure(of.placement, "waiting_employer", note="要照顾家人", last_day=date(2026, 11, 30))
    address = f"{UNIT}/departures/{id}"
    async with desk_of(of.unit) as desk:
        page = await desk.get(address)
        v = version_in(page.text)
        wrong = await desk.post(f"{address}/consent", {"v": v, "last_day": "2027-03-01"})
        second = await desk.post(f"{address}/consent", {"v": "9", "last_day": "2026-12-01"})
        done = await desk.post(f"{address}/consent", {"v": v, "last_day": "2026-12-04"})
        after = await desk.get(done.headers["location"])
        amended = await desk.get(f"{address}/registration")

    for words in (
        "离岗审核",
        "要照顾家人",
        "等待单位审核",
        ">通过</button>",
        ">不通过</a>",
        'value="2026-11-30"',
    ):
        assert words in page.text
    assert "2026年11月25日还没有办理的，本人可以提请主管部门" in page.text
    assert (wrong.status_code, 'value="2027-03-01"' in wrong.text) == (422, True)
    assert (second.status_code, 'value="2026-12-01"' in second.text) == (409, True)
    assert "请下载解除协议证明" in after.text and "2026年12月4日" in after.text
    assert "撤销离岗登记" not in after.text
    assert 'name="last_day"' in amended.text and 'name="reason"' not in amended.text


async def test_a_refusal_gives_its_reason_and_may_be_taken_back() -> None:
    of = await trainee()
    id = await departure(of.placement, "waiting_employer")
    address = f"{UNIT}/departures/{id}"
    async with desk_of(of.unit) as desk:
        asked = await desk.get(f"{address}/refusal")
        silent = await desk.post(f"{address}/refusal", {"v": "1", "reason": " "})
        done = await desk.post(f"{address}/refusal", {"v": "1", "reason": "交接没有完成"})
        page = await desk.get(done.headers["location"])
        twice = await desk.get(f"{address}/refusal")

    assert "马上提请主管部门" in asked.text and "确认不通过" in asked.text
    assert (silent.status_code, "请填写不通过原因" in silent.text) == (422, True)
    assert "单位未同意" in page.text and "交接没有完成" in page.text
    assert ">通过</button>" in page.text and ">不通过</a>" not in page.text
    assert "改变决定的，可以通过" in twice.text


async def test_what_cannot_be_done_now_is_said_before_anything_is_typed() -> None:
    of = await trainee()
    await departure(of.placement, "waiting_office", certificate=0)
    kept = await trainee(state="waiting")
    async with desk_of(of.unit) as desk:
        open_one = await desk.get(f"{UNIT}/placements/{of.placement}/departure")
        late = await desk.get(f"{UNIT}/departures/1/registration")
    async with desk_of(kept.unit) as desk:
        early = await desk.get(f"{UNIT}/placements/{kept.placement}/departure")

    assert "已有一个正在办理的离岗" in open_one.text and "确认离岗登记" not in open_one.text
    assert "本人已提请主管部门" in late.text
    assert "上岗审核通过并上岗后可以办理" in early.text
    assert all(page.status_code == 200 for page in (open_one, late, early))


async def test_never_having_come_is_recorded_without_a_day() -> None:
    of = await trainee()
    address = f"{UNIT}/placements/{of.placement}/departure"
    async with desk_of(of.unit) as desk:
        done = await desk.post(address, {"v": "1", "last_day": "", "reason": "never_came", "note": ""})
        page = await desk.get(done.headers["location"])
        amended = await desk.get(f"{done.headers['location']}/registration")

    id = int(re.findall("[0-9]+", done.headers["location"])[-1])
    assert (await row(id))["last_day"] == date(2026, 8, 31)
    assert "未上岗，没有见习天数" in page.text
    assert 'name="last_day" type="date" value=""' in amended.text


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_request_that_lapsed_is_shown_so_before_it_is_written_down() -> None:
    of = await trainee(ends_on=date(2026, 11, 19))
    id = await departure(of.placement, "waiting_employer", last_day=date(2026, 11, 10))
    async with desk_of(of.unit) as desk:
        page = await desk.get(f"{UNIT}/departures/{id}")

    assert "已失效" in page.text and ">通过</button>" not in page.text
    assert (await row(id))["state"] == "waiting_employer"
