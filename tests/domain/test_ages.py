"""Ages by the calendar."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain.ages import age_on, birthday, reached, within

days = st.dates(date(1900, 1, 1), date(2100, 1, 1))


def test_an_age_is_reached_on_the_birthday_itself() -> None:
    assert not reached(date(2010, 3, 1), 16, date(2026, 2, 28))
    assert reached(date(2010, 3, 1), 16, date(2026, 3, 1))


def test_a_birthday_of_29_february_is_1_march_in_common_years() -> None:
    assert birthday(date(2008, 2, 29), 17) == date(2025, 3, 1)
    assert birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)
    assert age_on(date(2008, 2, 29), date(2025, 2, 28)) == 16


def test_the_window_holds_both_its_first_and_last_day() -> None:
    born = date(2001, 11, 22)
    inside = [within(born, 16, 25, day) for day in (date(2017, 11, 22), date(2026, 11, 21))]
    outside = [within(born, 16, 25, day) for day in (date(2017, 11, 21), date(2026, 11, 22))]
    assert inside == [True, True]
    assert outside == [False, False]


@given(days, st.integers(0, 100))
def test_age_and_birthday_agree(born: date, years: int) -> None:
    day = birthday(born, years)
    assert age_on(born, day) == years
    assert age_on(born, day - timedelta(days=1)) == years - 1
