"""下载申请表 at the offices: 就业见习基地申请表 as a PDF, of what counts now and of each submission that they may read."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.documents import base_application
from jianxi.queries import base_papers, bases
from jianxi.web.papers import paper, site_of
from jianxi.web.requests import official_of, record_id, today_of


async def show(request: Request) -> Response:
    viewer = official_of(request)
    base = await bases.get(viewer, record_id(request))
    number = record_id(request, "round") if "round" in request.path_params else None
    found = await base_papers.application(viewer, base, today_of(request), site_of(request), number)
    return await paper(base_application.html(found), f"{base_application.TITLE}_{base.unit}")


routes = [
    Route("/bases/{id}/paper", show, name="base_paper", methods=["GET"]),
    Route("/bases/{id}/versions/{round}/paper", show, name="base_version_paper", methods=["GET"]),
]
