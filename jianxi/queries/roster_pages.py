"""One page of the lines of a roster (花名册): of what was sent, or of what would be sent now."""

from collections.abc import Iterable
from dataclasses import dataclass

from jianxi.domain.periods import Period
from jianxi.domain.roster_parts import Behind, Head, Line
from jianxi.domain.roster_rows import ShownLine, rows
from jianxi.domain.subsidies import Standing
from jianxi.domain.subsidy_words import STANDINGS, rate_of
from jianxi.queries import roster_lines
from jianxi.queries.roster_computing import Computed
from jianxi.queries.roster_lines import Narrowed
from jianxi.queries.rosters import Roster
from jianxi.tables.placements import Placement

SIZE = 20
APART = (Standing.PENDING, Standing.EXCLUDED)
"""What is not summed, in the order in which it is shown."""


@dataclass(frozen=True, slots=True)
class Sums:
    """Of everything that is payable. Money in 分."""

    people: int
    months: int
    fen: int
    insurance_fen: int

    @property
    def total_fen(self) -> int:
        return self.fen + self.insurance_fen


@dataclass(frozen=True, slots=True)
class Group:
    """People with months of one standing, and how many there are in all."""

    standing: Standing
    word: str
    lines: tuple[ShownLine, ...]
    many: int


@dataclass(frozen=True, slots=True)
class LinesPage:
    """What a page shows: the lines that are summed and beside them some of those apart, or one standing alone."""

    head: Head
    people: int
    """All lines."""
    sums: Sums
    lines: tuple[ShownLine, ...]
    apart: tuple[Group, ...]
    many: int
    """Of what is parted into pages, on all of them."""

    @property
    def figure(self) -> str:
        """留用率 of a settlement in one sentence."""
        return rate_of(self.head.figure) if self.head.figure else ""

    @property
    def retained(self) -> tuple[Behind, ...]:
        return self.head.names(self.head.figure.retained if self.head.figure else ())

    @property
    def completed(self) -> tuple[Behind, ...]:
        return self.head.names(self.head.figure.completed if self.head.figure else ())


def of_computed(found: Computed, number: int, asked: Standing | None = None) -> LinesPage:
    """Of what would be sent now."""
    by_standing = {each: _with(found.lines, each) for each in Standing}
    paid, figure, begins = by_standing[Standing.PAYABLE], found.head.figure, (number - 1) * SIZE
    months = sum(line.months_counted for line in paid)
    sums = Sums(len(paid), months, found.fen, found.insurance_fen)
    shown = {each: _part(by_standing[each], begins if each is _wanted(asked) else 0) for each in Standing}
    groups = [
        Group(each, STANDINGS[each], rows(shown[each], figure, each), len(by_standing[each]))
        for each in _apart(asked)
        if by_standing[each]
    ]
    lines = rows(shown[Standing.PAYABLE], figure, Standing.PAYABLE) if asked not in APART else ()
    many = len(by_standing[_wanted(asked)])
    return LinesPage(found.head, len(found.lines), sums, lines, tuple(groups), many)


async def of_sending(roster: Roster, round: int, number: int, asked: Standing | None = None) -> LinesPage:
    """Of a sending, as it was frozen."""
    head, begins = await roster_lines.head(roster.id, round), (number - 1) * SIZE
    by_month = await roster_lines.by_month(roster.id, round)
    many = {each: await roster_lines.many(roster.id, round, Narrowed(each)) for each in Standing}
    sums = Sums(
        many[Standing.PAYABLE],
        sum(month.payable for month in by_month),
        sum(month.fen for month in by_month),
        sum(month.insurance_fen for month in by_month),
    )
    groups = []
    for each in _apart(asked):
        if many[each]:
            part = await _page(roster, round, head, each, begins if each is asked else 0)
            groups.append(Group(each, STANDINGS[each], part, many[each]))
    lines = await _page(roster, round, head, Standing.PAYABLE, begins) if asked not in APART else ()
    people = await roster_lines.many(roster.id, round)
    return LinesPage(head, people, sums, lines, tuple(groups), many[_wanted(asked)])


def _wanted(asked: Standing | None) -> Standing:
    return asked or Standing.PAYABLE


def _apart(asked: Standing | None) -> tuple[Standing, ...]:
    if asked is None:
        return APART
    return (asked,) if asked in APART else ()


def _part(lines: list[Line], begins: int) -> list[Line]:
    return lines[begins : begins + SIZE]


async def _page(
    roster: Roster, round: int, head: Head, standing: Standing, offset: int
) -> tuple[ShownLine, ...]:
    asked = Narrowed(standing)
    found = await roster_lines.page(roster.id, round, offset=offset, size=SIZE, asked=asked)
    return rows(found, head.figure, standing)


def _with(lines: Iterable[Line], standing: Standing) -> list[Line]:
    return [line for line in lines if any(month.standing is standing for month in line.months)]


async def many_people(employer: int, period: Period) -> int:
    """At most so many lines a roster of these months has."""
    of = Placement
    touches = (of.starts_on <= period.last) & (of.ends_on >= period.first)
    return int(await of.count().where((of.employer == employer) & touches))
