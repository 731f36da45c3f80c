"""A roster (花名册) held against the records of today (核对), against its sending before, and against the version it corrects."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain.money import format_yuan
from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_contents import Digest
from jianxi.domain.roster_differences import Difference, difference, head_differences, pairs
from jianxi.domain.roster_parts import Head, Line
from jianxi.domain.rosters import RosterState
from jianxi.domain.subsidy_rules import Lacking
from jianxi.queries import roster_computing, roster_lines
from jianxi.queries.roster_computing import Computed
from jianxi.queries.roster_kept_checks import Recent
from jianxi.queries.roster_stamps import stamp
from jianxi.queries.rosters import Roster
from jianxi.queries.taking_turns import in_turn
from jianxi.tables.rosters import Roster as Row
from jianxi.tables.rosters import RosterRound

AT_A_TIME = 20
"""Lines written down before other requests have their turn."""
_recent = Recent["Check"]()
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
    def are_there(self) -> bool:
        """Whether anything differs that moves money or tells who is paid."""
        return not self.agrees

    @property
    def sentence(self) -> str:
        """报送后记录或参数有变化：3人有变化，合计增加120.00元。"""
        if self.lacking:
            return "；".join(self.lacking).rstrip("。") + "。"
        return f"报送后记录或参数有变化：{self.told}。"

    @property
    def told(self) -> str:
        """3人有变化，合计增加120.00元；银行账号由…变为…."""
        people = [f"{len(self.people)}人有变化，{self._money}"] if self.people else []
        return "；".join([*people, *self.head])

    @property
    def brief(self) -> str:
        """`sentence` in counts and sums, without what it was and is."""
        people = [f"{len(self.people)}人有变化，{self._money}"] if self.people else []
        unit = [f"单位信息等{len(self.head)}项有变化"] if self.head else []
        return self.sentence if self.lacking else f"报送后记录或参数有变化：{'；'.join([*people, *unit])}。"

    @property
    def _money(self) -> str:
        if not self.fen:
            return "合计不变"
        return f"合计{'增加' if self.fen > 0 else '减少'}{format_yuan(abs(self.fen))}元"

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
    if roster.people <= AT_ONCE:
        return await _checked(roster, today)
    try:
        key = (roster.id, roster.version, today, await stamp(roster.employer))
    except Missing:
        return await _checked(roster, today)
    return _recent.get(key) or _recent.keep(key, await _checked(roster, today))


async def _checked(roster: Roster, today: date) -> Check:
    try:
        now = await roster_computing.computed(roster.employer, roster.kind, roster.period, today)
    except Lacking as lacking:
        return Check(lacking=lacking.sentences)
    except Missing:
        return Check(head=("单位现在没有见习基地",))
    return await since_sent(roster.id, roster.round, now)


async def since_sent(roster: int, round: int, now: Computed) -> Check:
    """A sending beside what was computed now. Lines that are alike to the letter, whatever values were entered since for
    other months, are not read."""
    sent = await roster_lines.head(roster, round)
    clauses = head_differences(sent, now.head)
    if await digest_of(roster, round) == await _digest(sent, now.lines):
        return Check(clauses)
    return Check(clauses, await _differences(await roster_lines.whole(roster, round), now.lines))


async def _differences(before: Sequence[Line], after: Sequence[Line]) -> tuple[Difference, ...]:
    found = [difference(*pair) async for pair in in_turn(pairs(before, after), AT_A_TIME)]
    return tuple(each for each in found if each is not None)


async def _digest(head: Head, lines: Sequence[Line]) -> str:
    made = Digest(head)
    for first in range(0, len(lines), AT_A_TIME):
        await asyncio.sleep(0)
        made.add(lines[first : first + AT_A_TIME])
    return made.hexadecimal


async def digest_of(roster: int, round: int) -> str:
    row = (
        await RosterRound.select(RosterRound.digest)
        .where(RosterRound.roster == roster, RosterRound.round == round)
        .first()
    )
    return row["digest"] if row else ""


async def between(one: tuple[int, int], other: tuple[int, int]) -> Check:
    """Two sendings, each a roster and its round: what changed from the one to the other."""
    before, after = await roster_lines.head(*one), await roster_lines.head(*other)
    people = await _differences(await roster_lines.whole(*one), await roster_lines.whole(*other))
    return Check(head_differences(before, after), people)


async def before(roster: Roster, round: int) -> tuple[int, int] | None:
    """What a sending is compared with: the one before it, else the version that it corrects; None for the very first."""
    if round > 1:
        return roster.id, round - 1
    if roster.corrects is None:
        return None
    row = await Row.select(Row.round).where(Row.id == roster.corrects).first()
    return (roster.corrects, row["round"]) if row else None
