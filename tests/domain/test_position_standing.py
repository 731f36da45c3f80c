"""What is said of a position that does not go on, and of every verb that its state does not allow."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jianxi.domain.flow import GENERAL_REFUSAL, Role
from jianxi.domain.position_standing import closed_because, held_because, remark
from jianxi.domain.positions import FLOW, PositionFacts, PositionState, PositionVerb, takes_applications

TODAY = date(2026, 11, 23)
OUT = PositionFacts("published", (Role.COUNTY, Role.CITY), True, TODAY, TODAY, headcount=2)
LATE = {"deadline": TODAY - timedelta(days=1)}
OF_NEW_ONES = {PositionVerb.ADD, PositionVerb.COPY}


@pytest.mark.parametrize("state", PositionState)
@pytest.mark.parametrize("verb", [verb for verb in PositionVerb if verb not in OF_NEW_ONES])
@pytest.mark.parametrize("role", [Role.EMPLOYER, Role.COUNTY, Role.CITY])
def test_every_verb_says_of_every_state_why_not(verb: PositionVerb, state: PositionState, role: Role) -> None:
    """To whoever may do it at some time; that others may not is no sentence but a 403."""
    may = any(move.verb == verb and role in move.possible_doers() for move in FLOW.moves)
    facts = replace(OUT, state=state, last_decided_by=Role.CITY)
    assert not may or FLOW.objection(verb, facts, role) != GENERAL_REFUSAL


@pytest.mark.parametrize(
    ("changed", "piece"),
    [
        ({}, ""),
        ({"state": "withdrawn"}, "目前没有发布"),
        ({"base_is_approved": False}, "暂不接受报名"),
        (LATE, "已于2026年11月22日截止"),
        ({"accepted": 2}, "招2人，已录满"),
    ],
)
def test_why_nobody_can_apply_is_said_exactly_when_nobody_can(changed: dict[str, object], piece: str) -> None:
    facts = replace(OUT, **changed)  # type: ignore[arg-type]
    assert piece in closed_because(facts)
    assert takes_applications(facts) == (closed_because(facts) == "")


@pytest.mark.parametrize(
    ("changed", "piece"),
    [
        ({"state": "approved"}, ""),
        ({"state": "approved", **LATE}, "单位延长报名后可以发布"),
        ({"state": "approved", "base_is_approved": False}, "见习基地目前不是"),
        ({"state": "waiting_city", **LATE}, ""),
        ({"state": "waiting_city", "base_is_approved": False}, "见习基地目前不是"),
        ({"state": "published", "base_is_approved": False}, "见习基地目前不是"),
        ({"state": "rejected", "base_is_approved": False}, ""),
        ({"state": "withdrawn", "base_is_approved": False}, ""),
    ],
)
def test_the_desks_read_what_the_state_alone_does_not_say(changed: dict[str, object], piece: str) -> None:
    held = held_because(replace(OUT, **changed))  # type: ignore[arg-type]
    assert piece in held and bool(piece) == bool(held)


def test_its_page_puts_a_closed_position_into_words_too() -> None:
    assert held_because(replace(OUT, accepted=2)) == ""
    assert "已录满" in remark(replace(OUT, accepted=2))


def test_what_only_a_guard_stands_in_the_way_of_is_told_with_its_sentence() -> None:
    blocked = FLOW.blocked(replace(OUT, state="approved", anyone_ever_applied=True, **LATE), Role.CITY)  # type: ignore[arg-type]
    assert set(blocked) == {"publish", "reopen"}
    assert "延长报名后可以发布" in blocked["publish"] and "已有人报过名" in blocked["reopen"]


@pytest.mark.parametrize("state", ["published", "approved", "withdrawn"])
@pytest.mark.parametrize("role", [Role.COUNTY, Role.CITY])
def test_an_office_is_told_first_what_can_never_be_undone(state: str, role: Role) -> None:
    said = FLOW.objection("reopen", replace(OUT, state=state, anyone_ever_applied=True), role)

    assert "已有人报过名，不能再撤销审核" in said
    assert "撤销发布" not in said
    assert "编辑" not in said and "删除" not in said


def test_an_office_is_told_who_has_to_withdraw_before_a_review_is_undone() -> None:
    assert "请先撤销发布" in FLOW.objection("reopen", OUT, Role.CITY)
    assert "由市级先撤销发布" in FLOW.objection("reopen", OUT, Role.COUNTY)


@pytest.mark.parametrize("state", ["published", "approved", "withdrawn"])
def test_an_employer_is_not_sent_to_an_office_that_cannot_undo_its_review(state: str) -> None:
    said = FLOW.objection("edit", replace(OUT, state=state, anyone_ever_applied=True), Role.EMPLOYER)

    assert "复制为新岗位" in said and "撤销审核" not in said
