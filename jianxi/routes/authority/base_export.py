"""导出 of 见习基地审核: exactly the rows of the list as its address narrows it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.exports import base_sheet
from jianxi.forms.base_filters import read_filters
from jianxi.services import base_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.requests import now_of, official_of, query_of, today_of


async def export(request: Request) -> Response:
    """Whoever asks only for its head takes nothing out of the house, and no entry is made."""
    viewer, name = official_of(request), f"{base_sheet.TITLE}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    made = await base_exports.export(viewer, read_filters(query_of(request).raw()), now_of(request))
    return download(made, name, XLSX)


routes = [Route("/bases/export", export, name="bases_export", methods=["GET"])]
