"""导出 of 见习基地审核: a workbook of the list as filtered. Telephone numbers leave the house with it, so it is logged."""

import asyncio
from datetime import datetime

from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import base_sheet
from jianxi.forms.base_filters import BaseFilters
from jianxi.queries import base_exports
from jianxi.services import log
from jianxi.services.export_filters import told_filters
from jianxi.tables.unit_of_work import unit_of_work


async def export(
    viewer: OfficialViewer, filters: BaseFilters, now: datetime, progress: Progress = unheard
) -> bytes:
    """Logged with its filters and the number of its rows before it is handed out."""
    lines = await base_exports.lines(viewer, filters, progress)
    facts = {"filters": told_filters(filters, of_people=False), "rows": len(lines)}
    async with unit_of_work():
        await log.record(viewer, now, "base", 0, "export", facts=facts)
    return await asyncio.to_thread(base_sheet.workbook, lines)
