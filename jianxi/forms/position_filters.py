"""What a list of 见习岗位 is narrowed to, read from the address: anything unknown there narrows nothing."""

from collections.abc import Collection
from dataclasses import dataclass

from jianxi.domain.bases import BaseLevel
from jianxi.domain.codes import CATEGORIES
from jianxi.domain.positions import PositionState
from jianxi.domain.texts import fold
from jianxi.forms.addresses import one, words
from jianxi.forms.day_ranges import read_days, told_days
from jianxi.forms.reading import Raw

ALL = "all"


@dataclass(frozen=True, slots=True)
class Filters:
    """Empty is no condition."""

    state: str = ""
    words: str = ""
    county: str = ""
    level: str = ""
    category: str = ""
    days: str = ""
    """Days that a number of 统计 is of (forms/day_ranges.py)."""

    @property
    def folded(self) -> tuple[str, ...]:
        """The words to find, each of them in the unit's name or the title."""
        return tuple(fold(self.words).split())

    @property
    def days_told(self) -> str:
        return told_days(self.days)


def read_filters(raw: Raw, usual: str = "") -> Filters:
    """`usual` is the state shown when the address names none; "all" asks for every state."""
    state = one(raw, "state")
    known = state == ALL or state in tuple(PositionState)
    return Filters(
        state="" if state == ALL else state if known else usual,
        words=words(raw),
        county=county if (county := one(raw, "county")).isascii() and county.isdigit() else "",
        level=_known(raw, "level", tuple(BaseLevel)),
        category=_known(raw, "kind", CATEGORIES),
        days=read_days(raw, ("published",)),
    )


def _known(raw: Raw, name: str, allowed: Collection[str]) -> str:
    value = one(raw, name)
    return value if value in allowed else ""
