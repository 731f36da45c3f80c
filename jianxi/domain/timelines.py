"""Timelines: what is in force of a parameter 参数, day by day, put in order once and asked many times."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from operator import attrgetter

from jianxi.domain.periods import DAY, Period
from jianxi.domain.policy import Parameter, PolicyValue
from jianxi.domain.regions import Level, level_of
from jianxi.domain.subsidies import InForce, Timeline

_SINCE = attrgetter("since")


def timeline(parameter: Parameter, values: Iterable[PolicyValue], regions: Sequence[str]) -> Timeline:
    """Everything that is ever in force for a region, with the meaning of `policy.in_force`: the nearest region that
    has a value by a day goes before those above it, from its first value on for good."""
    given = [*parameter.shipped, *(value for value in values if value.key == parameter.key)]
    stretches: list[InForce] = []
    until: date | None = None
    for region in regions or ("",):
        own = {value.effective_from: value for value in given if _is_of(value, region)}
        before = [value for day, value in own.items() if until is None or day < until]
        stretches += [InForce(each.effective_from, each.value, each.region, each.source) for each in before]
        until = min([*own, *([until] if until else [])], default=None)
    return Timeline(parameter.key, tuple(sorted(stretches, key=_SINCE)))


def on(line: Timeline, day: date) -> InForce | None:
    """What is in force on a day."""
    place = bisect_right(line.stretches, day, key=_SINCE)
    return line.stretches[place - 1] if place else None


def during(line: Timeline, days: Period) -> Iterator[tuple[int, InForce]]:
    """How many of the days each value is in force, in their order; days before the first value are left out."""
    place = bisect_right(line.stretches, days.first, key=_SINCE)
    first = days.first if place else days.last + DAY
    for following in line.stretches[place:]:
        if following.since > days.last:
            break
        if place:
            yield (following.since - first).days, line.stretches[place - 1]
        first, place = following.since, place + 1
    if first <= days.last:
        yield (days.last - first).days + 1, line.stretches[place - 1]


def _is_of(value: PolicyValue, region: str) -> bool:
    """A value for everywhere counts as the province's."""
    return value.region == region or (not value.region and level_of(region) is Level.PROVINCE)
