"""What the address of a list says: single values and words to find, untrusted as any input."""

from jianxi.forms.reading import Raw

LONGEST = 60
"""Of the words to find; what is longer is cut."""


def one(raw: Raw, name: str) -> str:
    """The first value of that name; empty when absent."""
    return next(iter(raw.get(name, ())), "")


def words(raw: Raw, name: str = "q") -> str:
    """The words to find, with single spaces between them."""
    return " ".join(one(raw, name).split())[:LONGEST]
