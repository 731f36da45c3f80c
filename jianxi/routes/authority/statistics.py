"""统计 at the offices' desks: the page, the breakdown of one figure, and 导出."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import statistics as figures
from jianxi.domain import waiting_times
from jianxi.domain.flow import Role
from jianxi.domain.regions import Level, level_of
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import statistics_sheet
from jianxi.forms.statistics_filters import StatisticsFilters, presets, read_filters
from jianxi.queries import regions, statistics, statistics_waits
from jianxi.routes.authority import statistics_breakdowns, statistics_charts, statistics_views
from jianxi.routes.authority.statistics_links import Behind
from jianxi.services import statistics_exports
from jianxi.templating import address, region
from jianxi.web.downloads import XLSX, download
from jianxi.web.pages import here_of, respond
from jianxi.web.requests import official_of, query_of, today_of

PAGE = "pages/authority/statistics.html"


async def index(request: Request) -> Response:
    viewer, filters = official_of(request), filters_of(request)
    report = await statistics.report(viewer, filters)
    waits = await statistics_waits.waits(viewer, filters, apart=False)
    behind = Behind(request.app, viewer, filters)
    context = {**await _around(request, viewer, filters), **_tables(report, waits, behind), **_charts(report)}
    return respond(request, PAGE, context)


async def breakdown(request: Request) -> Response:
    """One figure by place and month; without one, the first."""
    viewer, filters = official_of(request), filters_of(request)
    behind = Behind(request.app, viewer, filters, breaks_down=False)
    shown = await statistics_breakdowns.shown(viewer, filters, behind)
    context = {**await _around(request, viewer, filters), **shown}
    return respond(request, "pages/authority/statistics_breakdown.html", context)


async def export(request: Request) -> Response:
    """The figures of the page. Nobody's data are in them, so that no entry is made."""
    viewer, filters = official_of(request), filters_of(request)
    name = f"{statistics_sheet.TITLE}_{filters.first:%Y%m}-{filters.last:%Y%m}.xlsx"
    return download(await statistics_exports.export(viewer, filters), name, XLSX)


def filters_of(request: Request) -> StatisticsFilters:
    return read_filters(query_of(request).raw(), official_of(request).region, today_of(request))


def _tables(report: statistics.Report, waits: statistics_waits.Waits, behind: Behind) -> dict[str, Any]:
    views = statistics_views
    return {
        "figures": views.figures(report, behind),
        "places": views.by_place(report, behind),
        "offered": views.by_month(report, behind, "各月岗位与录用", views.OFFERED),
        "duty": views.by_month(report, behind, "各月上岗与在岗", views.DUTY),
        "ended": views.by_month(report, behind, "各月期满与留用", views.ENDED),
        "money": views.by_month(report, behind, "各月补贴（元）", views.MONEY),
        "reviews": views.of_reviews(waits, behind),
        "defined": figures.DEFINED,
        "rate_means": figures.RATE_MEANS,
        "waited_means": waiting_times.WAITED_MEANS,
    }


def _charts(report: statistics.Report) -> dict[str, Any]:
    of, charts = figures, statistics_charts
    return {
        "place_chart": charts.by_place(report),
        "offered_chart": charts.by_month(
            report, "chart-offered", "各月新增见习人数与录用人数", (of.NEW_SEATS, of.ACCEPTED)
        ),
        "duty_chart": charts.on_duty(report),
        "ended_chart": charts.by_month(
            report, "chart-ended", "各月期满与留用人数", (of.COMPLETED, of.RETAINED)
        ),
        "money_chart": charts.by_month(report, "chart-money", "各月补贴", (of.GRANTED, of.SETTLED)),
    }


async def _around(request: Request, viewer: OfficialViewer, filters: StatisticsFilters) -> dict[str, Any]:
    path = str(request.app.url_path_for("authority:statistics"))
    place = {"place": filters.place} if filters.place else {}
    spans = [(name, address(path, **span, **place), span) for name, span in presets(filters.today)]
    asked = {"from": filters.query["from"], "to": filters.query["to"]}
    return {
        "filters": filters,
        "scope": region(filters.place or viewer.region),
        "choices": await _choices(viewer),
        "presets": [(name, url, span == asked) for name, url, span in spans],
        "is_province": viewer.role is Role.PROVINCE,
        "overview": address(path, **filters.query),
        "export": address(str(request.app.url_path_for("authority:statistics_export")), **filters.query),
        "here": here_of(request),
    }


async def _choices(viewer: OfficialViewer) -> list[tuple[str, str]]:
    """The places below the office's own."""
    known = await regions.directory()
    match level_of(viewer.region):
        case Level.PROVINCE:
            return [(city.code, city.name) for city in known.cities_of(viewer.region)]
        case Level.CITY:
            return [(county.code, county.name) for county in known.counties_of(viewer.region)]
    return []


routes = [
    Route("/statistics", index, name="statistics", methods=["GET"]),
    Route("/statistics/breakdown", breakdown, name="statistics_breakdown", methods=["GET"]),
    Route("/statistics/export", export, name="statistics_export", methods=["GET"]),
]
