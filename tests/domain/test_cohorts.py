"""Cohorts of graduates."""

from datetime import date

import pytest

from jianxi.domain import cohorts
from jianxi.domain.cohorts import Standing


def test_the_current_cohort_is_the_calendar_year_unless_entered() -> None:
    assert cohorts.current(None, date(2026, 11, 22)) == 2026
    assert cohorts.current(2025, date(2026, 11, 22)) == 2025


@pytest.mark.parametrize(
    ("graduated", "standing"),
    [
        (2020, Standing.CURRENT),
        (2019, Standing.EARLIER),
        (2017, Standing.EARLIER),
        (2016, Standing.OUTSIDE),
        (2021, Standing.OUTSIDE),
    ],
)
def test_the_current_cohort_and_the_three_before_it_are_inside(graduated: int, standing: Standing) -> None:
    assert cohorts.standing(graduated, cohort=2020, window=3) is standing


def test_the_window_of_the_manual_is_16_to_18_for_2019() -> None:
    assert list(cohorts.earlier(2019, 3)) == [2016, 2017, 2018]
