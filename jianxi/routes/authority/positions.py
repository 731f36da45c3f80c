"""见习岗位审核: an office's list of positions."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.positions import PositionVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.position_filters import read_filters
from jianxi.queries import deeds, position_lists, regions
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import official_of, query_of, today_of
from jianxi.web.review import untried

ROUTES = {
    PositionVerb.APPROVE: "authority:positions_approval",
    PositionVerb.REJECT: "authority:positions_rejection",
    PositionVerb.PUBLISH: "authority:positions_publication",
    PositionVerb.WITHDRAW: "authority:positions_withdrawal",
}


async def index(request: Request) -> Response:
    """The list as narrowed by its address."""
    viewer, today = reviewer_of(request), today_of(request)
    filters = read_filters(query_of(request).raw(), position_lists.usual_state(viewer))
    tabs, total = await position_lists.overview(viewer, filters)
    paging = Paging(page_number(request), total)
    rows = await position_lists.page(viewer, filters, today, offset=paging.offset, size=SIZE)
    context = {"rows": rows, "paging": paging, "filters": filters, "counties": await _counties(viewer)}
    done = await deeds.last_deeds("position", [row.id for row in rows])
    many = _worded(position_lists.for_many(viewer, rows, filters))
    around = {"tabs": tabs, "deeds": done, "selecting": bool(many), "many": many, **untried(request)}
    return respond(request, "pages/authority/positions.html", {**context, **around})


def reviewer_of(request: Request) -> OfficialViewer:
    """The province reviews no positions: for it there is no such list."""
    viewer = official_of(request)
    if viewer.role is Role.PROVINCE:
        raise Missing
    return viewer


def _worded(verbs: list[PositionVerb]) -> list[tuple[str, str, str]]:
    """Verb, label and route of what can be done to many."""
    return [(verb.value, labels.verb("position", verb), ROUTES[verb]) for verb in verbs]


async def _counties(viewer: OfficialViewer) -> list[tuple[str, str]]:
    """What a city can narrow its list to; a county has nothing to choose."""
    if viewer.role is not Role.CITY:
        return []
    return [(county.code, county.name) for county in (await regions.directory()).counties_of(viewer.region)]


routes = [Route("/positions", index, name="positions")]
