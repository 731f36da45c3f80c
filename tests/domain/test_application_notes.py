"""What a person reads beside their own 报名."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jianxi.domain import application_notes as notes
from jianxi.domain.applications import ApplicationFacts, ApplicationState

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
WAITING = ApplicationFacts("waiting", TODAY, True, True, TODAY, headcount=2, accepted=1)
ACCEPTED = replace(WAITING, state="accepted")


@pytest.mark.parametrize(
    ("facts", "beginning"),
    [
        (WAITING, ""),
        (replace(WAITING, accepted=2), "该岗位名额已满，"),
        (replace(WAITING, accepted=2, deadline=YESTERDAY), "该岗位名额已满，"),
        (replace(WAITING, deadline=YESTERDAY), "该岗位的报名已于2026年11月22日截止，不影响已报名的人。"),
        (replace(WAITING, position_is_published=False), "该岗位已停止发布，不影响已报名的人。"),
        (replace(WAITING, base_is_approved=False), "该单位的见习基地目前不是“审核通过”，暂时不能录用。"),
        (replace(WAITING, base_is_approved=False, base_state="suspended"), "该单位的见习基地已暂停，"),
        (replace(WAITING, base_is_approved=False, base_state="revoked"), "该单位的见习基地已取消资格，"),
    ],
)
def test_somebody_who_waits_is_told_what_has_become_of_the_position(
    facts: ApplicationFacts, beginning: str
) -> None:
    told = notes.mind(facts)

    assert told.startswith(beginning)
    assert bool(told) == bool(beginning)
    assert not told or told.endswith("可以改报其他岗位，也可以撤销报名。")


def test_somebody_accepted_keeps_the_seat_when_the_base_is_suspended_and_may_leave() -> None:
    told = notes.mind(replace(ACCEPTED, base_is_approved=False, base_state="suspended"))

    assert told.startswith("该单位的见习基地已暂停。您的录用和名额保留")
    assert "放弃录用" in told


@pytest.mark.parametrize(
    "changed", [{"accepted": 2}, {"deadline": YESTERDAY}, {"position_is_published": False}]
)
def test_somebody_accepted_need_not_mind_what_closes_the_position(changed: dict[str, object]) -> None:
    assert notes.mind(replace(ACCEPTED, **changed)) == ""  # type: ignore[arg-type]


@pytest.mark.parametrize("state", list(ApplicationState))
def test_every_state_says_what_comes_next(state: ApplicationState) -> None:
    assert notes.what_next(replace(WAITING, state=state)).endswith("。")


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({}, ""),
        ({"accepted": 2}, "名额已满"),
        ({"deadline": YESTERDAY}, "截止"),
        ({"position_is_published": False}, "停止发布"),
        ({"base_is_approved": False}, "见习基地"),
    ],
)
def test_who_leaves_is_told_whether_there_is_a_way_back(changed: dict[str, object], says: str) -> None:
    told = notes.no_way_back(replace(WAITING, **changed))  # type: ignore[arg-type]

    assert says in told
    assert bool(told) == bool(says)
