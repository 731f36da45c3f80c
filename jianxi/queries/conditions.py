"""Conditions that the lists of several nouns share: a place and all in it, and words to be contained."""

from datetime import UTC, date, datetime, time

from piccolo.columns import Column
from piccolo.custom_types import Combinable

from jianxi.domain import regions
from jianxi.domain.periods import DAY, SHANGHAI
from jianxi.forms.day_ranges import days_of


def inside(column: Column, region: str) -> Combinable:
    """The county in `column` lies in the region, or is it."""
    first, last = regions.span(region)
    return (column >= first) & (column <= last)


def during(column: Column, days: str) -> list[Combinable]:
    """The instant in `column` lies on one of the days that the address of a list has; no condition without any."""
    if not days:
        return []
    first, last = days_of(days).first, days_of(days).last
    return [column >= midnight(first), column < midnight(last + DAY)]


def midnight(day: date) -> datetime:
    """When a day begins in Shanghai, as both databases write and compare instants."""
    return datetime.combine(day, time(), SHANGHAI).astimezone(UTC)


def pattern(word: str) -> str:
    """For LIKE … ESCAPE '!': what contains the word. A sign of our own, for the databases disagree on the backslash."""
    escaped = word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
    return f"%{escaped}%"
