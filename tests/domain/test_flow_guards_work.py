"""The guards of placement, departure, retention and roster: each lets pass, and each says why not."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jianxi.domain import departures, placements, retentions, rosters
from jianxi.domain.bases import BaseLevel
from jianxi.domain.departures import DepartureFacts
from jianxi.domain.flow import Flow, Role
from jianxi.domain.outcomes import Refused
from jianxi.domain.periods import month_of
from jianxi.domain.placements import Duty, PlacementFacts
from jianxi.domain.retentions import RetentionFacts
from jianxi.domain.rosters import Counted, Elsewhere, RosterFacts

START, END, TODAY = date(2026, 9, 1), date(2026, 11, 30), date(2026, 11, 23)
AFTER = date(2026, 12, 1)

NEW_PLACEMENT = PlacementFacts("", BaseLevel.COUNTY, START, END, TODAY)
APPROVED = replace(NEW_PLACEMENT, state="approved")
OVER = replace(APPROVED, today=AFTER)
NEW_DEPARTURE = DepartureFacts("", BaseLevel.COUNTY, START, END, TODAY, Duty.ON_DUTY, asked_by_person=True)
REQUEST = replace(NEW_DEPARTURE, state="waiting_employer", working_days_waited=5)
RECORD = replace(NEW_DEPARTURE, state="waiting_certificate", asked_by_person=False)
LEFT = replace(RECORD, state="approved")
EXPIRED = replace(NEW_DEPARTURE, today=AFTER, duty=Duty.EXPIRED)
NEW_RETENTION = RetentionFacts("", Duty.EXPIRED)
RECORDED = replace(NEW_RETENTION, state="recorded")
NEW_ROSTER = RosterFacts("", BaseLevel.CITY)
DRAFTED = replace(NEW_ROSTER, state="draft")
SENT, FROZEN = replace(NEW_ROSTER, state="sent"), replace(NEW_ROSTER, state="accepted")
AUGUST = date(2025, 8, 1)
TWICE = {"counted_twice": (Counted("王芳", (AUGUST, date(2025, 9, 1)), "JX2"),), "people_twice": 12}
OTHER = Elsewhere("JX1", month_of(AUGUST))

# flow, verb, role, a record for which the guard holds, what makes it fail, a piece of the sentence
GUARDS: list[tuple[Flow[Any], str, Role, Any, dict[str, Any], str]] = [
    (
        placements.FLOW,
        "record",
        Role.EMPLOYER,
        NEW_PLACEMENT,
        {"application_is_accepted": False},
        "此人的报名",
    ),
    (placements.FLOW, "reopen", Role.COUNTY, APPROVED, {"has_departure": True}, "离岗记录"),
    (placements.FLOW, "reopen", Role.COUNTY, APPROVED, {"is_retained": True}, "留用登记"),
    (placements.FLOW, "reopen", Role.COUNTY, APPROVED, {"in_accepted_roster": True}, "花名册"),
    (placements.FLOW, "raise_allowance", Role.EMPLOYER, APPROVED, {"left_on": TODAY}, "11月23日离岗"),
    (placements.FLOW, "raise_allowance", Role.EMPLOYER, APPROVED, {"left_on": date(2026, 8, 31)}, "没有上岗"),
    (placements.FLOW, "raise_allowance", Role.EMPLOYER, OVER, {"is_retained": True}, "请先撤销留用"),
    (departures.FLOW, "request", Role.PERSON, NEW_DEPARTURE, {"duty": Duty.EXPIRED}, "不在岗"),
    (departures.FLOW, "request", Role.PERSON, NEW_DEPARTURE, {"has_open_departure": True}, "正在办理"),
    (departures.FLOW, "recall", Role.PERSON, REQUEST, {"asked_by_person": False}, "由单位登记"),
    (departures.FLOW, "recall", Role.PERSON, REQUEST, {"today": AFTER}, "已失效"),
    (departures.FLOW, "consent", Role.EMPLOYER, REQUEST, {"today": AFTER}, "2026年11月30日届满"),
    (departures.FLOW, "refuse", Role.EMPLOYER, REQUEST, {"today": AFTER}, "已失效"),
    (departures.FLOW, "appeal", Role.PERSON, REQUEST, {"asked_by_person": False}, "不能提请主管部门"),
    (departures.FLOW, "appeal", Role.PERSON, REQUEST, {"today": AFTER}, "已失效"),
    (departures.FLOW, "appeal", Role.PERSON, REQUEST, {"working_days_waited": 3}, "再过2个工作日"),
    (departures.FLOW, "record", Role.EMPLOYER, NEW_DEPARTURE, {"duty": Duty.AHEAD}, "不在岗"),
    (departures.FLOW, "record", Role.EMPLOYER, EXPIRED, {"duty": Duty.LEFT}, "离岗已经审核通过"),
    (departures.FLOW, "record", Role.EMPLOYER, NEW_DEPARTURE, {"has_open_departure": True}, "正在办理"),
    (departures.FLOW, "cancel", Role.EMPLOYER, RECORD, {"asked_by_person": True}, "由本人撤回"),
    (departures.FLOW, "reopen", Role.COUNTY, LEFT, {"in_accepted_roster": True}, "花名册"),
    (retentions.FLOW, "record", Role.EMPLOYER, NEW_RETENTION, {"duty": Duty.LEFT}, "不是“在岗”"),
    (retentions.FLOW, "record", Role.EMPLOYER, NEW_RETENTION, {"has_departure": True}, "离岗记录"),
    (retentions.FLOW, "edit", Role.EMPLOYER, RECORDED, {"in_accepted_roster": True}, "花名册"),
    (retentions.FLOW, "revoke", Role.EMPLOYER, RECORDED, {"in_accepted_roster": True}, "花名册"),
    (rosters.FLOW, "prepare", Role.EMPLOYER, NEW_ROSTER, {"months_are_over": False}, "尚未结束"),
    (rosters.FLOW, "prepare", Role.EMPLOYER, NEW_ROSTER, {"awaiting_elsewhere": OTHER}, "2025年8月已在"),
    (rosters.FLOW, "prepare", Role.EMPLOYER, NEW_ROSTER, {"accepted_before": OTHER}, "JX1中接受"),
    (rosters.FLOW, "discard", Role.EMPLOYER, DRAFTED, {"begun_by_office": True}, "主管部门提出"),
    (rosters.FLOW, "submit", Role.EMPLOYER, DRAFTED, {"months_are_over": False}, "尚未结束"),
    (rosters.FLOW, "submit", Role.EMPLOYER, DRAFTED, TWICE, "王芳2025年8月至9月（JX2）等12人"),
    (rosters.FLOW, "submit", Role.EMPLOYER, DRAFTED, {"awaiting_elsewhere": OTHER}, "花名册JX1中报送"),
    (rosters.FLOW, "accept", Role.CITY, SENT, TWICE, "王芳2025年8月"),
    (rosters.FLOW, "correct", Role.EMPLOYER, FROZEN, {"is_newest_accepted": False}, "最新"),
    (rosters.FLOW, "correct", Role.CITY, FROZEN, {"has_open_correction": True}, "正在办理的更正"),
]


@pytest.mark.parametrize(("flow", "verb", "role", "facts", "broken", "words"), GUARDS)
def test_a_guard_lets_pass_or_says_why_not(
    flow: Flow[Any], verb: str, role: Role, facts: Any, broken: dict[str, Any], words: str
) -> None:
    assert flow.decide(verb, facts, role, "原因").verb == verb

    with pytest.raises(Refused) as caught:
        flow.decide(verb, replace(facts, **broken), role, "原因")

    assert words in caught.value.sentence
    assert caught.value.sentence.endswith("。")
    assert verb not in flow.offered(replace(facts, **broken), role)


@pytest.mark.parametrize("state", ["unsigned", "waiting", "approved", "rejected"])
def test_a_placement_that_has_not_started_is_cancelled_with_its_application(state: str) -> None:
    ahead = replace(NEW_PLACEMENT, state=state, start=AFTER)

    assert placements.FLOW.follow("cancel", ahead).target == "cancelled"


def test_a_placement_that_has_started_is_not_cancelled() -> None:
    with pytest.raises(Refused, match="见习已经开始"):
        placements.FLOW.follow("cancel", APPROVED)


def test_a_consequence_has_no_button_and_no_doer() -> None:
    for role in Role:
        assert "cancel" not in placements.FLOW.offered(replace(APPROVED, start=AFTER), role)


def test_a_move_that_somebody_makes_is_not_a_consequence() -> None:
    with pytest.raises(Refused):
        placements.FLOW.follow("approve", replace(APPROVED, state="waiting"))


def test_an_unanswered_request_lapses_the_day_after_the_period() -> None:
    assert departures.FLOW.follow("lapse", replace(REQUEST, today=AFTER)).target == "lapsed"
    with pytest.raises(Refused):
        departures.FLOW.follow("lapse", replace(REQUEST, today=END))


@pytest.mark.parametrize("state", ["refused", "waiting_certificate", "waiting_office", "waiting"])
def test_other_open_departures_stay_decidable_after_the_period(state: str) -> None:
    late = replace(REQUEST, state=state, today=AFTER, duty=Duty.EXPIRED)

    assert "recall" in departures.FLOW.offered(late, Role.PERSON)


def test_a_refused_request_goes_to_the_office_without_waiting() -> None:
    refused = replace(REQUEST, state="refused", working_days_waited=0)

    assert departures.FLOW.decide("appeal", refused, Role.PERSON).target == "waiting_office"
