"""导出 of 见习上岗审核: exactly the rows of the list as its address narrows it; many of them as a 后台任务."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.jobs import JobKind
from jianxi.exports import placement_sheet
from jianxi.forms.office_placement_filters import read_filters
from jianxi.queries import placement_exports as rows
from jianxi.routes.authority.placements import reviewer_of
from jianxi.services import placement_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.jobs import is_large, put_off
from jianxi.web.requests import now_of, query_of, today_of


async def export(request: Request) -> Response:
    """Whoever asks only for its head takes nothing out of the house, and no entry is made."""
    viewer, name = reviewer_of(request), f"{placement_sheet.TITLE}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    asked = query_of(request).raw()
    filters = read_filters(asked)
    if is_large(request, await rows.many(viewer, filters)):
        label = f"导出{placement_sheet.TITLE}"
        return await put_off(request, JobKind.PLACEMENTS_EXPORT, label, {"asked": asked})
    made = await placement_exports.export(viewer, filters, now_of(request))
    return download(made, name, XLSX)


routes = [Route("/placements/export", export, name="placements_export", methods=["GET"])]
