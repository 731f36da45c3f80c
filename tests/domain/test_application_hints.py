"""What a person reads who wants to leave a 报名 that is over, by whether another one is going on."""

from dataclasses import replace
from datetime import date

import pytest

from jianxi.domain.applications import FLOW, ApplicationFacts
from jianxi.domain.flow import Role

TODAY = date(2026, 11, 23)
OVER = ApplicationFacts("withdrawn", TODAY, True, True, TODAY, 3, 2)


@pytest.mark.parametrize("state", ["withdrawn", "rejected", "cancelled"])
def test_without_another_one_a_person_may_apply_elsewhere(state: str) -> None:
    assert "可以直接报名其他岗位" in FLOW.objection("switch", replace(OVER, state=state), Role.PERSON)


@pytest.mark.parametrize("state", ["withdrawn", "rejected", "cancelled"])
def test_with_another_one_a_person_is_led_to_that(state: str) -> None:
    said = FLOW.objection("switch", replace(OVER, state=state, live="waiting"), Role.PERSON)

    assert "您已另有一个报名正在等待审核" in said
    assert "直接报名" not in said


@pytest.mark.parametrize("verb", ["switch", "withdraw", "decline"])
def test_who_was_accepted_elsewhere_is_not_told_to_apply(verb: str) -> None:
    said = FLOW.objection(verb, replace(OVER, state="cancelled", live="accepted"), Role.PERSON)

    assert "您已被另一个岗位录用" in said
    assert "可以选择" not in said
