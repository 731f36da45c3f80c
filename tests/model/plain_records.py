"""What the plain model knows of 上岗, 离岗 and 留用, and the arithmetic of periods by hand. `plain` holds the rest of the world."""

from dataclasses import dataclass, field
from datetime import date, timedelta

DAY = timedelta(days=1)


@dataclass(slots=True)
class Placement:
    """A 上岗 of an application. Money in 分."""

    application: int
    start: date
    end: date
    allowance: int
    registered: date
    state: str = "unsigned"
    version: int = 1
    agreement: int = 1
    uploads: int = 0
    was_on_duty: bool = False
    never_came: bool = False
    has_pages: bool = False
    """Signed pages are put together for the agreement in force."""
    raises: list[tuple[date, int]] = field(default_factory=list)


@dataclass(slots=True)
class Departure:
    """A 离岗 of a placement."""

    placement: int
    by_person: bool
    reason: str
    last_day: date
    state: str
    since: date
    version: int = 1
    certificate: int = 0
    uploads: int = 0
    has_pages: bool = False
    decided_from: str = ""
    said: date | None = None
    """The day before an office set another over the employer's head."""
    day_before: date | None = None
    """An office that passes the employer over sets another 离岗日期: what it was until then."""


@dataclass(slots=True)
class Retention:
    """A 留用 of a placement."""

    placement: int
    first: date
    last: date
    state: str = "recorded"
    version: int = 1


def last_of(first: date, months: int) -> date:
    """The last day of so many months from a day on: the day before the same day of that month, where there is one."""
    year, month = divmod(first.year * 12 + first.month - 1 + months, 12)
    try:
        return date(year, month + 1, first.day) - DAY
    except ValueError:
        return date(year + (month == 11), (month + 1) % 12 + 1, 1) - DAY


def working_days(day: date, today: date) -> int:
    """Those that came after the day."""
    count = 0
    while day < today:
        day += DAY
        count += day.isoweekday() <= 5
    return count
