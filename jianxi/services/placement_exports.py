"""导出 of 见习上岗审核: a workbook of the list as filtered. Names and schools leave the house with it, so it is logged."""

import asyncio
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.placements import FLOW
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import placement_sheet
from jianxi.forms.office_placement_filters import Filters
from jianxi.queries import placement_exports
from jianxi.services import log
from jianxi.services.export_filters import told_filters
from jianxi.tables.unit_of_work import unit_of_work


async def export(
    viewer: OfficialViewer, filters: Filters, now: datetime, progress: Progress = unheard
) -> bytes:
    """Logged with its filters and the number of its rows before it is handed out."""
    lines = await placement_exports.lines(viewer, filters, periods.today(now), progress)
    facts = {"filters": told_filters(filters), "rows": len(lines)}
    async with unit_of_work():
        await log.record(viewer, now, FLOW.noun, 0, "export", facts=facts)
    return await asyncio.to_thread(placement_sheet.workbook, lines)
