"""What 统计 is narrowed to, read from the address: 地区 and the months from one to another, both inside."""

import re
from dataclasses import dataclass
from datetime import date

from jianxi.domain import regions
from jianxi.domain.periods import DAY, Period, calendar_months, month_of
from jianxi.domain.statistics import FIGURES
from jianxi.domain.waiting_times import OFFICES, REVIEWS
from jianxi.forms.addresses import one
from jianxi.forms.reading import Raw

MOST = 36
"""Months at once: what is asked for before them is left out, and said to be."""
_REVIEWED = {f"{review.key}.{office}" for review in REVIEWS for office in OFFICES}
_MONTH = re.compile("(20[0-9]{2})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class StatisticsFilters:
    """`place` is a region of the office's scope; "" for all of it."""

    first: date
    """Of the first month."""
    last: date
    """The last day of the last month."""
    today: date
    place: str = ""
    figure: str = ""
    """Which figure is broken down, by its key."""
    is_cut: bool = False
    """More than `MOST` months were asked for."""

    @property
    def months(self) -> tuple[Period, ...]:
        return tuple(calendar_months(Period(self.first, self.last)))

    @property
    def query(self) -> dict[str, str]:
        """As the address has it."""
        place = {"place": self.place} if self.place else {}
        return {"from": f"{self.first:%Y-%m}", "to": f"{self.last:%Y-%m}", **place}


def read_filters(raw: Raw, scope: str, today: date) -> StatisticsFilters:
    """Months that are not named are those of this year, up to today; one after the other whichever was typed first."""
    first, last = sorted((_month(raw, "from") or date(today.year, 1, 1), _month(raw, "to") or today))
    last = min(month_of(last).last, month_of(today).last)
    earliest = _months_before(last, MOST - 1)
    first = min(first, last.replace(day=1))
    place, figure = one(raw, "place"), one(raw, "figure")
    is_inside = re.fullmatch("[0-9]{6}", place) and regions.contains(scope, place) and place != scope
    return StatisticsFilters(
        first=max(first, earliest),
        last=last,
        today=today,
        place=place if is_inside else "",
        figure=figure if figure in FIGURES or figure in _REVIEWED else "",
        is_cut=first < earliest,
    )


def presets(today: date) -> tuple[tuple[str, dict[str, str]], ...]:
    """今年, 去年 and 近12个月, as an address has them."""
    this, back = today.year, _months_before(today, 11)
    spans = (
        ("今年", date(this, 1, 1), today),
        ("去年", date(this - 1, 1, 1), date(this - 1, 12, 31)),
        ("近12个月", back, today),
    )
    return tuple((name, {"from": f"{first:%Y-%m}", "to": f"{last:%Y-%m}"}) for name, first, last in spans)


def _months_before(day: date, count: int) -> date:
    """The first of the month that lies so many before."""
    for _ in range(count):
        day = day.replace(day=1) - DAY
    return day.replace(day=1)


def _month(raw: Raw, name: str) -> date | None:
    month = one(raw, name)
    return date.fromisoformat(f"{month}-01") if _MONTH.fullmatch(month) else None
