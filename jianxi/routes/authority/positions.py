"""见习岗位审核: an office's list of positions."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

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


async def index(request: Request) -> Response:
    """The list as narrowed by its address."""
    viewer, today = reviewer_of(request), today_of(request)
    filters = read_filters(query_of(request).raw(), position_lists.usual_state(viewer))
    tabs, total = await position_lists.overview(viewer, filters)
    paging = Paging(page_number(request), total)
    rows = await position_lists.page(viewer, filters, today, offset=paging.offset, size=SIZE)
    context = {"rows": rows, "paging": paging, "filters": filters, "counties": await _counties(viewer)}
    done = await deeds.last_deeds("position", [row.id for row in rows])
    around = {"tabs": tabs, "deeds": done, **untried(request)}
    around |= {"selecting": any(PositionVerb.PUBLISH in row.offers for row in rows)}
    return respond(request, "pages/authority/positions.html", {**context, **around})


def reviewer_of(request: Request) -> OfficialViewer:
    """The province reviews no positions: for it there is no such list."""
    viewer = official_of(request)
    if viewer.role is Role.PROVINCE:
        raise Missing
    return viewer


async def _counties(viewer: OfficialViewer) -> list[tuple[str, str]]:
    """What a city can narrow its list to; a county has nothing to choose."""
    if viewer.role is not Role.CITY:
        return []
    return [(county.code, county.name) for county in (await regions.directory()).counties_of(viewer.region)]


routes = [Route("/positions", index, name="positions")]
