"""补贴经费: what an amount is computed from and what it is made of. All of it is data, so that each amount explains itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jianxi.domain.allowances import Raise
from jianxi.domain.policy import Value


class Method(StrEnum):
    """不足整月的计算方法, as the parameter's choices are called."""

    BY_DAY = "by_day"
    FROM_15_DAYS = "from_15_days"
    FULL_MONTHS = "full_months"


class Standing(StrEnum):
    """What becomes of a person-month."""

    PAYABLE = "payable"
    PENDING = "pending"
    """待定."""
    EXCLUDED = "excluded"
    """不予补贴."""


@dataclass(frozen=True, slots=True)
class InForce:
    """A value of a parameter from a day on, with where it was set and on what ground. Money in 分, shares in
    hundredths of a percent."""

    since: date
    value: Value
    region: str
    """"" for the shipped value that holds everywhere."""
    source: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is in force of one parameter for one county, in the order of time; before the first nothing is."""

    key: str
    stretches: tuple[InForce, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Every parameter that a computation asks for, as one county has it."""

    county: str
    place: str
    """The county as sentences have it: 济南市历下区."""
    wage: Timeline
    rate: Timeline
    method: Timeline
    insurance: Timeline
    cap_months: Timeline
    early_contract: Timeline
    bonus: Timeline
    threshold: Timeline
    contract_months: Timeline

    def __hash__(self) -> int:
        """Of few there are, and each is asked for thousands of months: what a month has is looked up by them."""
        return hash(self.county)


@dataclass(frozen=True, slots=True)
class Contract:
    """留用: the labour contract of a retention that stands."""

    retention: int
    first_day: date
    last_day: date
    insured_on: date | None


@dataclass(frozen=True, slots=True)
class Service:
    """A placement as far as money depends on it. One that never came (未上岗) or was cancelled is none."""

    placement: int
    starts_on: date
    """上岗日期."""
    ends_on: date
    """见习结束日期."""
    is_approved: bool
    """上岗审核 has passed, and stands."""
    allowance_fen: int
    """As registered."""
    raises: tuple[Raise, ...] = ()
    """In the order in which they take effect."""
    left_on: date | None = None
    """离岗日期 of the approved departure."""
    departure: int | None = None
    """That departure."""
    leaving_on: date | None = None
    """离岗日期 of a departure that is under way, as recorded or wished."""
    contract: Contract | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Days of a month at one 最低工资标准."""

    days: int
    wage_fen: int
    since: date
    source: str


@dataclass(frozen=True, slots=True)
class MonthAmount:
    """One person-month with everything that explains it. Money in 分, rate and bonus in hundredths of a percent."""

    month: date
    """Its first day."""
    first: date
    last: date
    """The days of the subsidised span that lie in it."""
    month_days: int
    method: Method
    counted_days: int
    """Of the month, after the method: all, some or none."""
    parts: tuple[Part, ...]
    """The counted days by wage; of a month without any, those of the span."""
    rate: int
    rate_since: date
    rate_source: str
    standing: Standing
    reason: str
    """Why it is 待定 or 不予补贴; empty when it is payable."""
    allowance_fen: int
    """生活费 on `allowance_day`."""
    allowance_day: date | None
    """The last day of service in the month, on which 生活费 was compared with the wage; None after the service, when an
    early contract lets the span go on."""
    allowance_wage_fen: int
    """最低工资标准 of that day; 0 after the service."""
    fen: int
    """What it comes to, also while it is pending; 0 when it is excluded. Only what is payable is summed."""
    insurance_month_fen: int
    """保险补贴 of a whole month."""
    insurance_fen: int
    note: str = ""
    """Why the days end before the month does, or go on after the service."""
    settles: bool = False
    """It is of 年度清算: `fen` is a difference, and 0 while nothing was accepted before or the rate is not raised."""
    bonus: int = 0
    """Of a settlement: added to the rate."""
    before_fen: int | None = None
    """Of a settlement: accepted before, which is taken off; None while the month stands in no accepted roster."""


@dataclass(frozen=True, slots=True)
class RetentionFigure:
    """留用率 of an employer in a year, with those behind it."""

    year: int
    retained: tuple[int, ...]
    """Placements."""
    completed: tuple[int, ...]
    """Placements; without the retained."""
    threshold: int
    threshold_source: str
    is_reached: bool
