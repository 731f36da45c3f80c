"""佐证材料 of a 留用 for the offices."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.routes import retention_views
from jianxi.web.requests import official_of


async def show(request: Request) -> Response:
    """查看."""
    own, of_placement = "authority:retention_file", "authority:placement"
    return await retention_views.show(request, official_of(request), own, of_placement)


async def content(request: Request) -> Response:
    """下载."""
    return await retention_views.content(request, official_of(request))


async def page(request: Request) -> Response:
    """One page as a picture."""
    return await retention_views.page(request, official_of(request))


PATH = "/retentions/{id}/files/{file}"
routes = [
    Route(PATH, show, name="retention_file", methods=["GET"]),
    Route(f"{PATH}/content", content, name="retention_file_content", methods=["GET"]),
    Route(f"{PATH}/pages/{{page}}", page, name="retention_file_page", methods=["GET"]),
]
