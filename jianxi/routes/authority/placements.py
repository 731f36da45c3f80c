"""见习上岗审核: an office's list of placements, and 导出 of it."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.placements import FLOW, PlacementVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.office_placement_filters import read_filters
from jianxi.queries import office_placements, regions
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import official_of, query_of, today_of
from jianxi.web.review import untried

PAGE = "pages/authority/placements.html"
FOR_MANY = {
    PlacementVerb.APPROVE: "authority:placements_approval",
    PlacementVerb.REJECT: "authority:placements_rejection",
}


async def index(request: Request) -> Response:
    """The list as narrowed by its address."""
    viewer, filters = reviewer_of(request), read_filters(query_of(request).raw())
    tabs, total = await office_placements.overview(viewer, filters)
    paging = Paging(page_number(request), total)
    today, offset = today_of(request), paging.offset
    lines = await office_placements.page(viewer, filters, today, offset=offset, size=SIZE)
    context = {"lines": lines, "paging": paging, "filters": filters, "counties": await _counties(viewer)}
    many = _many(lines)
    context |= {"tabs": tabs, "selecting": bool(many), "many": many}
    return respond(request, PAGE, {**context, **untried(request)})


def reviewer_of(request: Request) -> OfficialViewer:
    """The province has to do with nobody's placement: for it there is no such list."""
    viewer = official_of(request)
    if viewer.role is Role.PROVINCE:
        raise Missing
    return viewer


def _many(lines: list[office_placements.Line]) -> list[tuple[str, str, str]]:
    """Verb, label and route of what this office may do to many of these rows."""
    offered = {verb for line in lines for verb in line.placement.offers}
    return [
        (verb.value, labels.verb(FLOW.noun, verb), route)
        for verb, route in FOR_MANY.items()
        if verb in offered
    ]


async def _counties(viewer: OfficialViewer) -> list[tuple[str, str]]:
    """What a city can narrow its list to; a county has nothing to choose."""
    if viewer.role is not Role.CITY:
        return []
    return [(county.code, county.name) for county in (await regions.directory()).counties_of(viewer.region)]


routes = [Route("/placements", index, name="placements", methods=["GET"])]
