"""A roster (花名册) held against the records of today (核对), against its sending before, and against the version it corrects."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_differences import Difference, differences, head_differences
from jianxi.domain.rosters import RosterState
from jianxi.domain.subsidy_rules import Lacking
from jianxi.queries import roster_computing, roster_lines
from jianxi.queries.rosters import Roster
from jianxi.tables.rosters import Roster as Row

AT_ONCE = 300
"""People of a roster that is checked whenever it is looked at; a larger one when somebody asks for it."""


@dataclass(frozen=True, slots=True)
class Check:
    """How one set of lines differs from another."""

    head: tuple[str, ...] = ()
    """A sentence for each fact of the unit."""
    people: tuple[Difference, ...] = ()
    lacking: tuple[str, ...] = ()
    """What has to be entered before anything can be computed; then nothing else is known."""

    @property
    def agrees(self) -> bool:
        return not (self.head or self.people or self.lacking)

    @property
    def fen(self) -> int:
        """How much more, or less when negative, with insurance."""
        return sum(each.fen for each in self.people)

    @property
    def of(self) -> Mapping[int, Difference]:
        """By placement."""
        return {each.placement: each for each in self.people}


def is_checked(roster: Roster) -> bool:
    """Only what waits, and what was granted, is held against the records: the others are of the past."""
    return roster.counts or roster.state == RosterState.SENT


async def against_records(roster: Roster, today: date, *, asked: bool = True) -> Check | None:
    """What was sent beside what the records and parameters give now. None where there is nothing to check, and for a large
    one that nobody asked for."""
    if not is_checked(roster) or (roster.people > AT_ONCE and not asked):
        return None
    try:
        now = await roster_computing.computed(roster.employer, roster.kind, roster.period, today)
    except Lacking as lacking:
        return Check(lacking=lacking.sentences)
    except Missing:
        return Check(head=("单位现在没有见习基地",))
    sent = await roster_lines.head(roster.id, roster.round)
    lines = await roster_lines.whole(roster.id, roster.round)
    return Check(head_differences(sent, now.head), differences(lines, now.lines))


async def between(one: tuple[int, int], other: tuple[int, int]) -> Check:
    """Two sendings, each a roster and its round: what changed from the one to the other."""
    before, after = await roster_lines.head(*one), await roster_lines.head(*other)
    people = differences(await roster_lines.whole(*one), await roster_lines.whole(*other))
    return Check(head_differences(before, after), people)


async def before(roster: Roster, round: int) -> tuple[int, int] | None:
    """What a sending is compared with: the one before it, else the version that it corrects; None for the very first."""
    if round > 1:
        return roster.id, round - 1
    if roster.corrects is None:
        return None
    row = await Row.select(Row.round).where(Row.id == roster.corrects).first()
    return (roster.corrects, row["round"]) if row else None
