"""下载申请表: 就业见习基地申请表 as a PDF to print, of what counts now and of each submission."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.documents import base_application
from jianxi.domain.outcomes import Missing
from jianxi.queries import base_papers, bases
from jianxi.web.papers import paper, site_of
from jianxi.web.requests import employer_of, record_id, today_of


async def current(request: Request) -> Response:
    """Before the first submission the draft, marked as one."""
    viewer = employer_of(request)
    found = await base_papers.of_employer(viewer, today_of(request), site_of(request))
    return await paper(base_application.html(found), f"{base_application.TITLE}_{viewer.name}")


async def version(request: Request) -> Response:
    viewer, number = employer_of(request), record_id(request, "round")
    base = await bases.of_employer(viewer)
    if base is None:
        raise Missing
    found = await base_papers.application(viewer, base, today_of(request), site_of(request), number)
    return await paper(base_application.html(found), f"{base_application.TITLE}_{viewer.name}")


routes = [
    Route("/base/paper", current, name="base_paper", methods=["GET"]),
    Route("/base/versions/{round}/paper", version, name="base_version_paper", methods=["GET"]),
]
