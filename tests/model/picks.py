"""Which of the records somebody tries something with, and what is typed: a number says all of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")
NOBODYS = 0
"""The id of no record."""


@dataclass(frozen=True, slots=True)
class Pick:
    """Which records, how they were shown, and what is typed."""

    number: int
    reasoned: bool = True
    behind: int = 0
    """So many versions ago the record was shown."""

    def one(self, ids: Sequence[int]) -> int:
        return ids[self.number % len(ids)] if ids else NOBODYS

    @property
    def level(self) -> str:
        return ("county", "city")[self.number % 2]

    @property
    def headcount(self) -> int:
        return 1 + self.number % 3

    @property
    def days(self) -> int:
        return (0, 5, 30, 90)[self.number % 4]

    def among(self, choices: Sequence[T], turn: int = 1) -> T:
        """Another of the choices with every `turn`-th number."""
        return choices[self.number // turn % len(choices)]
