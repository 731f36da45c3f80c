"""Days and periods 起止: both ends inside, in the calendar of Asia/Shanghai."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

SHANGHAI = timezone(timedelta(hours=8), "Asia/Shanghai")
"""A fixed offset: it has been the whole truth since 1992, and needs no time zone files on the machine."""

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From the first day to the last, both inside."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a period ends on or after its first day")

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def today(now: datetime) -> date:
    """The date in Shanghai at an instant; an instant without a zone is refused."""
    return in_shanghai(now).date()


def in_shanghai(now: datetime) -> datetime:
    """An instant on Shanghai's clock, for showing."""
    if now.tzinfo is None or now.utcoffset() is None:
        raise ValueError("an instant without a time zone says nothing")
    return now.astimezone(SHANGHAI)


def days_in_month(day: date) -> int:
    return monthrange(day.year, day.month)[1]


def month_of(day: date) -> Period:
    """The calendar month that a day lies in."""
    return Period(day.replace(day=1), day.replace(day=days_in_month(day)))


def end_after(first: date, months: int) -> date:
    """The last day of n months: the day before that day n months on; if it is missing, the month's last."""
    years, month = divmod(first.month - 1 + months, 12)
    target = date(first.year + years, month + 1, 1)
    length = days_in_month(target)
    if first.day > length:
        return target.replace(day=length)
    return target.replace(day=first.day) - DAY


def months_from(first: date, months: int) -> Period:
    """The period of n months that begins on a day."""
    return Period(first, end_after(first, months))


def lasts_between(period: Period, least: int, most: int) -> bool:
    """Whether a period is at least `least` and at most `most` months long."""
    return end_after(period.first, least) <= period.last <= end_after(period.first, most)


def overlap(one: Period, other: Period) -> Period | None:
    """The days that lie in both."""
    first, last = max(one.first, other.first), min(one.last, other.last)
    return Period(first, last) if first <= last else None


def calendar_months(period: Period) -> Iterator[Period]:
    """Every calendar month that a period touches, whole."""
    month = month_of(period.first)
    while month.first <= period.last:
        yield month
        month = month_of(month.last + DAY)


def first_gap(parts: Iterable[Period], whole: Period) -> date | None:
    """The first day of the whole that no part covers; None if together they cover it (as insurance must)."""
    day = whole.first
    for part in sorted(parts):
        if part.first > day:
            break
        day = max(day, part.last + DAY)
    return day if day <= whole.last else None


def after_working_days(day: date, count: int, holidays: frozenset[date] = frozenset()) -> date:
    """The `count`-th working day after a day; Saturdays, Sundays and the holidays given are none."""
    while count > 0:
        day += DAY
        if day.weekday() < 5 and day not in holidays:
            count -= 1
    return day


def working_days_between(day: date, later: date, holidays: frozenset[date] = frozenset()) -> int:
    """How many working days have begun after a day, up to a later one; 0 when none is later."""
    days = (day + DAY * ahead for ahead in range(1, (later - day).days + 1))
    return sum(1 for each in days if each.weekday() < 5 and each not in holidays)


def spoken(day: date) -> str:
    """2027年3月1日, as sentences and papers have it."""
    return f"{day.year}年{day.month}月{day.day}日"
