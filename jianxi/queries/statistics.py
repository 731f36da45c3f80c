"""统计 of an office's region: every figure by place and by month, without anybody's name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jianxi.domain import statistics
from jianxi.domain.periods import Period
from jianxi.domain.regions import Directory, Level, level_of
from jianxi.domain.statistics import Figure, Kind
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.statistics_filters import StatisticsFilters
from jianxi.queries import regions, statistics_parts
from jianxi.tables.placements import Placement

Numbers = Mapping[tuple[str, str, int], int]
"""By figure, place and the place of the month."""


@dataclass(frozen=True, slots=True)
class Report:
    """The figures of the months asked for. Money in 分."""

    region: str
    places: tuple[str, ...]
    """Codes of the rows: cities of the province, counties of the city, or the county itself."""
    months: tuple[Period, ...]
    numbers: Numbers

    def value(self, figure: Figure, place: str = "", month: int | None = None) -> int:
        """Of one place or all, of one month or all of them: the last one's, for what stands on a day."""
        if figure.kind is Kind.LAST_DAY and month is None:
            month = len(self.months) - 1
        places = (place,) if place else self.places
        months = range(len(self.months)) if month is None else (month,)
        return sum(self.numbers.get((figure.key, each, at), 0) for each in places for at in months)

    def rate(self, place: str = "", month: int | None = None) -> tuple[int, int]:
        """留用率 as it is written: retained over those who completed or were retained."""
        retained = self.value(statistics.RETAINED, place, month)
        return retained, retained + self.value(statistics.COMPLETED, place, month)


async def report(viewer: OfficialViewer, filters: StatisticsFilters) -> Report:
    """Two statements, however many records, places and months."""
    of = statistics_parts.asked(viewer, filters)
    numbers: defaultdict[tuple[str, str, int], int] = defaultdict(int)
    for row in await Placement.raw(statistics_parts.statement(of)):
        place, month = row["place"], int(row["month"])
        numbers[row["figure"], place, month] += int(row["number"] or 0)
        if besides := statistics_parts.BESIDES.get(row["figure"]):
            numbers[besides.key, place, month] += int(row["besides"] or 0)
    for row in await Placement.raw(statistics_parts.service(of)):
        place, begun, number = row["place"], int(row["begun"]), int(row["number"])
        if begun >= 0:
            numbers[statistics.BEGUN.key, place, begun] += number
        for month in range(max(begun, 0), int(row["held"])):
            numbers[statistics.ON_DUTY.key, place, month] += number
    found = {place for _, place, _ in numbers}
    return Report(of.region, places_of(await regions.directory(), of.region, found), of.months, numbers)


def places_of(directory: Directory, region: str, found: set[str]) -> tuple[str, ...]:
    """Those of today, and whatever else has records."""
    match level_of(region):
        case Level.PROVINCE:
            listed: Sequence[str] = [city.code for city in directory.cities_of(region)]
        case Level.CITY:
            listed = [county.code for county in directory.counties_of(region)]
        case Level.COUNTY:
            listed = [region]
    return (*listed, *sorted(found - set(listed)))
