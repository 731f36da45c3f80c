"""What an office's list of 花名册, the lines of one and the summary of 补贴经费 are narrowed to, read from the address."""

import re
from dataclasses import dataclass
from datetime import date

from jianxi.domain.periods import Period, month_of
from jianxi.domain.rosters import RosterKind, RosterState
from jianxi.domain.texts import fold
from jianxi.forms.addresses import one, words
from jianxi.forms.reading import Raw

ALL = "all"
ELSEWHERE = "elsewhere"
"""已报送, and the other office's to decide: of a base of the other level."""
CORRECTED = "corrected"
"""已接受, and a 更正 of it was accepted since."""
KINDS = {RosterKind.PERIOD.value: "补贴经费花名册", RosterKind.SETTLEMENT.value: "年度清算"}
LINES = {
    ALL: "全部",
    "asked": "有疑问",
    "signals": "有提示",
    "pending": "待定",
    "excluded": "不予补贴",
    "differing": "有差异",
}
"""Which lines of a roster are shown."""
_MONTH = re.compile("(20[0-9]{2})-(0[1-9]|1[0-2])")
_YEAR = re.compile("20[0-9]{2}")
_LISTED = (RosterState.SENT, RosterState.RETURNED, RosterState.ACCEPTED, ELSEWHERE, CORRECTED)


@dataclass(frozen=True, slots=True)
class RosterFilters:
    """Empty is no condition; months as 2025-08."""

    state: str = ""
    words: str = ""
    """Parts of the unit's name, its credit code, or a 编号."""
    county: str = ""
    kind: str = ""
    first: str = ""
    last: str = ""
    employer: str = ""
    note: str = ""
    """What of the months that were typed is not taken as typed; empty where all is."""

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(fold(self.words).split())

    @property
    def first_day(self) -> date | None:
        return first_of(self.first)

    @property
    def last_day(self) -> date | None:
        return last_of(self.last)


@dataclass(frozen=True, slots=True)
class SummaryFilters:
    """Months from the first to the last, both inside; of a year where neither is named."""

    first: str
    last: str
    county: str = ""
    kind: str = ""
    note: str = ""
    """As of `RosterFilters`."""

    @property
    def period(self) -> Period:
        return Period(_day(self.first), month_of(_day(self.last)).last)

    @property
    def year(self) -> str:
        """The year that the months are all of; "" for other months."""
        year = self.first[:4]
        return year if (self.first, self.last) == (f"{year}-01", f"{year}-12") else ""


def read_filters(raw: Raw) -> RosterFilters:
    """The list opens with what waits for this office; "all" asks for every state."""
    state, employer = one(raw, "state"), one(raw, "employer")
    first, last, note = _months(raw)
    return RosterFilters(
        state="" if state == ALL else state if state in _LISTED else RosterState.SENT.value,
        words=words(raw),
        county=_county(raw),
        kind=_kind(raw),
        first=first,
        last=last,
        note=note,
        employer=employer if re.fullmatch("[1-9][0-9]{0,8}", employer) else "",
    )


def read_summary(raw: Raw, today: date) -> SummaryFilters:
    """A month that is named goes before the year; without any it is the year of today."""
    year = one(raw, "year")
    year = year if _YEAR.fullmatch(year) else f"{today.year}"
    first, last, note = _months(raw)
    if not (first or last):
        return SummaryFilters(f"{year}-01", f"{year}-12", _county(raw), _kind(raw), note)
    return SummaryFilters(first or last, last or first, _county(raw), _kind(raw), note)


def read_lines(raw: Raw) -> str:
    """A key of LINES."""
    shown = one(raw, "lines")
    return shown if shown in LINES else ALL


def first_of(month: str) -> date | None:
    return _day(month) if month else None


def last_of(month: str) -> date | None:
    return month_of(_day(month)).last if month else None


def _day(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _months(raw: Raw) -> tuple[str, str, str]:
    """From the earlier to the later month, and what has to be said about those that were typed."""
    typed = [("起始月份", one(raw, "from")), ("截止月份", one(raw, "to"))]
    wrong = [label for label, month in typed if month and not _MONTH.fullmatch(month)]
    first, last = (month if _MONTH.fullmatch(month) else "" for _, month in typed)
    if wrong:
        return first, last, f"{'、'.join(wrong)}应为年和月，例如2025-08；没有按所填的{'、'.join(wrong)}查找。"
    if first and last and last < first:
        return last, first, f"截止月份应不早于起始月份；已按{last}至{first}查找。"
    return first, last, ""


def _kind(raw: Raw) -> str:
    kind = one(raw, "kind")
    return kind if kind in KINDS else ""


def _county(raw: Raw) -> str:
    county = one(raw, "county")
    return county if re.fullmatch("[0-9]{6}", county) else ""
