"""导出 of 见习上岗审核: exactly the rows of the list as its address narrows it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.exports import placement_sheet
from jianxi.forms.office_placement_filters import read_filters
from jianxi.routes.authority.placements import reviewer_of
from jianxi.services import placement_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.requests import now_of, query_of, today_of


async def export(request: Request) -> Response:
    """Whoever asks only for its head takes nothing out of the house, and no entry is made."""
    viewer, name = reviewer_of(request), f"{placement_sheet.TITLE}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    made = await placement_exports.export(viewer, read_filters(query_of(request).raw()), now_of(request))
    return download(made, name, XLSX)


routes = [Route("/placements/export", export, name="placements_export", methods=["GET"])]
