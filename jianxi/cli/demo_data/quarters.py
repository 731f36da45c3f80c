"""The demo's calendar of 补贴经费: which quarters are over, which year is settled, and since when there are trainees."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from jianxi.domain.periods import DAY, Period, in_shanghai, months_from


@dataclass(frozen=True, slots=True)
class Quarters:
    """As seen from one day, so that the demo shows the same on every day of the clock."""

    today: date

    @property
    def last(self) -> Period:
        """The newest quarter that is over for a month at least, so that some month after it is over, too."""
        return self.ended(1)

    @property
    def before(self) -> Period:
        return self.ended(2)

    def ended(self, back: int) -> Period:
        """The newest is 1, the one before it 2."""
        over = _first(self.today, -1)
        newest = date(over.year, (over.month - 1) // 3 * 3 + 1, 1)
        return months_from(_first(newest, -3 * back), 3)

    @property
    def since_last(self) -> Period:
        """The months over after the last quarter: nobody has sent them."""
        return Period(self.last.last + DAY, _first(self.today, 0) - DAY)

    @property
    def settled(self) -> int:
        """The year for which 年度清算 is done: the one before that of the last quarter."""
        return self.last.first.year - 1

    @property
    def settled_year(self) -> Period:
        return Period(date(self.settled, 1, 1), date(self.settled, 12, 31))

    @property
    def begin(self) -> date:
        """When the offices open; the first units register a day later."""
        return date(self.settled, 1, 19)

    def between(self, last: Period) -> list[Period]:
        """The quarters from the second of the settled year, when the first trainees come, to that one."""
        found = [months_from(date(self.settled, 4, 1), 3)]
        while found[-1].last < last.last:
            found.append(months_from(found[-1].last + DAY, 3))
        return found

    def days(self, day: date) -> int:
        """From today; what is past has a minus."""
        return (day - self.today).days


def at(now: datetime, day: date, hours: float = 0) -> datetime:
    """So many hours after the demo's hour on another day."""
    return now + timedelta(days=(day - in_shanghai(now).date()).days, hours=hours)


def _first(day: date, months: int) -> date:
    """The first of the month so many months later."""
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)
