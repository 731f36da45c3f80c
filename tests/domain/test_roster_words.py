"""Months and names of rosters as sentences have them."""

from datetime import date

from jianxi.domain import reference_numbers, roster_words
from jianxi.domain.periods import Period


def months(*numbers: tuple[int, int]) -> list[date]:
    return [date(year, month, 1) for year, month in numbers]


def test_months_are_told_in_runs_and_the_year_only_where_it_changes() -> None:
    for numbers, words in (
        ([(2025, 8)], "2025年8月"),
        ([(2025, 9), (2025, 8)], "2025年8月至9月"),
        ([(2025, 7), (2025, 8), (2025, 11)], "2025年7月至8月、11月"),
        ([(2025, 12), (2026, 1), (2026, 3)], "2025年12月至2026年1月、3月"),
        ([(2025, 1), (2026, 1)], "2025年1月、2026年1月"),
    ):
        assert roster_words.listed(months(*numbers)) == words


def test_a_roster_is_called_by_its_months_or_its_year_and_its_version() -> None:
    autumn = Period(date(2025, 7, 1), date(2025, 9, 30))
    year = Period(date(2025, 1, 1), date(2025, 12, 31))

    assert roster_words.title("period", autumn) == "2025年7月至9月补贴经费花名册"
    assert roster_words.title("settlement", year, 2) == "2025年年度清算（第2版）"
    assert roster_words.is_whole_year(year) and not roster_words.is_whole_year(autumn)
    assert roster_words.is_whole_months(autumn)
    assert not roster_words.is_whole_months(Period(date(2025, 7, 1), date(2025, 9, 29)))


def test_a_number_of_a_roster_begins_with_h_and_is_checked() -> None:
    number = roster_words.number("370102", 2026, 7)

    assert number.startswith("JX3701-26-H0007-")
    assert reference_numbers.check(number) == number
