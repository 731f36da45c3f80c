"""Regions 行政区划, GB/T 2260: six digits, of which two are the province, four the city, six the county."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources

from jianxi.domain.texts import Malformed, compact


class Level(StrEnum):
    """省, 市, 区县; the same words as the roles of the offices."""

    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


UNDER_PROVINCE = "省直辖县级行政区划"
"""What GB/T 2260 calls the city that counties straight under a province have for one."""


@dataclass(frozen=True, slots=True)
class Region:
    """One region; the parent is "" for a province."""

    code: str
    name: str
    parent: str
    level: Level


def parse_code(text: str) -> str:
    """A typed code; raises `Malformed`. Whether it exists is the directory's to say."""
    code = compact(text)
    if not re.fullmatch("[0-9]{6}", code):
        raise Malformed("行政区划代码应为6位数字，例如370102")
    return code


def level_of(code: str) -> Level:
    if code.endswith("0000"):
        return Level.PROVINCE
    return Level.CITY if code.endswith("00") else Level.COUNTY


def province_of(code: str) -> str:
    return code[:2] + "0000"


def city_of(code: str) -> str:
    """The city of a county or city; a province has none and answers itself."""
    return code[:4] + "00"


def chain(code: str) -> tuple[str, ...]:
    """The region and those above it, nearest first: county, city, province."""
    return tuple(dict.fromkeys((code, city_of(code), province_of(code))))


def contains(office: str, record: str) -> bool:
    """Whether a record's region lies in an office's."""
    return office in chain(record)


def span(code: str) -> tuple[str, str]:
    """The first and last code inside a region, for asking a sorted column."""
    stem = {Level.PROVINCE: code[:2], Level.CITY: code[:4], Level.COUNTY: code}[level_of(code)]
    return stem.ljust(6, "0"), stem.ljust(6, "9")


class Directory(Mapping[str, Region]):
    """All regions by code, and how they hang together. A county that was merged (`mergers`: from code into code) keeps
    its name for what was, and is offered nowhere."""

    def __init__(self, regions: Iterable[Region], mergers: Mapping[str, str] | None = None) -> None:
        self._regions = {region.code: region for region in regions}
        self._mergers = dict(mergers or {})
        self._children: defaultdict[str, list[Region]] = defaultdict(list)
        for region in sorted(self._regions.values(), key=lambda region: region.code):
            if region.code not in self._mergers:
                self._children[region.parent].append(region)

    def __getitem__(self, code: str) -> Region:
        return self._regions[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._regions)

    def __len__(self) -> int:
        return len(self._regions)

    def current(self, code: str) -> str:
        """The county that stands for it today: itself, unless it was merged."""
        passed: set[str] = set()
        while code in self._mergers and code not in passed:
            passed.add(code)
            code = self._mergers[code]
        return code

    def name(self, code: str) -> str:
        """The region's own name; an unknown code is shown as it is, since old records keep abolished ones."""
        region = self._regions.get(code)
        return region.name if region else code

    def full_name(self, code: str) -> str:
        """济南市市中区: a county with its city, without the province."""
        if level_of(code) is not Level.COUNTY or code not in self._regions:
            return self.name(code)
        region = self._regions[code]
        city = self._regions.get(region.parent)
        if city is None or city.name == UNDER_PROVINCE:
            return region.name
        return city.name + region.name

    def provinces(self) -> tuple[Region, ...]:
        return tuple(self._children[""])

    def cities_of(self, province: str) -> tuple[Region, ...]:
        return tuple(region for region in self._children.get(province, ()) if region.level is Level.CITY)

    def counties_of(self, city: str) -> tuple[Region, ...]:
        """The counties to choose from; the few cities that have none (东莞市) stand for themselves."""
        counties = tuple(region for region in self._children.get(city, ()) if region.level is Level.COUNTY)
        return counties or tuple(region for region in (self._regions.get(city),) if region)


def read_csv() -> tuple[Region, ...]:
    """The regions that come with the package, parents before children."""
    text = resources.files("jianxi").joinpath("data/regions.csv").read_text(encoding="utf-8")
    listed = [
        Region(row["code"], row["name"], row["parent"], Level(row["level"]))
        for row in csv.DictReader(text.splitlines())
    ]
    return tuple(_three_levels(listed))


def _three_levels(listed: list[Region]) -> Iterator[Region]:
    """Give counties straight under a province the city their code speaks of, so that every county has one.

    For 北京市 and its like that city bears the municipality's own name. 重庆市 has a second one, for its 县.
    """
    named = {region.code: region.name for region in listed}
    for region in listed:
        if region.level is not Level.COUNTY or region.parent != province_of(region.code):
            yield region
            continue
        city = city_of(region.code)
        if city not in named:
            named[city] = _city_name(city, named[region.parent])
            yield Region(city, named[city], region.parent, Level.CITY)
        yield Region(region.code, region.name, city, Level.COUNTY)


def _city_name(code: str, province: str) -> str:
    return province if province.endswith("市") else UNDER_PROVINCE
