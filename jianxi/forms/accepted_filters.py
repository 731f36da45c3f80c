"""What the 录用名单 of an office is narrowed to, read from the address: anything unknown there narrows nothing."""

from dataclasses import dataclass

from jianxi.domain.applications import ApplicationState
from jianxi.domain.texts import fold
from jianxi.forms.addresses import one, words
from jianxi.forms.day_ranges import read_days, told_days
from jianxi.forms.reading import Raw

ALL = "all"
LARGEST_ID = 2**31 - 1
STATES = (ApplicationState.ACCEPTED, ApplicationState.CANCELLED)
"""What an office sees: accepted, and accepted once but no longer."""


@dataclass(frozen=True, slots=True)
class AcceptedFilters:
    """Empty is no condition; without a state the list opens at those whose acceptance stands."""

    state: str = ApplicationState.ACCEPTED.value
    words: str = ""
    """Parts of the person's name, the unit's or the position's."""
    county: str = ""
    position: int | None = None
    days: str = ""
    """Days that a number of 统计 is of (forms/day_ranges.py)."""

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(fold(self.words).split())

    @property
    def days_told(self) -> str:
        return told_days(self.days)


def read_filters(raw: Raw) -> AcceptedFilters:
    state, position, county = one(raw, "state"), one(raw, "position"), one(raw, "county")
    known = state == ALL or state in STATES
    is_id = position.isascii() and position.isdigit() and len(position) <= 10 and int(position) <= LARGEST_ID
    return AcceptedFilters(
        state="" if state == ALL else state if known else ApplicationState.ACCEPTED.value,
        words=words(raw),
        county=county if len(county) == 6 and county.isascii() and county.isdigit() else "",
        position=int(position) if is_id else None,
        days=read_days(raw, ("accepted",)),
    )
