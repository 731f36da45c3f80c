"""Conditions that the lists of several nouns share: a place and all in it, and words to be contained."""

from piccolo.columns import Column
from piccolo.custom_types import Combinable

from jianxi.domain import regions


def inside(column: Column, region: str) -> Combinable:
    """The county in `column` lies in the region, or is it."""
    first, last = regions.span(region)
    return (column >= first) & (column <= last)


def pattern(word: str) -> str:
    """For LIKE … ESCAPE '!': what contains the word. A sign of our own, for the databases disagree on the backslash."""
    escaped = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{escaped}%"
