"""The values of a parameter 参数 one after another: which is in force, which is still to come, which was put right."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from jianxi.domain import policy
from jianxi.domain.policy import Parameter, PolicyValue
from jianxi.domain.regions import Level, level_of

SHIPPED = "系统预置"


class Standing(StrEnum):
    """What becomes of a dated value on a day."""

    PLANNED = "planned"
    IN_FORCE = "in_force"
    PASSED_OVER = "passed_over"
    """It would be in force, had not a nearer region a value of its own."""
    ENDED = "ended"
    REPLACED = "replaced"
    """One of the same region and day was entered after it."""


LABELS = {
    Standing.PLANNED: ("待生效", "wait"),
    Standing.IN_FORCE: ("现行", "live"),
    Standing.PASSED_OVER: ("本地另有设置", ""),
    Standing.ENDED: ("已由后来的值接替", ""),
    Standing.REPLACED: ("已更正", ""),
}
"""The word and its shape."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with the row that it was entered as; a shipped one has neither number nor instant."""

    value: PolicyValue
    id: int = 0
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dated:
    """One value of a history as it is told."""

    parameter: Parameter
    entry: Entry
    region: str
    """Of those asked for; "everywhere" is the farthest's."""
    standing: Standing

    @property
    def shown(self) -> str:
        return shown(self.parameter, self.entry.value)

    @property
    def since(self) -> date:
        return self.entry.value.effective_from

    @property
    def is_from_the_beginning(self) -> bool:
        """A day long before there was any such scheme says nothing to anybody."""
        return self.since.year < BEGINNING

    @property
    def is_planned(self) -> bool:
        return self.standing is Standing.PLANNED

    @property
    def by(self) -> str:
        return self.entry.value.entered_by or SHIPPED

    @property
    def label(self) -> str:
        return LABELS[self.standing][0]

    @property
    def shape(self) -> str:
        return LABELS[self.standing][1]


BEGINNING = 2000


def shown(parameter: Parameter, value: PolicyValue) -> str:
    """With its unit: 60%, 2,400.00元, 12个月, 是."""
    return policy.format_value(parameter, value.value) + parameter.unit


def history(
    parameter: Parameter, entries: Iterable[Entry], regions: Sequence[str], day: date
) -> tuple[Dated, ...]:
    """All values of these regions (nearest first) for the parameter, the latest day first. `entries` in the order of
    entering. What is in force here is what `policy.in_force` answers."""
    by_region: defaultdict[str, list[Entry]] = defaultdict(list)
    own = (entry for entry in entries if entry.value.key == parameter.key)
    for entry in (*map(Entry, parameter.shipped), *own):
        region = _place(entry.value.region, regions)
        if region is not None:
            by_region[region].append(entry)
    found: list[Dated] = []
    is_taken = False
    for region in regions:
        told = [Dated(parameter, *each) for each in _told(by_region[region], region, day, is_taken)]
        is_taken = is_taken or any(each.standing is Standing.IN_FORCE for each in told)
        found += told
    return tuple(sorted(found, key=lambda each: (each.since, -regions.index(each.region)), reverse=True))


def _place(region: str, regions: Sequence[str]) -> str | None:
    if region in regions:
        return region
    last = regions[-1]
    return last if not region and level_of(last) is Level.PROVINCE else None


def _told(
    entries: list[Entry], region: str, day: date, is_taken: bool
) -> Iterator[tuple[Entry, str, Standing]]:
    """Of one region, the newest first: of the same day what was entered last."""
    ordered = sorted(entries, key=lambda entry: entry.value.effective_from)
    seen: set[date] = set()
    is_current = False
    for entry in reversed(ordered):
        begins = entry.value.effective_from
        if begins in seen:
            standing = Standing.REPLACED
        elif begins > day:
            standing = Standing.PLANNED
        elif is_current:
            standing = Standing.ENDED
        else:
            standing = Standing.PASSED_OVER if is_taken else Standing.IN_FORCE
            is_current = True
        seen.add(begins)
        yield entry, region, standing
