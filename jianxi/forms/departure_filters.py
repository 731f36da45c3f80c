"""What the list of 终止见习审核 is narrowed to, read from the address: anything unknown there narrows nothing."""

from collections.abc import Collection
from dataclasses import dataclass

from jianxi.domain.bases import BaseLevel
from jianxi.domain.departures import DepartureState
from jianxi.domain.texts import fold
from jianxi.forms.addresses import one, words
from jianxi.forms.day_ranges import read_days, told_days
from jianxi.forms.reading import Raw

ALL = "all"
ELSEWHERE = "elsewhere"
"""What waits for the other office, of the other level."""
ASKED_BY = {"person": "本人申请", "employer": "单位登记"}
"""提出方."""


@dataclass(frozen=True, slots=True)
class DepartureFilters:
    """Empty is no condition."""

    state: str = ""
    words: str = ""
    """Parts of the unit's, the person's or the post's name."""
    county: str = ""
    level: str = ""
    asked: str = ""
    days: str = ""
    """Days that a number of 统计 is of (forms/day_ranges.py)."""

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(fold(self.words).split())

    @property
    def days_told(self) -> str:
        return told_days(self.days)


def read_filters(raw: Raw) -> DepartureFilters:
    """The list opens with what waits with its certificate; "all" asks for every state."""
    state, county = one(raw, "state"), one(raw, "county")
    known = state in (*DepartureState, ELSEWHERE)
    return DepartureFilters(
        state="" if state == ALL else state if known else DepartureState.WAITING.value,
        words=words(raw),
        county=county if county.isascii() and county.isdigit() else "",
        level=_known(raw, "level", tuple(BaseLevel)),
        asked=_known(raw, "asked", ASKED_BY),
        days=read_days(raw, ("left",)),
    )


def _known(raw: Raw, name: str, allowed: Collection[str]) -> str:
    value = one(raw, name)
    return value if value in allowed else ""
