"""下载备案表: the workbook of one sending. Contacts and telephone numbers leave the house with it, so it is logged."""

import asyncio
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.filings import FLOW
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import filing_sheet
from jianxi.queries.filed_bases import Sending
from jianxi.queries.filings import Filing, Round
from jianxi.services import log
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.templating import region


async def export(
    viewer: OfficialViewer, filing: Filing, round: Round, sending: Sending, now: datetime
) -> bytes:
    """Logged with the number of its rows before it is handed out."""
    head = filing_sheet.Head(filing.number, region(filing.city), round.number, periods.today(round.sent_at))
    rows = [
        filing_sheet.Row(line.place, line.facts, line.before is None, line.changes, line.is_in_force)
        for line in sending.lines
    ]
    facts = {"round": round.number, "rows": len(rows)}
    async with unit_of_work():
        await log.record(viewer, now, FLOW.noun, filing.id, "export", facts=facts)
    return await asyncio.to_thread(filing_sheet.workbook, head, rows)
