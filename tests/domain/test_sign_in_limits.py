"""Windows, waits and sentences of 登录次数限制."""

from datetime import UTC, datetime, timedelta

import pytest

from jianxi.domain.sign_in_limits import (
    ELSE,
    HOUR,
    MINUTE,
    Family,
    Limit,
    TooMany,
    Window,
    counted_as,
    free_for_another,
    free_from,
    next_wait,
    overall,
    sentence,
    wait_after,
)

NOW = datetime(2026, 11, 20, 6, 23, tzinfo=UTC)
"""14:23 in Shanghai."""


def told(until: datetime) -> str:
    return sentence(Limit.AREA, Family.IDENTITY, until, NOW).partition("。")[0]


@pytest.mark.parametrize(
    ("wait", "says"),
    [
        (timedelta(minutes=12), "请在14:35以后（约12分钟后）再试"),
        (timedelta(seconds=1), "请在14:24以后（约1分钟后）再试"),
        (timedelta(minutes=11, seconds=1), "请在14:35以后（约12分钟后）再试"),
        (timedelta(hours=1), "请在15:23以后（约1小时后）再试"),
        (timedelta(hours=4, minutes=5), "请在18:28以后（约4小时5分钟后）再试"),
        (timedelta(hours=16), "请在11月21日06:23以后（约16小时后）再试"),
    ],
)
def test_the_wait_is_told_in_words(wait: timedelta, says: str) -> None:
    assert told(NOW + wait) == f"尝试次数过多，{says}"


def test_every_refusal_says_what_else_to_do() -> None:
    possible = {(limit, family) for limit, family in ELSE}
    assert {(Limit.WRONG, Family.IDENTITY), (Limit.WRONG, Family.ACCOUNT)} <= possible
    assert {(Limit.ADDRESS, family) for family in Family} <= possible
    assert {(Limit.AREA, Family.IDENTITY), (Limit.OVERALL, Family.IDENTITY)} <= possible


def test_retry_after_never_comes_too_early() -> None:
    no = TooMany(Limit.AREA, Family.IDENTITY, NOW + timedelta(seconds=9, milliseconds=1), NOW)
    assert no.seconds == 10


def test_the_waits_double_from_a_quarter_of_an_hour_to_a_day() -> None:
    minutes = [wait_after(number) // MINUTE for number in range(1, 10)]
    assert minutes == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]
    assert wait_after(10_000) == timedelta(days=1)


@pytest.mark.parametrize(
    ("wrong_before", "waits", "until", "which"),
    [
        (3, 0, None, 0),
        (4, 0, None, 1),
        (0, 1, NOW, 2),
        (0, 1, NOW - timedelta(hours=23), 2),
        (0, 1, NOW - timedelta(hours=24), 0),
        (4, 6, NOW - timedelta(hours=24), 1),
    ],
)
def test_a_wait_follows_the_one_before_for_a_day(
    wrong_before: int, waits: int, until: datetime | None, which: int
) -> None:
    assert next_wait(wrong_before, waits, until, NOW) == which


def test_a_window_is_free_when_its_oldest_try_has_left() -> None:
    times = [NOW - timedelta(minutes=age) for age in (59, 10, 5)]
    assert free_from(times, Window(3, HOUR), NOW) == NOW + MINUTE
    assert free_from(times, Window(4, HOUR), NOW) is None
    assert free_from([NOW - HOUR, *times], Window(4, HOUR), NOW) is None


def test_distinct_subjects_are_counted_by_their_newest_try() -> None:
    newest = {"a": NOW - timedelta(minutes=50), "b": NOW}
    assert free_for_another(newest, "c", Window(2, HOUR), NOW) == NOW + timedelta(minutes=10)
    assert free_for_another(newest, "a", Window(2, HOUR), NOW) is None


@pytest.mark.parametrize(
    ("hours", "most"),
    [([], 1_000), ([300] * 168, 1_500), ([300] * 84, 1_000), ([300] * 85, 1_500), ([10] * 168, 1_000)],
)
def test_all_together_may_five_times_the_median_and_never_less_than_a_thousand(
    hours: list[int], most: int
) -> None:
    assert overall(hours) == most


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("203.0.113.7", "203.0.113.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.7", "203.0.113.7"),
        ("fe80::1%eth0", "fe80::/64"),
        ("", ""),
        ("unknown", "unknown"),
    ],
)
def test_an_address_is_counted_by_what_one_household_has(address: str, counted: str) -> None:
    assert counted_as(address) == counted
