"""见习基地名单: approved bases, by name and place."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import regions
from jianxi.domain.codes import INDUSTRIES
from jianxi.forms.base_filters import BaseFilters, filters
from jianxi.forms.bases import LEVELS
from jianxi.queries.approved_bases import ApprovedList, approved_list
from jianxi.templating import address, region
from jianxi.web.pages import here_of, respond
from jianxi.web.paging import Paging, page_number
from jianxi.web.requests import query_of, today_of

PARTIAL = "partials/search/bases.html"


async def index(request: Request) -> Response:
    asked = _asked(request)
    found, paging = await _page(asked, page_number(request), today_of(request))
    context = {"bases": found.bases, "paging": paging, "filters": asked, **_around(request, asked)}
    return respond(request, "pages/public/bases.html", context, partial=PARTIAL)


async def _page(asked: BaseFilters, number: int, today: date) -> tuple[ApprovedList, Paging]:
    """The page asked for, or the last one there is."""
    found = await approved_list(asked, number, today)
    paging = Paging(number, found.total)
    if number <= paging.pages:
        return found, paging
    return await approved_list(asked, paging.pages, today), Paging(paging.pages, found.total)


def _around(request: Request, asked: BaseFilters) -> dict[str, object]:
    return {
        "chips": _chips(here_of(request), asked),
        "clear": request.scope["path"],
        "industries": INDUSTRIES,
        "levels": tuple(LEVELS.items()),
    }


def _asked(request: Request) -> BaseFilters:
    """A county of another city than the chosen one is left aside: the city was chosen last."""
    query = query_of(request)
    city, county = query.one("city"), query.one("county")
    if city and county and regions.city_of(county) != city:
        county = ""
    return filters(
        words=query.one("q"),
        city=city,
        county=county,
        industry=query.one("industry"),
        level=query.one("level"),
    )


def _chips(here: str, asked: BaseFilters) -> list[tuple[str, str]]:
    place = "county" if asked.county else "city"
    shown = {
        "q": ("单位名称", asked.words),
        place: ("地区", region(asked.county or asked.city)),
        "industry": ("所属行业", INDUSTRIES.get(asked.industry, "")),
        "level": ("基地级别", LEVELS.get(asked.level, "")),
    }
    return [
        (f"{label}：{value}", address(here, **{name: None}))
        for name, (label, value) in shown.items()
        if value
    ]


routes = [Route("/bases", index, name="bases")]
