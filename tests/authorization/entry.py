"""What the harness must know of one address."""

from dataclasses import dataclass

DESK: frozenset[str] = frozenset()
"""As everywhere behind that desk's gate."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`noun` names the records whose numbers are asked for, in the path or, where `field` is given, in that field.
    `kinds` are those of the desk's users whom the page is for, if not for all of them."""

    noun: str = ""
    field: str = ""
    kinds: frozenset[str] = DESK
    more: frozenset[int] = frozenset()
    """Other statuses that are right where somebody may ask."""
    acts: bool = False
    """A POST needs no version to do what it says: it is not sent by those who may, whose own tests send it."""
