"""The statement of 统计: one part a figure, each counted by place and month of what is asked for."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from jianxi.domain import regions, statistics
from jianxi.domain.bases import BaseLevel
from jianxi.domain.flow import Role
from jianxi.domain.periods import DAY, Period
from jianxi.domain.regions import Level, level_of
from jianxi.domain.statistics import Figure
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.statistics_filters import StatisticsFilters
from jianxi.queries import traineeship_days
from jianxi.queries.conditions import midnight
from jianxi.queries.traineeship_days import SERVED, SPANS

_BASES = "FROM base b JOIN employer e ON e.id = b.employer"
_POSITIONS = 'FROM "position" o'
_ACCEPTED = 'FROM application a JOIN "position" o ON o.id = a."position"'
_GRANTED = (
    "FROM (SELECT roster, month, SUM(fen) AS fen, SUM(insurance_fen) AS insurance_fen FROM roster_month "
    "WHERE counted AND kind = '{kind}' AND month {days} GROUP BY roster, month) m JOIN roster r ON r.id = m.roster"
)
"""Summed by roster and month first: there are many people in each."""
BESIDES: Mapping[str, Figure] = {
    statistics.POSITIONS.key: statistics.SEATS,
    statistics.NEW_POSITIONS.key: statistics.NEW_SEATS,
    statistics.ACCEPTED.key: statistics.ACCEPTED_OWN,
    statistics.GRANTED.key: statistics.INSURED,
    statistics.SETTLED.key: statistics.INSURED,
}
"""Figures that are counted on the way, by the one on whose way it is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Region and months of a question. Days and codes are our own, checked before: they stand in the text, for a period
    of three years would have hundreds of values to bind."""

    region: str
    months: tuple[Period, ...]
    today: date
    level: BaseLevel

    @property
    def days(self) -> Period:
        return Period(self.months[0].first, self.months[-1].last)

    def inside(self, county: str) -> str:
        first, last = regions.span(self.region)
        return f"{county} BETWEEN '{first}' AND '{last}'"

    def place(self, county: str) -> str:
        """What the rows stand for: the cities of a province, else the counties."""
        return f"substr({county}, 1, 4) || '00'" if level_of(self.region) is Level.PROVINCE else county

    def days_of(self, figure: Figure) -> str:
        days = statistics.days_told(figure, self.days, self.today)
        return (
            f"BETWEEN '{days.first}' AND '{days.last}'" if days else "BETWEEN '1900-01-02' AND '1900-01-01'"
        )

    def month(self, column: str) -> str:
        """The place of the month in which a day lies."""
        ends = enumerate(self.months[:-1])
        return _case(
            [f"{column} <= '{month.last}' THEN {place}" for place, month in ends], len(self.months) - 1
        )

    def month_of_instant(self, column: str) -> str:
        ends = enumerate(self.months[:-1])
        told = [f"{column} < '{midnight(month.last + DAY)}' THEN {place}" for place, month in ends]
        return _case(told, len(self.months) - 1)

    def during(self, column: str) -> str:
        first, after = midnight(self.days.first), midnight(self.days.last + DAY)
        return f"{column} >= '{first}' AND {column} < '{after}'"


def asked(viewer: OfficialViewer, filters: StatisticsFilters) -> Asked:
    level = BaseLevel.COUNTY if viewer.role is Role.COUNTY else BaseLevel.CITY
    return Asked(filters.place or viewer.region, filters.months, filters.today, level)


def statement(of: Asked) -> str:
    """Rows of figure, place, month and two numbers."""
    return "\nUNION ALL ".join(_parts(of))


def service(of: Asked) -> str:
    """Rows of place, the month of the first day (-1: before), on how many of the last days of months the service had not
    ended, and how many have it so: one walk along the placements tells 上岗 and 在岗 of every month."""
    days = [month.last for month in of.months[:-1]] + [min(of.months[-1].last, of.today)]
    begun = f"CASE WHEN p.starts_on < '{of.days.first}' THEN -1 ELSE {of.month('p.starts_on')} END"
    over = [traineeship_days.is_over(f"'{day}'") for day in days]
    ends = " ".join(f"WHEN {test} THEN {place}" for place, test in enumerate(over))
    return (
        f"SELECT {of.place('o.county')} AS place, {begun} AS begun, CASE {ends} ELSE {len(days)} END AS held, "
        f"COUNT(*) AS number {SPANS} WHERE {of.inside('o.county')} AND {SERVED} AND p.starts_on <= '{days[-1]}' "
        f"AND (p.ends_on >= '{days[0]}' OR p.starts_on >= '{of.days.first}') GROUP BY 1, 2, 3"
    )


def _parts(of: Asked) -> Iterator[str]:
    yield from _of_bases_and_positions(of)
    yield from _of_people(of)
    for figure, kind in ((statistics.GRANTED, "period"), (statistics.SETTLED, "settlement")):
        source = _GRANTED.format(kind=kind, days=of.days_of(figure))
        sums = ("SUM(m.fen)", "SUM(m.insurance_fen)")
        yield _part(of, figure, "r.county", of.month("m.month"), source, "1 = 1", *sums)


def _of_bases_and_positions(of: Asked) -> Iterator[str]:
    approved, published, seats = "b.state = 'approved'", "o.state = 'published'", "SUM(o.headcount)"
    yield _part(of, statistics.BASES, "e.county", "0", _BASES, approved)
    yield _part(of, statistics.POSITIONS, "o.county", "0", _POSITIONS, published, besides=seats)
    when = of.month_of_instant("b.approved_at")
    newly = f"{approved} AND {of.during('b.approved_at')}"
    yield _part(of, statistics.NEW_BASES, "e.county", when, _BASES, newly)
    when, out = of.month_of_instant("o.first_published_at"), of.during("o.first_published_at")
    yield _part(of, statistics.NEW_POSITIONS, "o.county", when, _POSITIONS, out, besides=seats)


def _of_people(of: Asked) -> Iterator[str]:
    when = of.month_of_instant("a.decided_at")
    stands = f"a.state = 'accepted' AND {of.during('a.decided_at')}"
    own = f"SUM(CASE WHEN o.base_level = '{of.level.value}' THEN 1 ELSE 0 END)"
    yield _part(of, statistics.ACCEPTED, "o.county", when, _ACCEPTED, stands, besides=own)
    told: tuple[tuple[Figure, str, Callable[[str], str]], ...] = (
        (statistics.COMPLETED, "p.ends_on", traineeship_days.completed),
        (statistics.RETAINED, traineeship_days.RETAINED_ON, traineeship_days.retained),
        (statistics.LEFT, "d.last_day", traineeship_days.left),
    )
    for figure, day, test in told:
        yield _part(of, figure, "o.county", of.month(f"({day})"), SPANS, test(of.days_of(figure)))


def _part(
    of: Asked,
    figure: Figure,
    county: str,
    month: str,
    source: str,
    where: str,
    number: str = "COUNT(*)",
    besides: str = "0",
) -> str:
    """`besides` is the number of the figure that `BESIDES` names."""
    return (
        f"SELECT '{figure.key}' AS figure, {of.place(county)} AS place, {month} AS month, "
        f"CAST({number} AS BIGINT) AS number, CAST({besides} AS BIGINT) AS besides "
        f"{source} WHERE {of.inside(county)} AND {where} GROUP BY 2, 3"
    )


def _case(told: list[str], last: int) -> str:
    return f"CASE {' '.join(f'WHEN {each}' for each in told)} ELSE {last} END" if told else "0"
