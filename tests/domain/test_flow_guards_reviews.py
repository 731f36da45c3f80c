"""The guards of base, filing, position and application: each lets pass, and each says why not."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from jianxi.domain import applications, bases, filings, identity_cases, positions
from jianxi.domain.applications import ApplicationFacts
from jianxi.domain.bases import BaseFacts, BaseLevel
from jianxi.domain.filings import FilingFacts
from jianxi.domain.flow import Flow, Role
from jianxi.domain.identity_cases import CaseFacts
from jianxi.domain.outcomes import Invalid, Refused
from jianxi.domain.positions import PositionFacts

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
CHAIN = (Role.COUNTY, Role.CITY)

BASE = BaseFacts("approved")
AMENDMENT = BaseFacts("waiting_county", Role.COUNTY, is_amendment=True)
FILING = FilingFacts("", bases=2)
POSITION = PositionFacts("waiting_county", CHAIN, True, TODAY, TODAY, headcount=3)
APPLICATION = ApplicationFacts("", TODAY, True, True, TODAY, 3, 2)
WAITING = replace(APPLICATION, state="waiting")
ACCEPTED = replace(APPLICATION, state="accepted", base_level=BaseLevel.CITY)

# flow, verb, role, a record for which the guard holds, what makes it fail, a piece of the sentence
CASE = CaseFacts("pending")

GUARDS: list[tuple[Flow[Any], str, Role, Any, dict[str, Any], str]] = [
    (bases.FLOW, "reopen", Role.CITY, BASE, {"is_filed": True}, "已报省厅备案"),
    (bases.FLOW, "reopen", Role.CITY, BASE, {"has_reviewed_position": True}, "已有岗位通过初审"),
    (
        bases.FLOW,
        "reopen",
        Role.CITY,
        replace(BASE, is_amendment=True),
        {"has_position_of_new_level": True},
        "按新的级别提交",
    ),
    (bases.FLOW, "reopen", Role.COUNTY, replace(AMENDMENT, state="rejected"), {"is_held": True}, "已暂停"),
    (bases.FLOW, "approve", Role.COUNTY, AMENDMENT, {"is_held": True}, "恢复该基地后可以继续审核"),
    (bases.FLOW, "reject", Role.COUNTY, AMENDMENT, {"is_held": True}, "恢复该基地后可以继续审核"),
    (bases.FLOW, "save", Role.EMPLOYER, BASE, {"has_pending_version": True}, "变更申请正在审核"),
    (bases.FLOW, "amend", Role.EMPLOYER, BASE, {"has_pending_version": True}, "变更申请正在审核"),
    (identity_cases.FLOW, "merge", Role.COUNTY, CASE, {"register_agrees": False}, "生源信息库中"),
    (identity_cases.FLOW, "hand_over", Role.COUNTY, CASE, {"register_agrees": False}, "生源信息库中"),
    (identity_cases.FLOW, "hand_over", Role.CITY, CASE, {"on_duty": True}, "有人正在见习"),
    (identity_cases.FLOW, "reopen", Role.CITY, CaseFacts("dismissed"), {"released": True}, "不需要重新核实"),
    (filings.FLOW, "file", Role.CITY, FILING, {"bases": 0}, "没有选择基地"),
    (filings.FLOW, "file", Role.CITY, FILING, {"not_approved": ("甲公司",)}, "甲公司不是"),
    (filings.FLOW, "file", Role.CITY, FILING, {"unchanged": ("甲公司",)}, "甲公司已报省厅备案"),
    (
        positions.FLOW,
        "add",
        Role.EMPLOYER,
        replace(POSITION, state=""),
        {"base_is_approved": False},
        "见习基地",
    ),
    (
        positions.FLOW,
        "copy",
        Role.EMPLOYER,
        replace(POSITION, state=""),
        {"base_is_approved": False},
        "见习基地",
    ),
    (positions.FLOW, "approve", Role.COUNTY, POSITION, {"base_is_approved": False}, "见习基地"),
    (positions.FLOW, "edit", Role.EMPLOYER, POSITION, {"anyone_ever_applied": True}, "已有人报过名"),
    (positions.FLOW, "edit", Role.EMPLOYER, POSITION, {"state": "waiting_city"}, "已通过初审"),
    (positions.FLOW, "delete", Role.EMPLOYER, POSITION, {"anyone_ever_applied": True}, "已有人报过名"),
    (positions.FLOW, "delete", Role.EMPLOYER, POSITION, {"state": "waiting_city"}, "已通过初审"),
    (
        positions.FLOW,
        "reopen",
        Role.CITY,
        replace(POSITION, state="approved"),
        {"anyone_ever_applied": True},
        "已有人报过名",
    ),
    (
        positions.FLOW,
        "publish",
        Role.CITY,
        replace(POSITION, state="approved"),
        {"deadline": YESTERDAY},
        "2026年11月22日已过",
    ),
    (
        positions.FLOW,
        "publish",
        Role.CITY,
        replace(POSITION, state="approved"),
        {"base_is_approved": False},
        "见习基地",
    ),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"has_intention": False}, "就业见习意向填表"),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"ineligibility": "年龄不符"}, "年龄不符"),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"chance_used": True}, "只有一次机会"),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"live": "waiting"}, "可以改报，或先撤销报名"),
    (applications.FLOW, "switch", Role.PERSON, WAITING, {"is_here": True}, "现在报名的就是该岗位"),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"live": "accepted"}, "已被一个岗位录用"),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"base_is_approved": False}, "见习基地"),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"position_is_published": False}, "没有发布"),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"deadline": YESTERDAY}, "2026年11月22日截止"),
    (applications.FLOW, "apply", Role.PERSON, APPLICATION, {"accepted": 3}, "已录满"),
    (applications.FLOW, "accept", Role.EMPLOYER, WAITING, {"base_is_approved": False}, "见习基地"),
    (applications.FLOW, "accept", Role.EMPLOYER, WAITING, {"accepted": 3}, "见习人数为3人，已录用3人"),
    (applications.FLOW, "decline", Role.PERSON, ACCEPTED, {"placement_started": True}, "见习已经开始"),
    (applications.FLOW, "cancel", Role.EMPLOYER, ACCEPTED, {"placement_started": True}, "见习已经开始"),
    (applications.FLOW, "cancel", Role.CITY, ACCEPTED, {"placement_started": True}, "见习已经开始"),
]


@pytest.mark.parametrize(("flow", "verb", "role", "facts", "broken", "words"), GUARDS)
def test_a_guard_lets_pass_or_says_why_not(
    flow: Flow[Any], verb: str, role: Role, facts: Any, broken: dict[str, Any], words: str
) -> None:
    assert flow.decide(verb, facts, role, "原因").verb == verb

    with pytest.raises(Refused) as caught:
        flow.decide(verb, replace(facts, **broken), role, "原因")

    assert words in caught.value.sentence
    assert caught.value.sentence.endswith(("。", "年龄不符"))
    assert verb not in flow.offered(replace(facts, **broken), role)


def test_every_guard_has_a_case() -> None:
    for flow in (bases.FLOW, filings.FLOW, positions.FLOW, applications.FLOW):
        tried = {(verb, words) for tried_flow, verb, _, _, _, words in GUARDS if tried_flow is flow}
        for verb in {move.verb for move in flow.moves if move.possible_doers()}:
            guards = {guard.name for move in flow.moves if move.verb == verb for guard in move.guards}
            assert len([words for tried_verb, words in tried if tried_verb == verb]) >= len(guards), verb


def test_a_position_rejected_by_the_county_is_reopened_by_the_county_alone() -> None:
    rejected = replace(POSITION, state="rejected", last_decided_by=Role.COUNTY)

    assert positions.FLOW.decide("reopen", rejected, Role.COUNTY).target == "waiting_county"
    with pytest.raises(Refused):
        positions.FLOW.decide("reopen", rejected, Role.CITY)


@pytest.mark.parametrize("state", ["waiting_city", "rejected"])
def test_only_an_approved_base_is_held_by_its_filing(state: str) -> None:
    again = BaseFacts(state, Role.COUNTY, is_filed=True, has_reviewed_position=True)

    assert bases.FLOW.decide("reopen", again, Role.COUNTY).target == "waiting_county"


def test_an_approved_amendment_is_undone_whatever_builds_on_its_base() -> None:
    approved = BaseFacts("approved", Role.CITY, is_filed=True, has_reviewed_position=True, is_amendment=True)

    assert bases.FLOW.decide("reopen", approved, Role.CITY).target == "waiting_city"


def test_a_published_position_says_to_withdraw_it_first() -> None:
    with pytest.raises(Refused, match="请先撤销发布"):
        positions.FLOW.decide("reopen", replace(POSITION, state="published"), Role.CITY)


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_rejection_without_a_reason_is_a_message_at_the_field(reason: str) -> None:
    with pytest.raises(Invalid) as caught:
        positions.FLOW.decide("reject", POSITION, Role.COUNTY, reason)

    assert caught.value.messages == {"reason": "请填写原因"}


def test_a_decision_carries_the_states_and_the_trimmed_reason() -> None:
    decision = positions.FLOW.decide("reject", POSITION, Role.COUNTY, " 与已有岗位重复 ")

    assert (decision.source, decision.target, decision.reason) == (
        "waiting_county",
        "rejected",
        "与已有岗位重复",
    )
