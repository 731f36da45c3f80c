"""No address answers with a piece of a page without standing in the table of cases."""

import re
from collections.abc import Iterator, Sequence

import pytest
from starlette.routing import BaseRoute, Match

from jianxi.routes import ROUTES
from tests.architecture import source
from tests.hostile.visiting import visiting
from tests.htmx.cases import CASES, Case
from tests.htmx.document import elements
from tests.htmx.page import opened

MACROS = r"\b(?:row_button|approve_button|reject_button|second_row|reason_fields|find|rows)\("
STATEMENT = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
ROUTE = re.compile(r"""url_for\(['"]([\w:]+)['"]""")
VARIABLE = re.compile(r"\{% set ([\w, ]+) = ([^%]*?url_for.*?) %\}")


def _routes_in(text: str, around: str) -> set[str]:
    """The names of routes to which what swaps in a template leads; a variable is looked up in it and beside it."""
    named: dict[str, list[str]] = {}
    for names, value in VARIABLE.findall(around):
        for name, route in zip(names.split(", "), ROUTE.findall(value), strict=False):
            named.setdefault(name, []).append(route)
    found: set[str] = set()
    for statement in STATEMENT.findall(text):
        if re.search(MACROS, statement) and not re.match(r"\{%-? (macro|from|import)", statement):
            found |= set(ROUTE.findall(statement))
            found |= {route for word in re.findall(r"\w+", statement) for route in named.get(word, [])}
    for attribute in re.findall(r'hx-(?:post|get|put|patch|delete)="([^"]*)"', text):
        found |= set(ROUTE.findall(attribute))
    return found


def test_every_address_that_a_template_swaps_from_has_a_case() -> None:
    paths = [*source.templates("pages"), *source.templates("partials")]
    texts = {source.name_of(path): path.read_text(encoding="utf-8") for path in paths}
    everything = "\n".join(texts.values())

    led_to = {route for text in texts.values() for route in _routes_in(text, text)}
    led_to |= _routes_in(texts["jianxi/templates/partials/search/find.html"], everything) & {
        "positions",
        "applicant:positions",
    }

    assert len(led_to) >= 14
    assert led_to - {case.route for case in CASES} == set()


def all_paths(routes: Sequence[BaseRoute], before: str = "", name: str = "") -> Iterator[tuple[str, str]]:
    """(name, path with its parameters' names) of every address."""
    for route in routes:
        path, called = before + str(getattr(route, "path", "")), name + str(getattr(route, "name", ""))
        below = getattr(route, "routes", None) or []
        yield from all_paths(below, path, f"{called}:") if below else [(called, path)]


def path_of(address: str, method: str) -> str:
    """The path with its parameters' names to which an address leads."""
    scope = {"type": "http", "path": address.split("?")[0], "method": method, "headers": [], "root_path": ""}
    path, routes = "", list(ROUTES)
    while routes:
        route, *routes = routes
        match, more = route.matches(scope)
        if match is Match.FULL:
            path, scope = path + str(getattr(route, "path", "")), {**scope, **more}
            routes = list(getattr(route, "routes", None) or [])
    return path


@pytest.mark.anyio
@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize("case", CASES[::3], ids=str)
async def test_a_page_of_a_case_asks_only_for_addresses_that_have_one(case: Case) -> None:
    scene = await case.make()
    named = {case.route for case in CASES}

    async with visiting(scene.viewer) as visitor:
        page = await opened(visitor, scene.address)
        asked = {
            path_of(each.attrs[name] or "", method)
            for each in elements(page.root)
            for name, method in (("hx-post", "POST"), ("hx-get", "GET"))
            if name in each.attrs
        }

    assert asked
    assert asked - {path for name, path in all_paths(ROUTES) if name in named} == set()
