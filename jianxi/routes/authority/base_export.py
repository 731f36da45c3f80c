"""导出 of 见习基地审核: exactly the rows of the list as its address narrows it; many of them as a 后台任务."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.jobs import JobKind
from jianxi.exports import base_sheet
from jianxi.forms.base_filters import read_filters
from jianxi.queries import base_exports as rows
from jianxi.services import base_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.jobs import is_large, put_off
from jianxi.web.requests import now_of, official_of, query_of, today_of


async def export(request: Request) -> Response:
    """Whoever asks only for its head takes nothing out of the house, and no entry is made."""
    viewer, name = official_of(request), f"{base_sheet.TITLE}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    asked = query_of(request).raw()
    filters = read_filters(asked)
    if is_large(request, await rows.many(viewer, filters)):
        return await put_off(request, JobKind.BASES_EXPORT, f"导出{base_sheet.TITLE}", {"asked": asked})
    made = await base_exports.export(viewer, filters, now_of(request))
    return download(made, name, XLSX)


routes = [Route("/bases/export", export, name="bases_export", methods=["GET"])]
