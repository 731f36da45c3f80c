"""终止见习审核: an office's list of departures, and its 导出."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.departures import DepartureVerb
from jianxi.domain.flow import Role
from jianxi.domain.jobs import JobKind
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import departure_sheet
from jianxi.forms.departure_filters import ASKED_BY, DepartureFilters, read_filters
from jianxi.queries import departure_exports as departure_lines
from jianxi.queries import departure_lists, regions
from jianxi.queries.tabs import Tab
from jianxi.services import departure_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.jobs import is_large, put_off
from jianxi.web.pages import redirect, respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import now_of, official_of, query_of, today_of
from jianxi.web.review import untried

MANY = (
    (DepartureVerb.APPROVE, "authority:departures_approval"),
    (DepartureVerb.REJECT, "authority:departures_rejection"),
)


async def index(request: Request) -> Response:
    """The list as narrowed by its address; from the menu it opens where something waits."""
    tabs = await departure_lists.tabs(reviewer_of(request), filters_of(request), today_of(request))
    current, state = next(tab for tab in tabs if tab.current), departure_lists.opening(tabs)
    if state and not current.count and not request.url.query:
        return redirect(request, f"{request.url.path}?state={state}")
    return await _listed(request, tabs, current)


async def _listed(request: Request, tabs: Sequence[Tab], current: Tab) -> Response:
    viewer, today, filters = reviewer_of(request), today_of(request), filters_of(request)
    paging = Paging(page_number(request), current.count)
    rows = await departure_lists.page(viewer, filters, today, offset=paging.offset, size=SIZE)
    context = {"rows": rows, "paging": paging, "filters": filters, "counties": await _counties(viewer)}
    many = _worded() if any(row.is_for_many for row in rows) else []
    around = {"tabs": tabs, "current": current, "selecting": bool(many), "many": many}
    around |= {"asked_by": list(ASKED_BY.items()), **untried(request)}
    return respond(request, "pages/authority/departures.html", {**context, **around})


async def export(request: Request) -> Response:
    """Exactly the rows of the list. Whoever asks only for its head takes nothing out of the house: no entry is made."""
    viewer, name = reviewer_of(request), f"{departure_sheet.TITLE}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    filters = filters_of(request)
    if is_large(request, await departure_lines.many(viewer, filters, today_of(request))):
        args = {"asked": query_of(request).raw()}
        return await put_off(request, JobKind.DEPARTURES_EXPORT, f"导出{departure_sheet.TITLE}", args)
    made = await departure_exports.export(viewer, filters, now_of(request))
    return download(made, name, XLSX)


def reviewer_of(request: Request) -> OfficialViewer:
    """The province decides on nobody's traineeship: for it there is no such list."""
    viewer = official_of(request)
    if viewer.role is Role.PROVINCE:
        raise Missing
    return viewer


def filters_of(request: Request) -> DepartureFilters:
    return read_filters(query_of(request).raw())


def _worded() -> list[tuple[str, str, str]]:
    """Verb, label and route of what can be done to many."""
    return [(verb.value, labels.verb("departure", verb), route) for verb, route in MANY]


async def _counties(viewer: OfficialViewer) -> list[tuple[str, str]]:
    """What a city can narrow its list to; a county has nothing to choose."""
    if viewer.role is not Role.CITY:
        return []
    return [(county.code, county.name) for county in (await regions.directory()).counties_of(viewer.region)]


routes = [
    Route("/departures", index, name="departures", methods=["GET"]),
    Route("/departures/export", export, name="departures_export", methods=["GET"]),
]
