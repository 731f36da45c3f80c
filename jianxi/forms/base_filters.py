"""What a list of 见习基地 is filtered by, as it stands in the address."""

from dataclasses import dataclass, replace

from jianxi.domain.bases import BaseLevel, BaseState
from jianxi.domain.codes import INDUSTRIES
from jianxi.domain.texts import fold
from jianxi.forms.addresses import LONGEST, one
from jianxi.forms.day_ranges import read_days, told_days
from jianxi.forms.reading import Raw


@dataclass(frozen=True, slots=True)
class BaseFilters:
    """What is no known value counts as no filter."""

    words: str = ""
    """Unit's name or credit code, as typed."""
    state: str = ""
    city: str = ""
    county: str = ""
    industry: str = ""
    level: str = ""
    days: str = ""
    """Days that a number of 统计 is of (forms/day_ranges.py)."""

    @property
    def folded(self) -> str:
        return fold(self.words)

    @property
    def days_told(self) -> str:
        return told_days(self.days)


def filters(
    words: str = "", state: str = "", city: str = "", county: str = "", industry: str = "", level: str = ""
) -> BaseFilters:
    """From an address, which anybody may have written."""
    return BaseFilters(
        words=" ".join(words.split())[:LONGEST],
        state=state if state in set(BaseState) | {"all"} else "",
        city=city if _is_code(city) else "",
        county=county if _is_code(county) else "",
        industry=industry if industry in INDUSTRIES else "",
        level=level if level in set(BaseLevel) else "",
    )


def read_filters(raw: Raw) -> BaseFilters:
    """As the address of a list has them."""
    names = {"words": "q"} | {name: name for name in ("state", "city", "county", "industry", "level")}
    read = filters(**{name: one(raw, field) for name, field in names.items()})
    return replace(read, days=read_days(raw, ("approved",)))


def _is_code(text: str) -> bool:
    return len(text) == 6 and text.isascii() and text.isdigit()
