"""Reads the stored sendings of a roster (花名册): head and lines as they were frozen, and their sums by month. Of a roster
that the viewer was found to see."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from datetime import date

from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable

from jianxi.crypto import sealing
from jianxi.domain import roster_texts
from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_parts import Head, Line
from jianxi.domain.subsidies import Standing
from jianxi.domain.texts import fold
from jianxi.queries.conditions import pattern
from jianxi.queries.taking_turns import in_turn
from jianxi.tables.rosters import RosterLine, RosterMonth, RosterRound
from jianxi.tables.statements import Selection

HEAD_SEAL, LINE_SEAL = "roster.head", "roster.line"
A_READ = 100
"""Lines a statement."""
AT_A_TIME = 10
"""Lines unsealed before other requests have their turn."""
_SOME = "ORDER BY roster_line.place LIMIT {}"
_CONTENT = Selection(RosterLine, (RosterLine.place, RosterLine.content))


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Which lines are asked for."""

    standing: Standing | None = None
    """With a month of that standing."""
    words: str = ""
    """In the person's name."""
    placements: tuple[int, ...] | None = None
    """One of these; None is everybody."""


EVERYBODY = Narrowed()


@dataclass(frozen=True, slots=True)
class MonthSum:
    """One month of a sending. Money in 分, of what is payable."""

    month: date
    payable: int
    """Person-months of that standing, as the next two."""
    pending: int
    excluded: int
    fen: int
    insurance_fen: int


def sealed_head(text: str) -> bytes:
    """Of a head as `roster_texts.of_head` writes it: the same text goes into the digest."""
    return sealing.seal(text, HEAD_SEAL)


def sealed_line(text: str) -> bytes:
    """Of a line as `roster_texts.of_line` writes it, likewise."""
    return sealing.seal(text, LINE_SEAL)


async def head(roster: int, round: int) -> Head:
    """`Missing` for a sending that there is not."""
    return roster_texts.to_head(await head_text(roster, round))


async def head_text(roster: int, round: int) -> str:
    """Letter for letter as it was sealed; `Missing` as above."""
    mine = (RosterRound.roster == roster) & (RosterRound.round == round)
    row = await RosterRound.select(RosterRound.content).where(mine).first()
    if row is None:
        raise Missing
    return sealing.unseal(row["content"], HEAD_SEAL)


async def one(roster: int, round: int, placement: int) -> Line:
    """`Missing` for a placement that has no line in it."""
    found = await _read(_of(roster, round) & (RosterLine.placement == placement))
    if not found:
        raise Missing
    return found[0]


async def many(roster: int, round: int, asked: Narrowed = EVERYBODY) -> int:
    """How many lines there are."""
    return int(await RosterLine.count().where(_narrowed(roster, round, asked)))


async def page(roster: int, round: int, *, offset: int, size: int, asked: Narrowed = EVERYBODY) -> list[Line]:
    """Some lines in their order."""
    wanted = RosterLine.select(RosterLine.content).where(_narrowed(roster, round, asked))
    rows = await wanted.order_by(RosterLine.place).offset(offset).limit(size)
    return [opened(row["content"]) for row in rows]


async def every(roster: int, round: int) -> AsyncIterator[Sequence[Line]]:
    """All lines in their order, some at a time."""
    last = 0
    while found := await _read(_of(roster, round) & (RosterLine.place > last)):
        last = found[-1].place
        yield found


async def texts(roster: int, round: int) -> AsyncIterator[str]:
    """All lines in their order, letter for letter as they were sealed."""
    last = 0
    while rows := await _CONTENT.where(_of(roster, round) & (RosterLine.place > last), _SOME.format(A_READ)):
        last = rows[-1]["place"]
        async for row in in_turn(rows, AT_A_TIME):
            yield sealing.unseal(row["content"], LINE_SEAL)


async def whole(roster: int, round: int) -> tuple[Line, ...]:
    """All lines in their order."""
    return tuple([line async for part in every(roster, round) for line in part])


async def by_month(roster: int, round: int) -> tuple[MonthSum, ...]:
    """In the order of the months; together they are the sums of the sending."""
    rows = await RosterMonth.raw(_BY_MONTH, roster, round)
    return tuple(MonthSum(row["month"], *(int(row[name]) for name in _SUMS)) for row in rows)


_NAMED = """EXISTS (SELECT 1 FROM person pe WHERE pe.id = roster_line.person AND lower(pe.name) LIKE {} ESCAPE '!')"""
_SUMS = (*(each.value for each in Standing), "fen", "insurance_fen")
"""As the fields of `MonthSum`. PostgreSQL sums large numbers as decimals."""
_OF = "FILTER (WHERE standing = '{}')"
_BY_MONTH = f"""
SELECT month, {", ".join(f"COUNT(*) {_OF.format(each.value)} AS {each.value}" for each in Standing)},
       SUM(fen) AS fen, SUM(insurance_fen) AS insurance_fen
FROM roster_month WHERE roster = {{}} AND round = {{}} GROUP BY month ORDER BY month
"""


def _of(roster: int, round: int) -> Combinable:
    return (RosterLine.roster == roster) & (RosterLine.round == round)


def _narrowed(roster: int, round: int, asked: Narrowed) -> Combinable:
    found: Combinable = _of(roster, round)
    if asked.standing is not None:
        of = RosterMonth
        mine = (of.roster == roster) & (of.round == round) & (of.standing == asked.standing.value)
        found = found & RosterLine.placement.is_in(of.select(of.placement).where(mine))
    if asked.placements is not None:
        found = found & RosterLine.placement.is_in(list(asked.placements) or [0])
    for word in fold(asked.words).split():
        found = found & WhereRaw(_NAMED, pattern(word))
    return found


async def _read(condition: Combinable) -> list[Line]:
    rows = await _CONTENT.where(condition, _SOME.format(A_READ))
    return [opened(row["content"]) async for row in in_turn(rows, AT_A_TIME)]


def opened(content: bytes) -> Line:
    """A line as it is stored."""
    return roster_texts.to_line(sealing.unseal(content, LINE_SEAL))
