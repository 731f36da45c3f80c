"""就业见习协议书: everything that one version of it says, and its 编号."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain import ages, citizen_id, phones, reference_numbers
from jianxi.domain.periods import DAY, Period, end_after

KIND = "agreement"
OF_AGE = 18
FIRST_SERIAL = reference_numbers.ALPHABET.index("X") * len(reference_numbers.ALPHABET) ** 4
"""Numbers of agreements begin with X, Y or Z (协议), where those of submissions never come."""


@dataclass(frozen=True, slots=True)
class Unit:
    """甲方 as the version of its 见习基地 in force described it. What was never filled in is empty."""

    name: str
    credit_code: str
    address: str
    legal_representative: str
    contact: str
    phone: str


@dataclass(frozen=True, slots=True)
class Trainee:
    """乙方, with the full ID number: a content lies sealed."""

    name: str
    born: date
    id_number: str
    phone: str
    address: str

    @property
    def masked(self) -> "Trainee":
        """As somebody signed in by name and ID number alone reads it."""
        shown = (citizen_id.mask(self.id_number), phones.mask_phone(self.phone))
        return Trainee(self.name, self.born, *shown, phones.mask_address(self.address))


@dataclass(frozen=True, slots=True)
class Post:
    """见习岗位."""

    title: str
    category: str
    place: str
    """工作地点 with city and county."""
    duties: str


@dataclass(frozen=True, slots=True)
class Cover:
    """One row of 保险; `kind` in words."""

    kind: str
    company: str
    policy_number: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Agreement:
    """One version. Money in 分."""

    number: str
    version: int
    issued_on: date
    unit: Unit
    trainee: Trainee
    post: Post
    mentor: str
    starts_on: date
    ends_on: date
    allowance_fen: int
    insurances: tuple[Cover, ...]

    @property
    def length(self) -> str:
        return length(Period(self.starts_on, self.ends_on))

    @property
    def needs_guardian(self) -> bool:
        """Whether 乙方 is not yet of age on the day that the version is made: 监护人 signs, too."""
        return not ages.reached(self.trainee.born, OF_AGE, self.issued_on)


def number(county: str, year: int, placement: int) -> str:
    """编号 of all versions of a placement's agreement, from the year of its first registration: JX3701-26-X0001-7. Two are
    the same only if a city's lie 2.7 million placements apart within a year."""
    span = reference_numbers.SERIALS - FIRST_SERIAL
    return reference_numbers.compose(county, year, FIRST_SERIAL + placement % span)


def length(period: Period) -> str:
    """6个月, or 6个月零12天."""
    months = 0
    while end_after(period.first, months + 1) <= period.last:
        months += 1
    whole = end_after(period.first, months) if months else period.first - DAY
    days = (period.last - whole).days
    spoken = f"{months}个月" if months else ""
    return f"{spoken}{'零' if spoken else ''}{days}天" if days else spoken
