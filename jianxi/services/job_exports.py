"""导出 of lists with many rows as 后台任务: exactly what the list's own 导出 would make, with the address it was asked at."""

from collections.abc import Mapping
from typing import Any

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.exports import base_sheet, departure_sheet, placement_sheet, trainee_sheet
from jianxi.forms import base_filters, departure_filters, office_placement_filters, trainee_filters
from jianxi.services import base_exports, departure_exports, placement_exports, trainee_exports
from jianxi.services.job_context import Context, Done

TOLD = "已导出{:,}行。"


async def bases(args: Mapping[str, Any], context: Context) -> Done:
    filters = base_filters.read_filters(args["asked"])
    made = await base_exports.export(_official(context), filters, context.now, context.progress)
    return _done(context, base_sheet.TITLE, made)


async def placements(args: Mapping[str, Any], context: Context) -> Done:
    filters = office_placement_filters.read_filters(args["asked"])
    made = await placement_exports.export(_official(context), filters, context.now, context.progress)
    return _done(context, placement_sheet.TITLE, made)


async def departures(args: Mapping[str, Any], context: Context) -> Done:
    filters = departure_filters.read_filters(args["asked"])
    made = await departure_exports.export(_official(context), filters, context.now, context.progress)
    return _done(context, departure_sheet.TITLE, made)


async def trainees(args: Mapping[str, Any], context: Context) -> Done:
    filters = trainee_filters.read_filters(args["asked"])
    made = await trainee_exports.export(_employer(context), filters, context.now, context.progress)
    return _done(context, trainee_sheet.TITLE, made)


def _done(context: Context, title: str, made: bytes) -> Done:
    name = f"{title}_{periods.today(context.now).isoformat()}.xlsx"
    return Done(TOLD.format(context.done), name=name, content=made)


def _official(context: Context) -> OfficialViewer:
    if isinstance(context.viewer, OfficialViewer):
        return context.viewer
    raise Missing


def _employer(context: Context) -> EmployerViewer:
    if isinstance(context.viewer, EmployerViewer):
        return context.viewer
    raise Missing
