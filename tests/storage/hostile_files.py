"""Files as somebody with ill will or bad luck sends them: over 200, each made here, with what must become of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module


class Fate(Enum):
    """What may become of a file."""

    KEPT = auto()
    REFUSED = auto()
    EITHER = auto()
    """Kept without what was planted, or refused: which of the two depends on how much is still legible."""


@dataclass(frozen=True, slots=True)
class Odd:
    """`file` is its name as sent. `says` must stand in the refusal, `planted` must not be in what is kept."""

    title: str
    file: str
    made: Callable[[], bytes]
    fate: Fate
    says: str = ""
    planted: tuple[bytes, ...] = ()


PLANTED = b"planted-evil"
"""Stands in everything that must not survive."""


def refused(title: str, file: str, data: bytes | Callable[[], bytes], says: str = "") -> Odd:
    return Odd(title, file, _maker(data), Fate.REFUSED, says)


def cleaned(title: str, file: str, data: bytes | Callable[[], bytes], *planted: bytes) -> Odd:
    """Kept, and what was planted is gone."""
    return Odd(title, file, _maker(data), Fate.KEPT, planted=(PLANTED, *planted))


def either(title: str, file: str, data: bytes | Callable[[], bytes]) -> Odd:
    return Odd(title, file, _maker(data), Fate.EITHER, planted=(PLANTED,))


def _maker(data: bytes | Callable[[], bytes]) -> Callable[[], bytes]:
    return (lambda: data) if isinstance(data, bytes) else data


TABLES = ("kinds", "pictures", "pdf_scripts", "pdf_shapes", "pdf_bombs", "cut")


def of(table: str) -> Iterator[Odd]:
    """Each table is the module of its name, with one function `every`."""
    found: Iterator[Odd] = import_module(f"tests.storage.hostile_files_{table}").every()
    return found


def every() -> Iterator[Odd]:
    for table in TABLES:
        yield from of(table)
