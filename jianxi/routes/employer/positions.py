"""见习岗位管理: an employer's positions, listed and shown."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.forms.position_filters import read_filters
from jianxi.queries import position_adding, position_events, position_lists, positions
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import (
    back_of,
    employer_of,
    query_of,
    record_id,
    today_of,
)


async def index(request: Request) -> Response:
    """The list, with its tabs."""
    viewer, today = employer_of(request), today_of(request)
    filters = read_filters(query_of(request).raw())
    tabs, total = await position_lists.overview(viewer, filters)
    paging = Paging(page_number(request), total)
    rows = await position_lists.page(viewer, filters, today, offset=paging.offset, size=SIZE)
    context = {"rows": rows, "paging": paging, "tabs": tabs, "filters": filters}
    adding = await position_adding.adding(viewer, today)
    return respond(request, "pages/employer/positions.html", {**context, "adding": adding})


async def show(request: Request) -> Response:
    """Everything of one position and its timeline."""
    position = await positions.get(employer_of(request), record_id(request), today_of(request))
    context = {
        "position": position,
        "events": await position_events.timeline(position.id),
        "back": _back(request),
    }
    return respond(request, "pages/employer/position.html", context)


def _list(request: Request) -> str:
    return str(request.app.url_path_for("employer:positions"))


def _back(request: Request) -> str:
    """The list as it was left, from the address."""
    return back_of(query_of(request), _list(request))


routes = [
    Route("/positions", index, name="positions"),
    Route("/positions/{id}", show, name="position"),
]
