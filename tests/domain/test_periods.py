"""Days and periods, both ends inside."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain import periods
from jianxi.domain.periods import Period

days = st.dates(date(2000, 1, 1), date(2090, 1, 1))
spans = st.builds(
    lambda first, length: Period(first, first + timedelta(days=length)), days, st.integers(0, 800)
)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        (date(2025, 8, 1), 6, date(2026, 1, 31)),
        (date(2025, 9, 16), 3, date(2025, 12, 15)),
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2025, 11, 29), 3, date(2026, 2, 28)),
        (date(2025, 11, 28), 3, date(2026, 2, 27)),
        (date(2025, 12, 31), 2, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2025, 12, 1), 12, date(2026, 11, 30)),
    ],
)
def test_n_months_end_the_day_before_the_same_day(first: date, months: int, last: date) -> None:
    assert periods.end_after(first, months) == last


@given(days, st.integers(1, 24))
def test_a_later_start_never_ends_earlier(first: date, months: int) -> None:
    assert periods.end_after(first, months) <= periods.end_after(first + timedelta(days=1), months)


def test_three_to_twelve_months_hold_both_their_ends() -> None:
    first = date(2025, 11, 30)
    lengths = [date(2026, 2, 27), date(2026, 2, 28), date(2026, 11, 29), date(2026, 11, 30)]
    fits = [periods.lasts_between(Period(first, last), 3, 12) for last in lengths]
    assert fits == [False, True, True, False]


def test_a_period_counts_both_its_ends() -> None:
    assert Period(date(2026, 2, 28), date(2026, 2, 28)).days == 1
    assert date(2026, 2, 28) in Period(date(2026, 2, 1), date(2026, 2, 28))


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="ends on or after"):
        Period(date(2026, 2, 2), date(2026, 2, 1))


@given(spans, spans)
def test_an_overlap_holds_exactly_the_days_of_both(one: Period, other: Period) -> None:
    shared = periods.overlap(one, other)
    assert shared == periods.overlap(other, one)
    touching = one.first in other or other.first in one
    assert (shared is not None) == touching


@given(spans)
def test_calendar_months_share_out_every_day(whole: Period) -> None:
    parts = [periods.overlap(month, whole) for month in periods.calendar_months(whole)]
    assert sum(part.days for part in parts if part) == whole.days


def test_insurance_that_begins_a_day_late_leaves_a_gap() -> None:
    whole = Period(date(2026, 1, 1), date(2026, 3, 31))
    early = Period(date(2025, 12, 1), date(2026, 1, 31))
    assert periods.first_gap([Period(date(2026, 2, 1), date(2026, 4, 1)), early], whole) is None
    assert periods.first_gap([Period(date(2026, 2, 2), date(2026, 4, 1)), early], whole) == date(2026, 2, 1)
    assert periods.first_gap([early], whole) == date(2026, 2, 1)
    assert periods.first_gap([], whole) == date(2026, 1, 1)


def test_today_is_the_date_in_shanghai() -> None:
    assert periods.today(datetime(2026, 11, 22, 15, 59, tzinfo=UTC)) == date(2026, 11, 22)
    assert periods.today(datetime(2026, 11, 22, 16, 0, tzinfo=UTC)) == date(2026, 11, 23)


def test_an_instant_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        periods.today(datetime.fromisoformat("2026-11-22T00:00"))


def test_working_days_leave_out_weekends_and_holidays() -> None:
    friday = date(2026, 11, 20)
    assert periods.after_working_days(friday, 5) == date(2026, 11, 27)
    assert periods.after_working_days(friday, 5, frozenset({date(2026, 11, 23)})) == date(2026, 11, 30)
