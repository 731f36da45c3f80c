"""最低工资标准 of the counties that an office sees: in force today, to come, missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain.flow import Role
from jianxi.domain.parameter_histories import Dated, Entry, Standing, history
from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.domain.regions import Directory, Region, chain, contains
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import parameters, regions


@dataclass(frozen=True, slots=True)
class CountyWage:
    """One county with all its values, the latest day first."""

    code: str
    name: str
    place: str
    """With its city: 市中区 are two."""
    city: str
    values: tuple[Dated, ...]

    @property
    def current(self) -> Dated | None:
        return next((each for each in self.values if each.standing is Standing.IN_FORCE), None)

    @property
    def next(self) -> Dated | None:
        """The planned one that begins first."""
        planned = [each for each in self.values if each.standing is Standing.PLANNED]
        return planned[-1] if planned else None

    @property
    def earliest(self) -> date | None:
        """Before that day nothing is known, and no month can be computed."""
        return min((each.since for each in self.values), default=None)

    def begins_on(self, day: date) -> Dated | None:
        """The value that begins just on that day, if there is one."""
        stand = (each for each in self.values if each.standing is not Standing.REPLACED)
        return next((each for each in stand if each.since == day), None)


@dataclass(frozen=True, slots=True)
class Wages:
    """What a page shows, and the number of the value entered last among it."""

    counties: tuple[CountyWage, ...]
    newest: int
    may_set: bool

    @property
    def missing(self) -> tuple[CountyWage, ...]:
        return tuple(each for each in self.counties if each.current is None)

    @property
    def since(self) -> date | None:
        """From when on each county that has any has one."""
        return max((each.earliest for each in self.counties if each.earliest), default=None)

    @property
    def by_city(self) -> dict[str, list[CountyWage]]:
        """In the order of the codes."""
        found: dict[str, list[CountyWage]] = {}
        for each in self.counties:
            found.setdefault(each.city, []).append(each)
        return found

    def of(self, code: str) -> CountyWage | None:
        return next((each for each in self.counties if each.code == code), None)


async def of_office(viewer: OfficialViewer, day: date) -> Wages:
    """A county's own, a city's counties, all of the province's."""
    directory, known = await regions.directory(), await parameters.entries()
    seen = [county for county in _counties(directory, viewer) if contains(viewer.region, county.code)]
    own = [entry for entry in known if entry.value.key == MINIMUM_WAGE.key]
    rows = tuple(_row(directory, county, own, day) for county in seen)
    newest = await parameters.newest(viewer, MINIMUM_WAGE)
    return Wages(rows, newest, parameters.may_set(viewer, MINIMUM_WAGE))


def _counties(directory: Directory, viewer: OfficialViewer) -> Iterable[Region]:
    if viewer.role is Role.COUNTY:
        return [directory[viewer.region]] if viewer.region in directory else []
    if viewer.role is Role.CITY:
        return directory.counties_of(viewer.region)
    cities = directory.cities_of(viewer.region)
    return [county for city in cities for county in directory.counties_of(city.code)]


def _row(directory: Directory, county: Region, entries: Sequence[Entry], day: date) -> CountyWage:
    values = history(MINIMUM_WAGE, entries, chain(county.code), day)
    name = directory.full_name(county.code)
    return CountyWage(county.code, county.name, name, directory.name(county.parent), values)
