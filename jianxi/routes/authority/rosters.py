"""补贴经费: an office's list of rosters, and its 导出."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.exports import roster_list_sheet
from jianxi.forms.office_roster_filters import KINDS, RosterFilters, read_filters
from jianxi.queries import office_rosters, roster_lists
from jianxi.routes.authority.subsidies import counties_of, office_of
from jianxi.services import subsidy_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import now_of, query_of, today_of


async def index(request: Request) -> Response:
    """The list as narrowed by its address; it opens with what waits for this office."""
    viewer, filters = office_of(request), filters_of(request)
    tabs = await roster_lists.tabs(viewer, filters)
    current = next(tab for tab in tabs if tab.current)
    paging = Paging(page_number(request), current.count)
    found = await roster_lists.ids(viewer, filters, offset=paging.offset, size=SIZE)
    rows = await office_rosters.seen(viewer, found, today_of(request))
    context = {"rows": rows, "paging": paging, "tabs": tabs, "current": current, "filters": filters}
    context |= {"counties": await counties_of(viewer), "kinds": list(KINDS.items())}
    return respond(request, "pages/authority/rosters.html", context)


async def export(request: Request) -> Response:
    """Exactly the rows of the list. Whoever asks only for its head takes nothing out of the house: no entry is made."""
    viewer, name = office_of(request), f"{roster_list_sheet.TITLE}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    made = await subsidy_exports.export_list(viewer, filters_of(request), now_of(request))
    return download(made, name, XLSX)


def filters_of(request: Request) -> RosterFilters:
    return read_filters(query_of(request).raw())


routes = [
    Route("/rosters", index, name="rosters", methods=["GET"]),
    Route("/rosters/export", export, name="rosters_export", methods=["GET"]),
]
