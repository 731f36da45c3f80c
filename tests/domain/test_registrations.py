"""录用上岗登记: lengths at the edges of months, how far back and ahead, insurance day by day, age on the start date."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jianxi.domain import registrations
from jianxi.domain.allowances import Raise
from jianxi.domain.bases import BaseLevel
from jianxi.domain.departures import DepartureFacts, is_lapsed
from jianxi.domain.eligibility import Graduate, Limits, Youth
from jianxi.domain.periods import DAY, Period, end_after
from jianxi.domain.registrations import Circumstances, Cover, Registration
from tests.domain.registration_cases import AGES, COHORTS, COVERED, LAPSES, LENGTHS, PUBLISHED, STARTS

LIMITS = Limits(16, 25, 2026, 3)
SEEN = Circumstances(
    today=date(2026, 11, 20),
    registered_on=date(2026, 11, 20),
    published_on=date(2026, 9, 1),
    backdating_days=30,
    least_months=3,
    most_months=12,
    who=Graduate(2026),
    limits=LIMITS,
)


def day(text: str) -> date:
    return date.fromisoformat(text)


def asked(first: str, last: str, *covers: tuple[str, str]) -> Registration:
    """Insured as given, else for the whole period."""
    rows = tuple(Cover("accident", "平安", "P1", day(a), day(b)) for a, b in covers or ((first, last),))
    return Registration(day(first), day(last), 260_000, "周强", rows)


@pytest.mark.parametrize(("first", "last", "fits"), LENGTHS.values(), ids=LENGTHS)
def test_a_period_is_three_to_twelve_months_long(first: str, last: str, fits: bool) -> None:
    seen = replace(SEEN, today=day(first))

    assert (registrations.end_fault(asked(first, last), seen) == "") is fits


@pytest.mark.parametrize(("first", "fits"), STARTS.values(), ids=STARTS)
def test_a_start_lies_at_most_30_days_back_and_a_year_ahead(first: str, fits: bool) -> None:
    assert (registrations.day_fault(day(first), SEEN) == "") is fits


@pytest.mark.parametrize(("published", "first", "fits"), PUBLISHED.values(), ids=PUBLISHED)
def test_a_start_is_never_before_the_first_publication(published: str, first: str, fits: bool) -> None:
    seen = replace(SEEN, published_on=day(published))

    assert (registrations.day_fault(day(first), seen) == "") is fits


@pytest.mark.parametrize(("covers", "gap"), COVERED.values(), ids=COVERED)
def test_insurance_covers_every_day(covers: tuple[tuple[str, str], ...], gap: str | None) -> None:
    found = registrations.uncovered(asked("2026-12-01", "2027-05-31", *covers))

    assert found == (day(gap) if gap else None)


@pytest.mark.parametrize(("born", "first", "fits"), AGES.values(), ids=AGES)
def test_a_youth_is_of_age_on_the_start_date(born: str, first: str, fits: bool) -> None:
    seen = replace(SEEN, who=Youth(day(born)))

    assert (registrations.person_fault(day(first), seen) == "") is fits


@pytest.mark.parametrize(("cohort", "fits"), COHORTS.values(), ids=COHORTS)
def test_a_graduate_is_of_an_admitted_cohort_on_the_start_date(cohort: int, fits: bool) -> None:
    seen = replace(SEEN, who=Graduate(cohort))

    assert (registrations.person_fault(day("2026-12-01"), seen) == "") is fits


@pytest.mark.parametrize(("state", "today", "lapsed"), LAPSES.values(), ids=LAPSES)
def test_a_request_that_is_open_when_the_period_ends_lapses(state: str, today: str, lapsed: bool) -> None:
    facts = DepartureFacts(
        state=state,
        base_level=BaseLevel.COUNTY,
        start=day("2026-12-01"),
        end=day("2027-05-31"),
        today=day(today),
        duty=None,
        asked_by_person=True,
    )

    assert is_lapsed(facts) is lapsed


def test_what_is_proposed_is_taken() -> None:
    for first in (day("2026-11-01") + timedelta(days=each) for each in range(400)):
        seen = replace(SEEN, today=first)
        for months in (3, 12):
            row = Cover("injury", "", "", first, end_after(first, months))
            whole = Registration(first, row.last_day, 1, "周强", (row,))
            assert registrations.end_fault(whole, seen) == "", (first, months)
            assert registrations.uncovered(whole) is None
        shorter = replace(whole, ends_on=end_after(first, 3) - DAY)
        assert registrations.end_fault(shorter, seen), first


def test_days_that_something_was_built_on_stay() -> None:
    fixed = Period(day("2026-12-01"), day("2027-05-31"))

    assert registrations.faults(asked("2026-12-01", "2027-05-31"), replace(SEEN, fixed=fixed)) == {}
    moved = registrations.faults(asked("2026-12-02", "2027-05-31"), replace(SEEN, fixed=fixed))
    assert moved["starts_on"].endswith("不能修改，应为2026年12月1日至2027年5月31日")


def test_whoever_has_begun_cannot_begin_later() -> None:
    seen = replace(SEEN, was_on_duty=True)

    assert registrations.day_fault(day("2026-11-20"), seen) == ""
    assert "上岗日期不能晚于今天" in registrations.day_fault(day("2026-11-21"), seen)


def test_what_was_raised_since_bounds_the_period_and_what_is_registered() -> None:
    seen = replace(SEEN, raises=(Raise(day("2027-01-01"), 280_000),))
    whole = asked("2026-12-01", "2027-05-31")

    assert registrations.faults(whole, seen) == {}
    assert (
        "低于调整后的数额" in registrations.faults(replace(whole, allowance_fen=280_000), seen)["allowance"]
    )
    assert "2027年1月1日起调整" in registrations.end_fault(asked("2027-01-02", "2027-05-31"), seen)


def test_company_and_number_are_asked_for_but_of_state_insurance() -> None:
    whole = asked("2026-12-01", "2027-05-31")
    bare = [replace(row, company="", policy_number="") for row in whole.insurance]

    private = registrations.insurance_faults(replace(whole, insurance=(bare[0],)))
    state = registrations.insurance_faults(replace(whole, insurance=(replace(bare[0], kind="injury"),)))

    assert private == {"insurance-0-company": "请填写保险公司", "insurance-0-policy_number": "请填写保单号"}
    assert state == {}
    assert set(registrations.insurance_faults(replace(whole, insurance=tuple(bare * 4)))) >= {"insurance"}
