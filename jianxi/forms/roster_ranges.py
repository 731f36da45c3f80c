"""起始月份, 截止月份 and kind of a 花名册, as an address or a form gives them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import DAY, Period, month_of
from jianxi.domain.roster_words import is_whole_year, spoken
from jianxi.domain.rosters import RosterKind
from jianxi.forms.addresses import one
from jianxi.forms.reading import Raw

MOST = 24
"""Months of one roster: more rows than this nobody checks at once."""
FIRST_YEAR = 2000
"""Before it nobody was paid anything."""
_MONTH = re.compile("([0-9]{4})-?([0-9]{2})")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a roster is asked for."""

    kind: RosterKind
    period: Period

    @property
    def query(self) -> dict[str, str]:
        """As the address has it."""
        first, last = self.period.first, self.period.last
        return {"kind": self.kind.value, "from": f"{first:%Y-%m}", "to": f"{last:%Y-%m}"}


def read_asked(raw: Raw, today: date) -> Asked:
    """`Invalid` by field for months that are none, in the wrong order, not over yet, or too many."""
    kind = RosterKind(one(raw, "kind")) if one(raw, "kind") in set(RosterKind) else RosterKind.PERIOD
    first, messages = _month(raw, "from", "起始月份"), dict[str, str]()
    last = _month(raw, "to", "截止月份")
    for name, found in (("from", first), ("to", last)):
        if isinstance(found, str):
            messages[name] = found
        elif found.last >= today:
            messages[name] = f"{spoken(found)}还没有结束，该月结束后可以报送"
    if messages or isinstance(first, str) or isinstance(last, str):
        raise Invalid(messages)
    if last.first < first.first:
        raise Invalid({"to": "截止月份应不早于起始月份"})
    if sum(1 for _ in months(Period(first.first, last.last))) > MOST:
        raise Invalid({"to": f"一份花名册最多{MOST}个月，请分几份报送"})
    if kind is RosterKind.SETTLEMENT and not is_whole_year(Period(first.first, last.last)):
        raise Invalid({"to": "年度清算按自然年办理，应从1月到12月"})
    return Asked(kind, Period(first.first, last.last))


def months(period: Period) -> Iterable[date]:
    """The first day of each month of a period."""
    day = period.first.replace(day=1)
    while day <= period.last:
        yield day
        day = month_of(day).last + DAY


def finished_quarter(today: date) -> Period:
    """The last quarter that is over."""
    begins = date(today.year, today.month - (today.month - 1) % 3, 1)
    last = begins - DAY
    return Period(date(last.year, last.month - 2, 1), last)


def runs(found: Iterable[date]) -> list[Period]:
    """Months as unbroken periods that a roster may have, in the order of time."""
    periods: list[Period] = []
    for month in sorted(set(found)):
        if periods and periods[-1].last + DAY == month and len(list(months(periods[-1]))) < MOST:
            periods[-1] = Period(periods[-1].first, month_of(month).last)
        else:
            periods.append(month_of(month))
    return periods


def _month(raw: Raw, name: str, label: str) -> Period | str:
    """The month, or what is wrong with it."""
    typed = one(raw, name)
    if not typed:
        return f"请选择{label}"
    found = _MONTH.fullmatch(typed)
    if found is None or not 1 <= int(found[2]) <= 12 or not FIRST_YEAR <= int(found[1]) <= 2999:
        return f"{label}应为年和月，例如2025-08"
    return month_of(date(int(found[1]), int(found[2]), 1))
