"""What the form of 录用上岗登记 says beside its fields: from when, how long, and what 生活费 is compared with."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain.periods import end_after
from jianxi.queries import registrations
from jianxi.queries.placements import Placement
from jianxi.queries.registrations import Grounds


@dataclass(frozen=True, slots=True)
class Measures:
    """For a start that is typed, or for today's. Money in 分 a month."""

    of: Grounds
    earliest: date
    least_months: int
    most_months: int
    minimum_wage: int | None
    end: date | None
    """The last day of the position's 见习期限 from the start that is typed."""


async def measures(
    application: int, starts_on: date | None, today: date, placement: Placement | None = None
) -> Measures:
    """Of an application that the viewer was found to see."""
    of = await registrations.grounds(application)
    day = starts_on or today
    seen = await registrations.circumstances(of, day, today, placement)
    wage = await registrations.minimum_wage(of, day)
    end = end_after(starts_on, of.months) if starts_on else None
    return Measures(of, seen.earliest, seen.least_months, seen.most_months, wage, end)
