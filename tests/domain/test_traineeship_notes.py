"""What a person is told of their own 上岗 and 离岗 is never nonsense, in whatever state."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from jianxi.domain import applications, departures, traineeship_notes, traineeship_words
from jianxi.domain.application_notes import mind
from jianxi.domain.applications import ApplicationFacts
from jianxi.domain.bases import BaseLevel
from jianxi.domain.departures import DepartureFacts, DepartureState
from jianxi.domain.flow import Role
from jianxi.domain.labels import VERBS
from jianxi.domain.placements import Duty, PlacementFacts, PlacementState, duty, has_started

START, END = date(2026, 9, 1), date(2027, 2, 26)
DAYS = (date(2026, 8, 31), START, date(2026, 11, 20), END, date(2027, 2, 27))
"""The day before the first, the first, one between, the last, the day after it."""
LEAVING = DepartureFacts(
    "waiting_employer", BaseLevel.COUNTY, START, END, DAYS[2], Duty.ON_DUTY, True, DAYS[2]
)


def placed(state: str, today: date, **more: object) -> PlacementFacts:
    facts = PlacementFacts(state, BaseLevel.COUNTY, START, END, today)
    return replace(facts, **more)  # type: ignore[arg-type]


def test_giving_up_is_spoken_of_only_where_it_is_possible_and_leaving_only_on_duty() -> None:
    for state, today, was, kept in product(PlacementState, DAYS, (False, True), (False, True)):
        facts = placed(state, today, was_on_duty=was, is_retained=kept)
        said = traineeship_notes.what_next(facts)
        if state == PlacementState.CANCELLED:
            assert said == ""
            continue
        assert said.endswith("。"), facts
        assert ("放弃录用" in said) == (not has_started(facts) and not (kept and duty(facts))), facts
        assert ("可以申请终止见习" in said) <= (duty(facts) is Duty.ON_DUTY), facts


@pytest.mark.parametrize(
    ("left_on", "today", "told"),
    [
        (DAYS[2], DAYS[2], "您已于2026年11月20日离岗，见习结束。就业见习的机会每人只有一次，您已经使用。"),
        (END, DAYS[2], "离岗日期为2027年2月26日；到那一天为止，见习照常进行。"),
        (DAYS[0], DAYS[2], "已按未上岗办理，您没有用去就业见习的机会。"),
    ],
)
def test_who_left_reads_the_day_and_whether_the_chance_is_used(left_on: date, today: date, told: str) -> None:
    assert told in traineeship_notes.what_next(placed("approved", today, left_on=left_on))


def test_every_open_departure_has_its_words_and_what_they_offer_the_flow_offers() -> None:
    only_asked_for = {"waiting_employer", "refused", "waiting_office", "lapsed"}
    for state, by_person in product(DepartureState, (True, False)):
        if state in only_asked_for and not by_person:
            continue
        facts = replace(LEAVING, state=state, asked_by_person=by_person)
        said = traineeship_notes.leaving(facts)
        offers = departures.FLOW.offered(facts, Role.PERSON)
        assert bool(said) == (state in departures.OPEN), facts
        assert ("可以撤回" in said) <= ("recall" in offers), facts
        assert ("可以提请主管部门" in said) <= ("appeal" in offers), facts
    lapsed = replace(LEAVING, today=DAYS[-1])
    assert (traineeship_notes.leaving(lapsed), traineeship_notes.appeal_told(lapsed, START)) == ("", "")


@pytest.mark.parametrize(
    ("state", "since", "today", "told"),
    [
        # 2026-11-13 is a Friday: the five working days are those of the next week.
        ("waiting_employer", date(2026, 11, 13), date(2026, 11, 19), "自2026年11月20日起可以提请"),
        ("waiting_employer", date(2026, 11, 13), date(2026, 11, 20), ""),
        ("waiting_certificate", date(2026, 11, 16), date(2026, 11, 20), "自2026年11月23日起可以提请"),
        ("waiting_employer", date(2027, 2, 22), date(2027, 2, 24), "届时没有答复的，申请失效"),
        ("waiting_certificate", date(2027, 2, 22), date(2027, 2, 24), "自2027年3月1日起可以提请"),
        ("refused", date(2026, 11, 13), date(2026, 11, 13), ""),
        ("waiting", date(2026, 11, 13), date(2026, 11, 13), ""),
    ],
)
def test_the_day_from_which_the_office_can_be_asked(state: str, since: date, today: date, told: str) -> None:
    said = traineeship_notes.appeal_told(replace(LEAVING, state=state, today=today), since)
    assert told in said and bool(told) == bool(said)


def test_a_base_that_is_suspended_does_not_send_away_who_is_on_duty() -> None:
    facts = ApplicationFacts("accepted", DAYS[2], False, True, END, 5, 1, base_state="suspended")
    begun = replace(facts, placement_started=True)
    assert "放弃录用" in mind(facts) and "放弃录用" not in mind(begun)
    assert mind(begun) == "该单位的见习基地已暂停，不影响您已经开始的见习。"
    for verb in ("withdraw", "switch", "decline"):
        assert "放弃录用后" not in applications.FLOW.objection(verb, begun, Role.PERSON)
        assert "可以放弃录用" not in applications.FLOW.objection(verb, begun, Role.PERSON)


def test_no_two_actions_of_a_traineeship_are_told_in_the_same_words() -> None:
    nouns = ("application", "placement", "departure", "retention")
    told = [traineeship_words.told(noun, verb) for noun in nouns for verb in VERBS[noun]]
    assert len(told) == len(set(told))
