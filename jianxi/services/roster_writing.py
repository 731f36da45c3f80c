"""Writes the lines of a sending (报送) of a 花名册: some at a time, before the one short transaction that sends them.

They stand under the number of the next sending and mean nothing until the roster has that number. Whoever begins takes the
roster for theirs; nobody goes on with, or sends, what another has begun to write over."""

import asyncio
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from piccolo.querystring import QueryString

from jianxi.domain import roster_texts
from jianxi.domain.outcomes import Stale
from jianxi.domain.roster_contents import Digest
from jianxi.domain.roster_parts import Attached, Head, Line
from jianxi.domain.subsidies import MonthAmount, Standing
from jianxi.queries import roster_files
from jianxi.queries.roster_computing import Computed
from jianxi.queries.roster_lines import sealed_head, sealed_line
from jianxi.queries.rosters import Roster
from jianxi.tables.engine import current
from jianxi.tables.rosters import Roster as Row
from jianxi.tables.rosters import RosterLine, RosterMonth
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert_many

Progress = Callable[[int, int], None]
"""Lines done, of how many. What it raises ends the writing; what was written is then written over by the next."""
AT_ONCE = 100
"""Lines a transaction."""
SEALED_AT_ONCE = 20
"""Lines sealed before other requests have their turn."""
MONTHS_AT_ONCE = 1_000
"""Rows a statement."""
LEFT_AT_ONCE = 5_000
OVERTAKEN = "您的操作未执行：这份花名册正在另一处报送。请稍候刷新页面，查看结果。"


@dataclass(frozen=True, slots=True)
class Written:
    """Lines that lie ready to be sent."""

    round: int
    token: str
    people: int
    months: int
    head: Head
    """With the evidence that goes along."""
    digest: str

    @property
    def content(self) -> bytes:
        """The head as it is stored."""
        return sealed_head(roster_texts.of_head(self.head))


def nothing(done: int, total: int) -> None:
    """Of whom nobody waits to be told."""


async def write(roster: Roster, computed: Computed, progress: Progress) -> Written:
    """All lines of the next sending. Not in a unit of work: it makes its own. Raises `Stale` when somebody else began to
    write the same, or the roster is no longer as it was read."""
    token, round = secrets.token_hex(16), roster.round + 1
    await _begin(roster, token)
    head = replace(computed.head, evidence=await _attached(roster.id))
    digest, total = Digest(head), len(computed.lines)
    progress(0, total)
    for first in range(0, total, AT_ONCE):
        lines = computed.lines[first : first + AT_ONCE]
        rows = await _rows(roster.id, round, lines, digest)
        months = [_month(roster, round, line, month) for line in lines for month in line.months]
        async with unit_of_work():
            await hold(roster.id, token)
            await insert_many(RosterLine, rows)
            for at in range(0, len(months), MONTHS_AT_ONCE):
                await insert_many(RosterMonth, months[at : at + MONTHS_AT_ONCE])
        progress(first + len(lines), total)
    many = sum(len(line.months) for line in computed.lines)
    return Written(round, token, total, many, head, digest.hexadecimal)


async def hold(id: int, token: str) -> None:
    """Inside a unit of work: the roster's row, if what is being written is still of who has this token."""
    query = Row.update({Row.writing: Row.writing}).where((Row.id == id) & (Row.writing == token))
    if not await query.returning(Row.id):
        raise Stale(OVERTAKEN)


async def is_whole(id: int, written: Written) -> bool:
    """Whether just these lines and this evidence lie there: the last look before they are sent."""
    if await _attached(id) != written.head.evidence:
        return False
    tables: tuple[Any, ...] = (RosterLine, RosterMonth)
    here = [await each.count().where((each.roster == id) & (each.round == written.round)) for each in tables]
    return here == [written.people, written.months]


async def _attached(id: int) -> tuple[Attached, ...]:
    had = await roster_files.of_roster(id)
    return tuple(Attached(each.kind, each.file.digest, each.file.pages) for each in had)


async def clear(id: int, above: int) -> bool:
    """Inside a unit of work: takes away some of what was written above the newest sending; whether there may be more."""
    for table in ("roster_month", "roster_line"):
        left = f"SELECT id FROM {table} WHERE roster = {{}} AND round > {{}} LIMIT {LEFT_AT_ONCE}"
        statement = QueryString(f"DELETE FROM {table} WHERE id IN ({left}) RETURNING id", id, above)
        if len(await current().run_querystring(statement)) == LEFT_AT_ONCE:
            return True
    return False


async def _begin(roster: Roster, token: str) -> None:
    """Takes it over from whoever else writes, and what they have written away."""
    async with unit_of_work():
        as_read = (Row.id == roster.id) & (Row.version == roster.version)
        if not await Row.update({Row.writing: token}).where(as_read).returning(Row.id):
            raise Stale(OVERTAKEN)
    more = True
    while more:
        async with unit_of_work():
            await hold(roster.id, token)
            more = await clear(roster.id, roster.round)


async def _rows(id: int, round: int, lines: Sequence[Line], digest: Digest) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(lines):
        if number % SEALED_AT_ONCE == 0:
            await asyncio.sleep(0)
        text = roster_texts.of_line(line)
        digest.add_texts((text,))
        rows.append({"roster": id, "round": round, **_line(line), "content": sealed_line(text)})
    return rows


def _line(line: Line) -> dict[str, Any]:
    return {
        "place": line.place,
        "placement": line.placement,
        "person": line.person,
        "departure": line.departure,
        "retention": line.retention,
        "months": line.months_counted,
        "fen": line.fen,
        "insurance_fen": line.insurance_fen,
    }


def _month(roster: Roster, round: int, line: Line, month: MonthAmount) -> dict[str, Any]:
    is_payable = month.standing is Standing.PAYABLE
    return {
        "roster": roster.id,
        "round": round,
        "placement": line.placement,
        "person": line.person,
        "kind": roster.kind.value,
        "month": month.month,
        "standing": month.standing.value,
        "fen": month.fen if is_payable else 0,
        "insurance_fen": month.insurance_fen if is_payable else 0,
        "counted": False,
    }
