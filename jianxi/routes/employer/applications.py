"""见习报名管理: who applied for the employer's positions."""

from collections.abc import Sequence
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.received_filters import read_filters
from jianxi.queries import deeds, received_lists, received_placements
from jianxi.queries.received import Received
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import employer_of, query_of, today_of
from jianxi.web.review import untried


async def index(request: Request) -> Response:
    """The list as narrowed by its address."""
    viewer, filters = employer_of(request), read_filters(query_of(request).raw())
    tabs = await received_lists.tabs(viewer, filters)
    current = next(tab for tab in tabs if tab.current)
    paging = Paging(page_number(request), current.count)
    rows = await received_lists.page(viewer, filters, today_of(request), offset=paging.offset, size=SIZE)
    positions = await received_lists.asked_positions(viewer)
    context = {"rows": rows, **await _around(viewer, rows, today_of(request)), "paging": paging}
    more = {"filters": filters, "tabs": tabs, "current": current, "positions": positions}
    return respond(request, "pages/employer/applications.html", {**context, **more, **untried(request)})


async def _around(viewer: EmployerViewer, rows: Sequence[Received], today: date) -> dict[str, object]:
    """What was done last to each, and the 上岗 of those that were registered."""
    registered = [row.id for row in rows if row.placement]
    return {
        "deeds": await deeds.last_deeds("application", [row.id for row in rows]),
        "placements": await received_placements.of_applications(viewer, registered, today),
    }


routes = [
    Route("/applications", index, name="applications", methods=["GET"]),
]
