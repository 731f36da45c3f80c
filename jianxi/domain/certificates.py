"""解除就业见习协议证明: everything that one version of it says, and its 编号."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain import agreements, reference_numbers
from jianxi.domain.agreements import Trainee, Unit

KIND = "certificate"
FIRST_SERIAL = reference_numbers.ALPHABET.index("J") * len(reference_numbers.ALPHABET) ** 4
"""Numbers of certificates begin with J (解除) and the letters after it, up to those of agreements."""


@dataclass(frozen=True, slots=True)
class Certificate:
    """One version."""

    number: str
    version: int
    issued_on: date
    agreement: str
    """编号 of the agreement that ends."""
    agreement_version: int
    unit: Unit
    trainee: Trainee
    title: str
    """职位名称."""
    starts_on: date
    ends_on: date
    last_day: date
    """离岗日期; the day before the first of who never came."""
    asked_by_person: bool
    reason: str
    """In words."""
    note: str

    @property
    def never_came(self) -> bool:
        return self.last_day < self.starts_on


def number(county: str, year: int, departure: int) -> str:
    """编号 of all versions of a departure's certificate, from the year it was begun in: JX3701-26-J0001-4."""
    span = agreements.FIRST_SERIAL - FIRST_SERIAL
    return reference_numbers.compose(county, year, FIRST_SERIAL + departure % span)
