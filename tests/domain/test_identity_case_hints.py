"""What an office reads that comes too late to decide about an 身份冲突."""

import pytest

from jianxi.domain.flow import GENERAL_REFUSAL, Role
from jianxi.domain.identity_cases import FLOW, CaseFacts, CaseState, CaseVerb

DECISIONS = (CaseVerb.MERGE, CaseVerb.HAND_OVER, CaseVerb.DISMISS)


@pytest.mark.parametrize("state", CaseState)
@pytest.mark.parametrize("verb", [*DECISIONS, CaseVerb.REOPEN])
def test_every_decision_says_of_every_state_why_not(verb: CaseVerb, state: CaseState) -> None:
    said = FLOW.objection(verb, CaseFacts(state), Role.COUNTY)

    assert said != GENERAL_REFUSAL
    assert "刷新" not in said


def test_a_case_that_was_dismissed_says_that_it_can_be_looked_at_again() -> None:
    assert "重新核实" in FLOW.objection("merge", CaseFacts("dismissed"), Role.COUNTY)


def test_what_cannot_be_undone_says_so() -> None:
    assert "不能再改" in FLOW.objection("dismiss", CaseFacts("handed_over"), Role.COUNTY)
    assert "不能再改" in FLOW.objection("dismiss", CaseFacts("merged"), Role.COUNTY)
