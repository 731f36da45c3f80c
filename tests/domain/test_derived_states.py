"""What follows from dates, seats and chains without being stored."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jianxi.domain import chains, departure_days, departures, placements, positions
from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.departures import DepartureFacts, DepartureState
from jianxi.domain.flow import Role
from jianxi.domain.placements import Duty, PlacementFacts
from jianxi.domain.positions import PositionFacts

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
PUBLISHED = PositionFacts("published", (Role.CITY,), True, TODAY, TODAY, headcount=2, accepted=1)
APPROVED = PlacementFacts("approved", BaseLevel.CITY, TODAY, TODAY + 90 * DAY, TODAY)


@pytest.mark.parametrize(
    ("level", "city_review", "stored"),
    [
        (BaseLevel.COUNTY, True, "county,city"),
        (BaseLevel.COUNTY, False, "county"),
        (BaseLevel.CITY, True, "city"),
        (BaseLevel.CITY, False, "city"),
    ],
)
def test_the_chain_follows_the_level_and_the_citys_parameter(
    level: BaseLevel, city_review: bool, stored: str
) -> None:
    chain = chains.chain_for(level, city_review)

    assert chains.encode(chain) == stored
    assert chains.decode(stored) == chain
    assert chains.first(chain).value == stored.split(",")[0]
    assert chains.publisher(chain).value == stored.split(",")[-1]


@pytest.mark.parametrize("text", ["", "city,county", "province", "county,county"])
def test_what_is_no_chain_is_not_read_as_one(text: str) -> None:
    with pytest.raises(ValueError, match=r"not a|not a chain"):
        chains.decode(text)


def test_the_office_that_acts_is_that_of_the_level() -> None:
    assert [office_of(level) for level in BaseLevel] == [Role.COUNTY, Role.CITY]


@pytest.mark.parametrize(
    ("facts", "label", "takes"),
    [
        (PUBLISHED, "发布中", True),
        (replace(PUBLISHED, deadline=TODAY - DAY), "已截止", False),
        (replace(PUBLISHED, accepted=2), "已满", False),
        (replace(PUBLISHED, accepted=2, deadline=TODAY - DAY), "已截止", False),
        (replace(PUBLISHED, base_is_approved=False), "发布中", False),
        (replace(PUBLISHED, state="approved", deadline=TODAY - DAY), "审核通过（未发布）", False),
        (replace(PUBLISHED, state="withdrawn"), "单位已撤销", False),
    ],
)
def test_a_position_shows_whether_it_takes_applications(
    facts: PositionFacts, label: str, takes: bool
) -> None:
    assert positions.shown_state(facts).label == label
    assert positions.takes_applications(facts) is takes


def test_a_deadline_moves_only_later_and_not_into_the_past() -> None:
    late = replace(PUBLISHED, deadline=TODAY - 5 * DAY)

    assert positions.extension_objection(late, TODAY) is None
    assert (
        positions.extension_objection(late, TODAY - DAY) == "新的报名截止日期不能早于今天（2026年11月23日）"
    )
    assert positions.extension_objection(PUBLISHED, TODAY) == "新的报名截止日期应晚于2026年11月23日"


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        (replace(APPROVED, start=TODAY + DAY), "待上岗"),
        (APPROVED, "在岗"),
        (replace(APPROVED, end=TODAY), "在岗"),
        (replace(APPROVED, end=TODAY - DAY), "见习期满"),
        (replace(APPROVED, left_on=TODAY), "已离岗"),
        (replace(APPROVED, left_on=TODAY + DAY), "在岗"),
        (replace(APPROVED, is_retained=True), "已留用"),
        (replace(APPROVED, state="waiting"), "等待审核"),
        (replace(APPROVED, state="rejected", was_on_duty=True), "审核不通过"),
    ],
)
def test_a_placement_shows_where_the_person_stands(facts: PlacementFacts, label: str) -> None:
    assert placements.shown_state(facts).label == label


def test_somebody_who_has_started_stays_on_duty_whatever_happens_to_the_papers() -> None:
    reopened = replace(APPROVED, state="rejected", was_on_duty=True)

    assert placements.has_started(reopened)
    assert placements.duty(reopened) is Duty.ON_DUTY
    assert placements.uses_chance(reopened)


@pytest.mark.parametrize(
    ("facts", "used"),
    [
        (replace(APPROVED, state="waiting"), False),
        (replace(APPROVED, start=TODAY + DAY), True),
        (replace(APPROVED, state="cancelled", start=TODAY + DAY), False),
        (replace(APPROVED, left_on=TODAY), True),
        (replace(APPROVED, left_on=TODAY - DAY), False),
    ],
)
def test_the_one_chance_is_used_by_an_approval_and_given_back_before_the_start(
    facts: PlacementFacts, used: bool
) -> None:
    assert placements.uses_chance(facts) is used


def test_an_unanswered_request_shows_as_lapsed_after_the_period() -> None:
    request = DepartureFacts(
        "waiting_employer", BaseLevel.CITY, TODAY - 90 * DAY, TODAY, TODAY, Duty.ON_DUTY, asked_by_person=True
    )

    assert departures.shown_state(request).label == "等待单位审核"
    assert departures.shown_state(replace(request, today=TODAY + DAY)).label == "已失效"


def test_the_day_of_a_departure_is_told_once_somebody_recorded_or_confirmed_it() -> None:
    made = DepartureFacts("", BaseLevel.COUNTY, TODAY, TODAY, TODAY, Duty.ON_DUTY, True)
    told = {state for state in DepartureState if departure_days.has_day(replace(made, state=state))}

    assert told == {"waiting_certificate", "waiting", "approved", "rejected"}
    passed_over = replace(made, state="rejected", decided_from="waiting_office")
    assert not departure_days.has_day(passed_over)
