"""见习报名管理: who applied for the employer's positions, and one of them with form and intention."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.forms.received_filters import read_filters
from jianxi.queries import application_log, received_lists
from jianxi.routes.employer.application_pages import answer
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import Fields, employer_of, query_of, record_id, today_of


async def index(request: Request) -> Response:
    """The list as narrowed by its address."""
    viewer, filters = employer_of(request), read_filters(query_of(request).raw())
    tabs = await received_lists.tabs(viewer, filters)
    current = next(tab for tab in tabs if tab.current)
    paging = Paging(page_number(request), current.count)
    rows = await received_lists.page(viewer, filters, today_of(request), offset=paging.offset, size=SIZE)
    deeds = await application_log.last_deeds([row.id for row in rows])
    asked = await received_lists.asked_positions(viewer)
    context = {"rows": rows, "deeds": deeds, "paging": paging, "filters": filters, "asked": asked}
    more = {"tabs": tabs, "current": current, "outcome": ""}
    return respond(request, "pages/employer/applications.html", {**context, **more})


async def show(request: Request) -> Response:
    """The person's form and intention, the timeline, and the decision."""
    back = Fields({"back": query_of(request).many("back")})
    return await answer(request, record_id(request), back)


routes = [
    Route("/applications", index, name="applications", methods=["GET"]),
    Route("/applications/{id}", show, name="application", methods=["GET"]),
]
