"""补贴经费汇总 of an office's region: by county and month, and its 导出."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import subsidy_sheet
from jianxi.forms.office_roster_filters import KINDS, SummaryFilters, read_summary
from jianxi.queries import regions, subsidy_summary
from jianxi.services import subsidy_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.pages import respond
from jianxi.web.requests import now_of, official_of, query_of, today_of

FIRST_YEAR = 2019
"""Before it the system has no parameters for subsidies."""


async def index(request: Request) -> Response:
    """The sums as narrowed by the address."""
    viewer, filters = office_of(request), filters_of(request)
    context = {"summary": await subsidy_summary.of(viewer, filters), "filters": filters}
    context |= {"counties": await counties_of(viewer), "kinds": list(KINDS.items())}
    return respond(request, "pages/authority/subsidies.html", {**context, "years": _years(request)})


async def export(request: Request) -> Response:
    """The same numbers. Whoever asks only for its head takes nothing out of the house: no entry is made."""
    viewer, name = office_of(request), f"{subsidy_sheet.TITLE}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    made = await subsidy_exports.export_summary(viewer, filters_of(request), now_of(request))
    return download(made, name, XLSX)


def office_of(request: Request) -> OfficialViewer:
    """The province pays nothing out: for it there is no such list."""
    viewer = official_of(request)
    if viewer.role is Role.PROVINCE:
        raise Missing
    return viewer


def filters_of(request: Request) -> SummaryFilters:
    return read_summary(query_of(request).raw(), today_of(request))


async def counties_of(viewer: OfficialViewer) -> list[tuple[str, str]]:
    """What a city can narrow to; a county has nothing to choose."""
    if viewer.role is not Role.CITY:
        return []
    return [(county.code, county.name) for county in (await regions.directory()).counties_of(viewer.region)]


def _years(request: Request) -> list[str]:
    return [str(year) for year in range(today_of(request).year, FIRST_YEAR - 1, -1)]


routes = [
    Route("/subsidies", index, name="subsidies", methods=["GET"]),
    Route("/subsidies/export", export, name="subsidies_export", methods=["GET"]),
]
