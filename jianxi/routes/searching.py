"""The search in published 见习岗位 as both its pages show it: the public one and the applicant's."""

from typing import Any

from starlette.requests import Request

from jianxi.domain.codes import REQUIRED_DEGREES
from jianxi.forms.position_search import WORDS, Search, read_search
from jianxi.queries import regions, search
from jianxi.templating import address, region
from jianxi.web.pages import here_of
from jianxi.web.paging import Paging, page_number
from jianxi.web.requests import query_of, today_of

RESULTS = "partials/search/results.html"
LABELS = {**WORDS, "degree": "学历要求", "city": "地区", "county": "地区"}


async def searched(request: Request) -> dict[str, Any]:
    """What the search's page and its results need."""
    asked = read_search(query_of(request).raw(), await regions.directory())
    found = await search.published(asked, page_number(request), today_of(request))
    here = here_of(request)
    return {
        "search": asked,
        "positions": found.positions,
        "paging": Paging(found.number, found.total, capped=found.capped),
        "chips": [(f"{LABELS[name]}：{_shown(asked, name)}", _without(here, name)) for name in asked.names],
        "hints": [(_shown(asked, name), many, _without(here, name)) for name, many in found.hints],
        "clear": request.scope["path"],
        "degrees": REQUIRED_DEGREES,
        "back": here,
    }


def _shown(asked: Search, name: str) -> str:
    value: str = getattr(asked, name)
    return region(value) if name in {"city", "county"} else value


def _without(here: str, name: str) -> str:
    """A county leaves its city, as `Search.without` does."""
    return address(here, **{name: None})
