"""年度清算: the years of an employer that are over, each with its 留用率."""

import asyncio
from dataclasses import dataclass
from datetime import date

from jianxi.domain import retention_rates, subsidy_months
from jianxi.domain.periods import Period
from jianxi.domain.regions import chain
from jianxi.domain.subsidies import RetentionFigure
from jianxi.domain.subsidy_rules import Lacking, rules_for
from jianxi.domain.subsidy_words import rate_of
from jianxi.queries import policies, roster_records
from jianxi.queries.roster_records import EVER
from jianxi.queries.taking_turns import in_turn

AT_A_TIME = 50
"""People looked at before other requests have their turn; and then between two years."""
MOST = 5
"""Years back: who is behind an older one no unit still settles."""


@dataclass(frozen=True, slots=True)
class Year:
    """One that is over."""

    year: int
    figure: RetentionFigure | None
    lacking: tuple[str, ...] = ()
    """What nobody has entered: while there is any, there is no figure."""

    @property
    def period(self) -> Period:
        return Period(date(self.year, 1, 1), date(self.year, 12, 31))

    @property
    def told(self) -> str:
        return rate_of(self.figure) if self.figure else "；".join(self.lacking)


async def of_employer(employer: int, today: date) -> tuple[Year, ...]:
    """Those in which somebody served, the last one first. `Missing` for an employer without a base."""
    unit = await roster_records.unit(employer)
    values = (await policies.snapshot(unit.county, today)).values
    rules = rules_for(unit.county, unit.place, values, chain(unit.county))
    services = [each.service for each in await roster_records.records(employer, today, EVER)]
    first = today.year
    async for each in in_turn(services, AT_A_TIME):
        span = subsidy_months.span(each, rules)
        first = min(first, span.first.year) if span is not None else first
    years = []
    for year in range(today.year - 1, max(first, today.year - MOST) - 1, -1):
        await asyncio.sleep(0)
        try:
            years.append(Year(year, retention_rates.figure(services, year, rules)))
        except Lacking as found:
            years.append(Year(year, None, found.sentences))
    return tuple(years)
