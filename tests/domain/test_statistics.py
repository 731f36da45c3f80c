"""Figures of 统计: exact shares and medians, days that have come, and words for each."""

from datetime import date
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain import statistics
from jianxi.domain.periods import Period
from jianxi.domain.statistics import DEFINED, days_told, percent, rate
from jianxi.domain.waiting_times import Waited, told_days

TODAY = date(2026, 11, 20)


def test_a_share_is_cut_off_and_is_a_dash_where_there_is_nothing_below() -> None:
    shares = [rate(1, 2), rate(1, 0), rate(0, 5), rate(371, 267), rate(1249, 1251), rate(0, 0)]
    assert [percent(share) for share in shares] == ["33.3%", "100.0%", "0.0%", "58.1%", "49.9%", "—"]


@given(st.lists(st.integers(0, 400), min_size=1, max_size=30))
def test_the_median_is_that_of_all_put_in_order(days: list[int]) -> None:
    counted = Waited({day: days.count(day) for day in days})
    ordered = sorted(days)
    middle = len(days) // 2
    plain = ordered[middle] if len(days) % 2 else Fraction(ordered[middle - 1] + ordered[middle], 2)
    assert (counted.median, counted.longest, counted.count) == (plain, ordered[-1], len(days))
    assert told_days(counted.median) == f"{float(plain):g}天"


def test_nothing_decided_has_neither_median_nor_longest() -> None:
    nothing = Waited({})
    assert [told_days(nothing.median), told_days(nothing.longest)] == ["—", "—"]


def test_a_figure_tells_only_of_days_that_have_come() -> None:
    month, ahead = (
        Period(date(2026, 11, 1), date(2026, 11, 30)),
        Period(date(2026, 12, 1), date(2026, 12, 31)),
    )
    begun, over = statistics.BEGUN, statistics.COMPLETED
    assert days_told(begun, month, TODAY) == Period(date(2026, 11, 1), TODAY)
    assert days_told(over, month, TODAY) == Period(date(2026, 11, 1), date(2026, 11, 19))
    assert days_told(statistics.ON_DUTY, month, TODAY) == Period(TODAY, TODAY)
    assert days_told(begun, ahead, TODAY) is None


def test_every_figure_has_one_sentence_and_a_label_of_its_own() -> None:
    assert [each.key for each in DEFINED if not each.definition.endswith("。")] == []
    assert len({each.label for each in DEFINED}) == len(DEFINED)
