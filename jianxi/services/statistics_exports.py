"""导出 of 统计: the figures of the page as a workbook. It names nobody, so that taking it is not logged."""

import asyncio

from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import statistics_sheet
from jianxi.forms.statistics_filters import StatisticsFilters
from jianxi.queries import statistics_sheets


async def export(viewer: OfficialViewer, filters: StatisticsFilters) -> bytes:
    told = await statistics_sheets.contents(viewer, filters)
    return await asyncio.to_thread(statistics_sheet.workbook, told)
