"""What the list of 见习上岗审核 is narrowed to, read from the address: anything unknown there narrows nothing."""

from dataclasses import dataclass

from jianxi.domain.bases import BaseLevel
from jianxi.domain.placements import PlacementState
from jianxi.domain.texts import fold
from jianxi.forms.addresses import one, words
from jianxi.forms.day_ranges import read_days, told_days
from jianxi.forms.reading import Raw

DAYS = ("began", "on_duty", "completed", "retained")
ALL, ELSEWHERE = "all", "waiting_elsewhere"
"""Every state; and what waits for the other of county and city, which this office only reads."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty is no condition. The list opens with what waits for the office."""

    state: str = PlacementState.WAITING.value
    words: str = ""
    """Parts of the person's name, the unit's or the post's."""
    county: str = ""
    level: str = ""
    days: str = ""
    """Days that a number of 统计 is of (forms/day_ranges.py)."""

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(fold(self.words).split())

    @property
    def days_told(self) -> str:
        return told_days(self.days)


def read_filters(raw: Raw) -> Filters:
    state, county, level = one(raw, "state"), one(raw, "county"), one(raw, "level")
    known = state in (ALL, ELSEWHERE, *PlacementState)
    return Filters(
        state="" if state == ALL else state if known else PlacementState.WAITING.value,
        words=words(raw),
        county=county if len(county) == 6 and county.isascii() and county.isdigit() else "",
        level=level if level in tuple(BaseLevel) else "",
        days=read_days(raw, DAYS),
    )
