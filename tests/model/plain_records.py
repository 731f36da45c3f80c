"""What the plain model knows of 上岗, 离岗, 留用 and 花名册, and the arithmetic of periods by hand. `plain` holds the rest of the world."""

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
    moment: int = 0
    """When it was recorded."""
    state: str = "recorded"
    version: int = 1


@dataclass(frozen=True, slots=True)
class Wage:
    """A 最低工资标准 of a county from a day on, as its city entered it."""

    county: str
    since: date
    fen: int


@dataclass(frozen=True, slots=True)
class Amount:
    """A person-month: what becomes of it, its money, and whatever of its reckoning an office would want to know of."""

    standing: str
    fen: int
    insurance: int
    basis: tuple[object, ...]
    last: date
    """The last day that counts."""

    @property
    def is_counted(self) -> bool:
        return self.standing != "pending"


Lines = dict[int, dict[date, Amount]]
"""By placement and month."""


@dataclass(slots=True)
class Roster:
    """One version of a 花名册 of the unit at this place of the cast, as it was sent last."""

    place: int
    kind: str
    first: date
    last: date
    level: str
    state: str = "draft"
    version: int = 1
    serial: int = 1
    corrects: int = 0
    by_office: bool = False
    counts: bool = False
    round: int = 0
    moment: int = 0
    """When it was accepted."""
    last_deed: tuple[str, str] = ("", "")
    """Verb and doer."""
    head: tuple[object, ...] = ()
    lines: Lines = field(default_factory=dict)
    left: frozenset[int] = frozenset()
    """Placements of which an amount depends on the departure."""
    kept: frozenset[int] = frozenset()
    """And on the retention."""


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
