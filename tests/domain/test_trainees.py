"""上岗人员: what is missing, what to keep in mind and what comes next, in each state."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jianxi.domain.bases import BaseLevel
from jianxi.domain.departures import DepartureFacts
from jianxi.domain.placements import PlacementFacts, duty
from jianxi.domain.trainees import TraineeFacts, days_told, departing, lacks, minds, next_step

START, END, TODAY = date(2026, 9, 1), date(2027, 2, 28), date(2026, 11, 20)
DAY = timedelta(days=1)
DUTY = PlacementFacts("approved", BaseLevel.COUNTY, START, END, TODAY)
AHEAD, OVER = replace(DUTY, today=START - 3 * DAY), replace(DUTY, today=END + DAY)
LEAVES = replace(DUTY, has_departure=True)
LEFT = replace(LEAVES, left_on=TODAY)


def leaving(of: PlacementFacts, state: str) -> DepartureFacts | None:
    by = {"asked_by_person": True, "decided_from": "waiting" if state == "rejected" else None}
    first = (state, of.base_level, of.start, of.end, of.today, duty(of))
    return DepartureFacts(*first, last_day=of.left_on, **by) if state else None  # type: ignore[arg-type]


# placement, departure state, what is missing, a piece of what comes next
CASES = [
    (replace(DUTY, state="unsigned"), "", ["待上传协议"], "请下载协议"),
    (replace(DUTY, state="waiting"), "", [], "等待主管部门审核"),
    (replace(DUTY, state="waiting", was_on_duty=True), "", [], "等待主管部门审核。重新审核期间仍计为在岗"),
    (replace(DUTY, state="rejected"), "", ["协议审核不通过，待重新上传"], "按不通过原因"),
    (replace(DUTY, state="cancelled"), "", [], "录用已取消"),
    (AHEAD, "", [], "2026年9月1日上岗"),
    (DUTY, "", [], "见习到2027年2月28日结束"),
    (LEAVES, "waiting_employer", ["离岗申请待审核"], "请办理离岗审核"),
    (LEAVES, "refused", [], "由本人撤回申请或提请"),
    (LEAVES, "waiting_office", [], "您单位暂时不用办理"),
    (LEAVES, "waiting_certificate", ["待上传证明"], "下载解除协议证明"),
    (LEAVES, "waiting", [], "证明已上传"),
    (LEAVES, "rejected", ["证明审核不通过，待重新上传"], "证明有误的，重新上传"),
    (replace(LEAVES, left_on=TODAY + DAY), "approved", [], "2026年11月21日是见习的最后一天"),
    (LEFT, "approved", [], "已办结，见习到2026年11月20日为止。"),
    (OVER, "waiting_employer", [], "见习期已满"),
    (replace(OVER, has_departure=True), "waiting_certificate", ["待上传证明"], "签字盖章后上传"),
    (OVER, "", [], "见习期已满"),
    (replace(OVER, is_retained=True), "", [], "已办理留用登记"),
]


@pytest.mark.parametrize(("placement", "state", "missing", "piece"), CASES)
def test_what_is_missing_and_what_comes_next(
    placement: PlacementFacts, state: str, missing: list[str], piece: str
) -> None:
    facts = TraineeFacts(placement, leaving(placement, state))

    assert list(lacks(facts)) == missing
    assert piece in next_step(facts)


def test_a_departure_is_under_way_until_it_is_decided_or_lapses() -> None:
    shown = {
        (day, state): departing(TraineeFacts(DUTY, leaving(replace(DUTY, today=day), state)))
        for day in (END, END + DAY)
        for state in ("waiting_employer", "refused", "approved", "")
    }

    assert {key for key, word in shown.items() if word} == {
        (END, "waiting_employer"),
        (END, "refused"),
        (END + DAY, "refused"),
    }


@pytest.mark.parametrize(
    ("placement", "ends", "told"),
    [
        (DUTY, TODAY + 30 * DAY, True),
        (DUTY, TODAY, True),
        (DUTY, TODAY + 31 * DAY, False),
        (DUTY, None, False),
        (OVER, OVER.today, False),
        (replace(DUTY, state="waiting"), TODAY, False),
    ],
)
def test_a_policy_that_runs_out_is_minded_for_thirty_days(
    placement: PlacementFacts, ends: date | None, told: bool
) -> None:
    assert bool(minds(TraineeFacts(placement, policy_ends=ends))) == told


def test_days_are_counted_to_the_start_and_to_the_end() -> None:
    days = [replace(DUTY, today=day) for day in (START - DAY, START, END - DAY, END, END + DAY)]

    assert [days_told(facts) for facts in days] == ["1天后上岗", "还有180天", "还有1天", "今天期满", ""]
    assert minds(TraineeFacts(replace(DUTY, left_on=TODAY + DAY))) == ("将于2026年11月21日离岗",)
