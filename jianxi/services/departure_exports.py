"""导出 of 终止见习审核: a workbook of the list as filtered. Names and reasons leave the house with it, so it is logged."""

import asyncio
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.departures import FLOW
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import departure_sheet
from jianxi.forms.departure_filters import DepartureFilters
from jianxi.queries import departure_exports
from jianxi.services import log
from jianxi.services.export_filters import told_filters
from jianxi.tables.unit_of_work import unit_of_work


async def export(
    viewer: OfficialViewer, filters: DepartureFilters, now: datetime, progress: Progress = unheard
) -> bytes:
    """Logged with its filters and the number of its rows before it is handed out."""
    lines = await departure_exports.lines(viewer, filters, periods.today(now), progress)
    facts = {"filters": told_filters(filters), "rows": len(lines)}
    async with unit_of_work():
        await log.record(viewer, now, FLOW.noun, 0, "export", facts=facts)
    return await asyncio.to_thread(departure_sheet.workbook, lines)
