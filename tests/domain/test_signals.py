"""提示: where each begins, and what it says."""

from datetime import date

import pytest

from jianxi.domain import signal_groups, signals
from jianxi.domain.periods import Period
from jianxi.domain.signal_groups import Record
from jianxi.domain.signals import Key

MINE = Period(date(2026, 9, 1), date(2027, 2, 28))


@pytest.mark.parametrize(
    ("people", "staff", "share", "told"),
    [
        (3, 10, 3_000, ""),
        (4, 10, 3_000, "职工总数10人的40%，超过30%"),
        (31, 100, 3_000, "的31%，超过30%"),
        (301, 1_000, 3_000, "的30.1%，超过30%"),
        (1, 3, 3_330, "的33.3%，超过33.3%"),
        (9, 0, 3_000, ""),
    ],
)
def test_headcount_is_told_above_its_share_of_staff_and_never_without_staff(
    people: int, staff: int, share: int, told: str
) -> None:
    found = signals.headcount("2026年9月花名册列入", people, staff, share)

    assert (found is not None) == bool(told)
    assert found is None or told in found.sentence


@pytest.mark.parametrize(
    ("last", "months", "is_told"),
    [
        (date(2026, 12, 31), 1, True),
        (date(2027, 1, 1), 1, True),
        (date(2027, 1, 30), 1, True),
        (date(2027, 1, 31), 1, False),
        (date(2027, 1, 31), 2, True),
        (date(2026, 12, 1), 0, False),
    ],
)
def test_a_contract_is_short_up_to_a_day_before_the_next_whole_month(
    last: date, months: int, is_told: bool
) -> None:
    assert (signals.retention(date(2026, 12, 1), last, months) is not None) == is_told


@pytest.mark.parametrize(
    ("first", "last", "follows"),
    [
        (date(2026, 3, 1), date(2026, 8, 31), True),
        (date(2026, 3, 1), date(2026, 8, 22), True),
        (date(2026, 3, 1), date(2026, 8, 21), False),
        (date(2027, 3, 1), date(2027, 8, 31), True),
        (date(2026, 10, 1), date(2026, 10, 31), True),
    ],
)
def test_periods_follow_each_other_within_a_long_holiday(first: date, last: date, follows: bool) -> None:
    assert signals.follows(MINE, Period(first, last)) == follows


def test_a_name_in_another_spelling_is_that_of_the_legal_representative() -> None:
    assert signals.representative("阿依古丽・买买提", "阿依古丽·买买提") is not None
    assert signals.representative("孙立国", "孙立") is None
    assert signals.representative("孙立", "") is None


def _record(id: int, county: str = "370102", employer: int = 1, key: Key = Key.PHONE) -> Record:
    days = (MINE.first, MINE.last)
    return Record(key, "m", id, id, f"人{id}", f"单位{employer}", employer, county, *days, is_mine=id == 1)


def test_many_others_are_told_by_three_names_and_those_out_of_sight_by_number() -> None:
    group = [_record(id) for id in range(1, 7)] + [_record(7, "370402", 2), _record(8, "370402", 3)]
    ((placement, signal),) = signal_groups.of_people(1, group, lambda county: county == "370102")

    assert placement == 1
    assert "与人2、人3、人4等5人，以及另外2个单位的2人相同" in signal.sentence


def test_whoever_shares_with_nobody_but_oneself_is_told_nothing() -> None:
    again = [_record(1, key=Key.SCAN), _record(1, key=Key.SCAN)]
    assert list(signal_groups.of_people(1, again, lambda county: True)) == []
