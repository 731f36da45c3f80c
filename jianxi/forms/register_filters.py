"""What the list of 毕业生信息库 is narrowed to, read from the address: anything unknown there narrows nothing."""

import re
from dataclasses import dataclass

from jianxi.domain.citizen_id import normalise
from jianxi.domain.texts import fold
from jianxi.forms.addresses import one, words
from jianxi.forms.reading import Raw

_FULL_NUMBER = re.compile("[0-9]{17}[0-9X]")


@dataclass(frozen=True, slots=True)
class RegisterFilters:
    """Empty is no condition."""

    words: str = ""
    """A name or a school. Never a whole ID number, which does not belong in an address."""
    cohort: int | None = None
    place: str = ""
    """A region that 生源地 lies in."""

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(fold(self.words).split())


def full_number(raw: Raw, name: str) -> str:
    """The whole ID number that was typed; "" for anything else."""
    number = normalise(one(raw, name))
    return number if _FULL_NUMBER.fullmatch(number) else ""


def read_filters(raw: Raw) -> RegisterFilters:
    cohort, place = one(raw, "cohort"), one(raw, "place")
    return RegisterFilters(
        words="" if full_number(raw, "q") else words(raw),
        cohort=int(cohort) if cohort.isascii() and cohort.isdigit() and len(cohort) == 4 else None,
        place=place if place.isascii() and place.isdigit() and len(place) == 6 else "",
    )
