"""A person's own 上岗 after acceptance: what they read in every state, and how they leave."""

from datetime import date, timedelta

import pytest

from jianxi.services import departure_review
from jianxi.tables.departures import Departure
from jianxi.tables.placements import AllowanceRaise
from tests.cast import LIXIA, official
from tests.cast_facts import MOMENT
from tests.cast_people import save
from tests.conftest import NOW
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import version_in
from tests.traineeships import AHEAD, departure, retention, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
MINE = "/applicant/applications"
OVER = {"starts_on": date(2026, 4, 1), "ends_on": date(2026, 10, 31)}
LATER = {"starts_on": AHEAD, "ends_on": date(2027, 5, 31)}
DECLINE, LEAVE = "放弃录用</a>", "申请终止见习</a>"


@pytest.mark.parametrize(
    ("state", "columns", "tag", "told", "acts"),
    [
        ("unsigned", LATER, "待上传协议", "单位已办理录用上岗登记", {DECLINE}),
        ("waiting", LATER, "等待审核", "由主管部门审核", {DECLINE}),
        ("rejected", LATER, "审核不通过", "协议缺少单位盖章", {DECLINE}),
        ("approved", LATER, "待上岗", "请于2026年12月1日到单位上岗", {DECLINE}),
        ("approved", {}, "在岗", "到2027年2月28日期满", {LEAVE}),
        ("waiting", {"was_on_duty": True}, "等待审核", "您的见习不受影响", {LEAVE}),
        ("approved", OVER, "见习期满", "见习期已于2026年10月31日届满", set()),
    ],
)
async def test_each_state_tells_what_comes_next_and_offers_only_what_is_possible(
    state: str, columns: dict[str, object], tag: str, told: str, acts: set[str]
) -> None:
    mine = await trainee(state, **columns)  # type: ignore[arg-type]
    async with applicant_desk(mine.person) as desk:
        listed, page = await desk.get(MINE), await desk.get(f"{MINE}/{mine.application}")
        form = await desk.get(f"/applicant/placements/{mine.placement}/departure")
    assert f">{tag}</span>" in page.text and told in page.text and told in listed.text
    assert {act for act in (DECLINE, LEAVE) if act in page.text} == acts
    assert ("确认申请终止见习" in form.text) is (LEAVE in acts)
    assert "联系不上单位的" in page.text and "历下区人社部门" in page.text
    assert f'href="/applicant/placements/{mine.placement}/agreement"' in page.text


async def test_the_page_of_somebody_on_duty_tells_period_money_insurance_and_days() -> None:
    mine = await trainee()
    for day, fen in ((date(2026, 11, 1), 280_000), (date(2027, 1, 1), 300_000)):
        await save(
            AllowanceRaise(placement=mine.placement, starts_on=day, allowance_fen=fen, recorded_at=MOMENT)
        )
    async with applicant_desk(mine.person) as desk:
        page = (await desk.get(MINE)).text
    assert "2,800元/月" in page and "登记时2,600元/月" in page and "起3,000元/月" in page
    assert "人身意外伤害保险（平安保险）" in page and "周强" in page
    assert "见习已过81天，共181天，还有100天" in page


@pytest.mark.parametrize(
    ("state", "columns", "told", "acts"),
    [
        ("waiting_employer", {"state_since": NOW}, "自2026年11月27日起可以提请主管部门", {"recall"}),
        ("refused", {}, "单位没有同意终止见习", {"recall", "appeal"}),
        ("waiting_office", {}, "已提请主管部门", {"recall"}),
        ("waiting_certificate", {"state_since": NOW}, "单位已同意，离岗日期为2026年11月18日", {"recall"}),
        ("waiting_certificate", {"asked_by_person": False}, "单位已为您办理离岗登记", set()),
        ("waiting", {}, "证明已上传", {"recall"}),
        ("rejected", {}, "解除协议证明缺少单位盖章", {"recall"}),
        ("approved", {}, "您已于2026年11月18日离岗", set()),
        ("approved", {"last_day": date(2026, 12, 31)}, "到那一天为止，见习照常进行", set()),
        ("recalled", {}, "您正在见习", set()),
    ],
)
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_each_state_of_leaving_tells_what_comes_next(
    state: str, columns: dict[str, object], told: str, acts: set[str]
) -> None:
    mine = await trainee()
    id = await departure(mine.placement, state, **columns)
    async with applicant_desk(mine.person) as desk:
        page = (await desk.get(MINE)).text
    assert told in page
    links = {act: f'href="/applicant/departures/{id}/{act}"' for act in ("recall", "appeal")}
    assert {act for act, link in links.items() if link in page} == acts
    assert (f'href="/applicant/departures/{id}/certificate"' in page) is (
        state in {"waiting_certificate", "waiting", "rejected", "approved"}
    )


async def test_who_is_kept_reads_the_contract_and_is_not_told_to_leave() -> None:
    mine = await trainee(**OVER)  # type: ignore[arg-type]
    await retention(mine.placement)
    async with applicant_desk(mine.person) as desk:
        page = (await desk.get(MINE)).text
        way = (await desk.get("/applicant/positions")).text
    assert (
        "单位已为您办理留用登记" in page and "数控编程员" in page and "2026年12月1日至2028年11月30日" in page
    )
    assert DECLINE not in page and LEAVE not in page
    assert "您的就业见习机会已在上岗审核通过时使用" in way


async def test_a_person_asks_to_leave_recalls_and_asks_again() -> None:
    mine = await trainee()
    form = f"/applicant/placements/{mine.placement}/departure"
    async with applicant_desk(mine.person) as desk:
        shown = await desk.get(form)
        sent: dict[str, str | list[str]] = {"v": version_in(shown.text), "wanted_on": "2026-12-15"}
        blank = await desk.post(form, {**sent, "reason": "other", "note": ""})
        outside = await desk.post(form, {**sent, "wanted_on": "2028-01-01", "reason": "ill"})
        done = await desk.post(form, {**sent, "reason": "found_work", "note": "已与新单位签约"})
        page = await desk.get(done.headers["location"])
        again = await desk.post(form, {**sent, "reason": "ill", "note": "需要住院"})
        own = (await Departure.select(Departure.id))[0]["id"]
        asked = await desk.get(f"/applicant/departures/{own}/recall")
        taken = await desk.post(f"/applicant/departures/{own}/recall", {"v": version_in(asked.text)})
        after = await desk.get(taken.headers["location"])
        second = await desk.post(form, {**sent, "reason": "ill"})
    assert "期望离岗日期" in shown.text and "未上岗" not in shown.text
    assert (blank.status_code, outside.status_code, again.status_code) == (422, 422, 409)
    assert "选择“其他”时，请填写原因说明" in blank.text and "应在见习期间" in outside.text
    assert "需要住院" in again.text, "nothing that was typed is lost"
    assert "已落实工作（其他单位）：已与新单位签约" in page.text and "等待单位审核" in page.text
    assert "确认撤回" in asked.text and "见习照常进行" in after.text and "撤回终止见习申请" in after.text
    assert second.status_code == 303


async def test_the_office_can_be_asked_only_from_the_day_that_is_told_before() -> None:
    mine = await trainee()
    early = await departure(mine.placement, "waiting_employer", state_since=NOW - timedelta(days=1))
    path = f"/applicant/departures/{early}/appeal"
    async with applicant_desk(mine.person) as desk:
        asked = await desk.get(path)
        refused = await desk.post(path, {"v": "1"})
    assert "最早可以提请的日期是2026年11月26日" in asked.text and "确认提请主管部门" not in asked.text
    assert refused.status_code == 409 and "还不能提请主管部门" in refused.text


async def test_who_gives_up_before_the_start_is_told_that_the_chance_is_there_again() -> None:
    mine = await trainee(**LATER)  # type: ignore[arg-type]
    path = f"{MINE}/{mine.application}/declination"
    async with applicant_desk(mine.person) as desk:
        before = await desk.get("/applicant/positions")
        asked = await desk.get(path)
        done = await desk.post(path, {"v": version_in(asked.text), "reason": "家中有事"})
        after, way = await desk.get(MINE), await desk.get("/applicant/positions")
    assert "每人只有一次机会，不能再报名" in before.text
    assert "机会没有用去" in asked.text and "之后可以选择其他岗位报名" in asked.text
    assert done.status_code == 303
    assert "本人放弃录用：家中有事" in after.text and "不能再报名" not in way.text


async def test_who_never_came_reads_that_the_chance_is_not_used() -> None:
    mine = await trainee()
    never: dict[str, object] = {
        "asked_by_person": False,
        "reason": "never_came",
        "last_day": date(2026, 8, 31),
    }
    id = await departure(mine.placement, "waiting", **never)
    await departure_review.approve(await official(LIXIA), id, 1, None, NOW)
    async with applicant_desk(mine.person) as desk:
        listed, page = await desk.get(MINE), await desk.get(f"{MINE}/{mine.application}")
    assert "已取消" in listed.text and "现在没有进行中的报名" in listed.text
    assert "您没有用去就业见习的机会" in page.text and "未上岗" in page.text
    assert LEAVE not in page.text and DECLINE not in page.text
