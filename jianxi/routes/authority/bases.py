"""见习基地审核: the list of the offices, and one submission read-only."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.forms.base_filters import read_filters
from jianxi.queries import base_lists
from jianxi.queries import bases as reading
from jianxi.routes.authority.base_views import list_context, submission_context
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import official_of, query_of, record_id, today_of


async def index(request: Request) -> Response:
    viewer, filters, number = (
        official_of(request),
        read_filters(query_of(request).raw()),
        page_number(request),
    )
    found = await base_lists.listed(viewer, filters, today_of(request), (number - 1) * SIZE, SIZE)
    context = list_context(request, viewer, filters, found, Paging(number, found.total))
    return respond(request, "pages/authority/bases.html", context)


async def version(request: Request) -> Response:
    """One submission, read-only."""
    viewer = official_of(request)
    base = await reading.get(viewer, record_id(request))
    context = await submission_context(viewer, base, today_of(request), record_id(request, "round"))
    return respond(request, "pages/authority/base_version.html", context)


routes = [
    Route("/bases", index, name="bases"),
    Route("/bases/{id}/versions/{round}", version, name="base_version"),
]
