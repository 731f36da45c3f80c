"""What published 见习岗位 are searched by, read from the address: anything unknown there narrows nothing."""

from dataclasses import dataclass, replace

from jianxi.domain.codes import REQUIRED_DEGREES
from jianxi.domain.regions import Directory, Level, city_of
from jianxi.forms.addresses import one, words
from jianxi.forms.reading import Raw

WORDS = {
    "q": "单位名称或职位名称",
    "unit": "单位名称",
    "title": "职位名称",
    "major": "专业要求",
}
"""The fields that hold words, and their labels."""


@dataclass(frozen=True, slots=True)
class Search:
    """Empty is no condition. A county always stands with its city."""

    q: str = ""
    unit: str = ""
    title: str = ""
    city: str = ""
    county: str = ""
    degree: str = ""
    major: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The conditions in force, of place only the nearest."""
        named = (*WORDS, "county" if self.county else "city", "degree")
        return tuple(name for name in named if getattr(self, name))

    def without(self, name: str) -> "Search":
        """The same with one condition less; a county leaves its city behind."""
        return replace(self, **{name: ""})


def read_search(raw: Raw, directory: Directory) -> Search:
    city, county = (_region(raw, name, directory, level) for name, level in _PLACES)
    # Without a script the county list keeps its choice when another city is chosen: the city was meant.
    if city and county and city_of(county) != city:
        county = ""
    degree = one(raw, "degree")
    return Search(
        **{name: words(raw, name) for name in WORDS},
        city=city_of(county) if county else city,
        county=county,
        degree=degree if degree in REQUIRED_DEGREES else "",
    )


_PLACES = (("city", Level.CITY), ("county", Level.COUNTY))


def _region(raw: Raw, name: str, directory: Directory, level: Level) -> str:
    found = directory.get(one(raw, name))
    return found.code if found is not None and found.level is level else ""
