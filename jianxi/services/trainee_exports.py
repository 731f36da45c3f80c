"""导出 of 上岗人员管理: a workbook of the list as filtered. Telephone numbers leave the house with it, so it is logged."""

import asyncio
from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.viewers import EmployerViewer
from jianxi.exports import trainee_sheet
from jianxi.forms.trainee_filters import TraineeFilters
from jianxi.queries import trainee_exports
from jianxi.services import log
from jianxi.services.export_filters import told_filters
from jianxi.tables.unit_of_work import unit_of_work


async def export(
    viewer: EmployerViewer, filters: TraineeFilters, now: datetime, progress: Progress = unheard
) -> bytes:
    """Logged with its filters and the number of its rows before it is handed out."""
    lines = await trainee_exports.lines(viewer, filters, periods.today(now), progress)
    facts = {"filters": told_filters(filters), "rows": len(lines)}
    async with unit_of_work():
        await log.record(viewer, now, "placement", 0, "export", facts=facts)
    return await asyncio.to_thread(trainee_sheet.workbook, lines)
