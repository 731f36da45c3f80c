"""导出 of a 花名册: what would be sent now, or one sending as it was frozen. Whole ID numbers leave the house with it, so
it is logged."""

import asyncio
from datetime import datetime

from jianxi.domain import labels, periods
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.periods import Period
from jianxi.domain.roster_parts import Line
from jianxi.domain.rosters import FLOW, RosterKind
from jianxi.domain.viewers import EmployerViewer, Viewer
from jianxi.exports import roster_sheet
from jianxi.exports.roster_sheet import Told
from jianxi.queries import roster_computing, roster_lines, roster_sizes, rosters
from jianxi.queries.rosters import Roster
from jianxi.services import log
from jianxi.tables.unit_of_work import unit_of_work

NOT_SENT = "预览，尚未报送"


async def preview(
    viewer: EmployerViewer, kind: RosterKind, period: Period, now: datetime, progress: Progress = unheard
) -> bytes:
    """As it would be sent now. Raises `Lacking`."""
    progress(0, await roster_sizes.of_employer(viewer.employer, period))
    found = await roster_computing.computed(viewer.employer, kind, period, periods.today(now))
    months = {"kind": kind.value, "from": f"{period.first:%Y-%m}", "to": f"{period.last:%Y-%m}"}
    await _log(viewer, 0, months | {"rows": len(found.lines)}, now)
    progress(0, sum(1 + len(line.months) for line in found.lines))
    told = Told("", NOT_SENT)
    return await asyncio.to_thread(roster_sheet.workbook, found.head, found.lines, told, progress)


async def sending(
    viewer: Viewer, roster: Roster, round: int, now: datetime, progress: Progress = unheard
) -> bytes:
    """One that was sent. `Missing` for a round that there is not."""
    head, lines = await roster_lines.head(roster.id, round), list[Line]()
    many = await roster_sizes.of_sending(roster.id, round)
    async for part in roster_lines.every(roster.id, round):
        progress(0, many)
        lines += part
    told = await _told(roster, round)
    await _log(viewer, roster.id, {"round": round, "rows": len(lines)}, now)
    return await asyncio.to_thread(roster_sheet.workbook, head, lines, told, progress)


async def _told(roster: Roster, round: int) -> Told:
    """Of a round that there is."""
    shown = next(each for each in await rosters.rounds(roster) if each.number == round)
    at = periods.in_shanghai(shown.sent_at)
    sent = f"{periods.spoken(at.date())} {at:%H:%M}　{shown.sent_by}"
    state = roster.shown.label if round == roster.round else labels.state(FLOW.noun, shown.decision)
    return Told(roster.number, state, roster.serial, shown.digest, sent)


async def _log(viewer: Viewer, id: int, facts: dict[str, object], now: datetime) -> None:
    async with unit_of_work():
        await log.record(viewer, now, FLOW.noun, id, "export", facts=facts)
