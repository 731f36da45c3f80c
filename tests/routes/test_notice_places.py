"""Every place to which a notice leads is a page of the reader's desk."""

import pytest
from starlette.routing import BaseRoute, Match

from jianxi.domain import notices
from jianxi.routes import ROUTES
from tests.domain.test_notices import IDS


@pytest.mark.parametrize(("side", "noun"), sorted(notices.PATHS), ids=str)
def test_a_notice_leads_to_a_page_that_is_there(side: str, noun: str) -> None:
    path = notices.path(side, noun, IDS)

    assert _leads_somewhere(ROUTES, path), path


def _leads_somewhere(routes: list[BaseRoute], path: str) -> bool:
    scope = {"type": "http", "path": path, "method": "GET", "headers": [], "root_path": ""}
    for route in routes:
        match, more = route.matches(scope)
        below = getattr(route, "routes", None)
        if match is Match.FULL and not below:
            return True
        if match is not Match.NONE and below and any(_matches(each, {**scope, **more}) for each in below):
            return True
    return False


def _matches(route: BaseRoute, scope: dict[str, object]) -> bool:
    return route.matches(scope)[0] is Match.FULL
