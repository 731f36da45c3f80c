"""录用名单: who was accepted by the bases of this office's level; 取消录用."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.accepted_filters import read_filters
from jianxi.queries import accepted_lists, received, received_papers, regions
from jianxi.routes import cancelling
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import back_of, official_of, query_of, record_id, today_of


async def index(request: Request) -> Response:
    """The list as narrowed by its address."""
    viewer, filters = office_of(request), read_filters(query_of(request).raw())
    tabs = await accepted_lists.tabs(viewer, filters)
    current = next(tab for tab in tabs if tab.current)
    paging = Paging(page_number(request), current.count)
    rows = await accepted_lists.page(viewer, filters, today_of(request), offset=paging.offset, size=SIZE)
    context = {"rows": rows, "paging": paging, "filters": filters, "counties": await _counties(viewer)}
    context |= {"tabs": tabs, "current": current}
    return respond(request, "pages/authority/applications.html", context)


async def show(request: Request) -> Response:
    """One of them, with the intention form; ways to reach the person are masked here."""
    viewer, today = office_of(request), today_of(request)
    application = await received.get(viewer, record_id(request), today)
    paper = await received_papers.paper(application, masked=True)
    context = {"application": application, "sheet": paper.sheet, "events": paper.events}
    context |= {"back": back_of(query_of(request), _list(request))}
    return respond(request, "pages/authority/application.html", context)


async def confirm_cancellation(request: Request) -> Response:
    return await cancelling.confirm(request, office_of(request), _list(request))


async def cancel(request: Request) -> Response:
    """确认取消录用."""
    return await cancelling.cancel(request, office_of(request), _list(request))


def office_of(request: Request) -> OfficialViewer:
    """The province has to do with nobody's application: for it there is no such list."""
    viewer = official_of(request)
    if viewer.role is Role.PROVINCE:
        raise Missing
    return viewer


async def _counties(viewer: OfficialViewer) -> list[tuple[str, str]]:
    """What a city can narrow its list to; a county has nothing to choose."""
    if viewer.role is not Role.CITY:
        return []
    return [(county.code, county.name) for county in (await regions.directory()).counties_of(viewer.region)]


def _list(request: Request) -> str:
    return str(request.app.url_path_for("authority:applications"))


PATH = "/applications/{id}/cancellation"
routes = [
    Route("/applications", index, name="applications", methods=["GET"]),
    Route("/applications/{id}", show, name="application", methods=["GET"]),
    Route(PATH, confirm_cancellation, name="application_cancellation", methods=["GET"]),
    Route(PATH, cancel, methods=["POST"]),
]
