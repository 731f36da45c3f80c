"""Every address is behind a desk's gate or on the short list of public ones; every link leads somewhere."""

import ast
from collections.abc import Iterator, Sequence

from jinja2 import nodes
from starlette.routing import BaseRoute, Mount, Route

from jianxi import templating
from jianxi.routes import DESKS, PUBLIC, ROUTES
from tests.architecture import source

DESK_NAMES = {desk.name for desk in DESKS}


def _names(routes: Sequence[BaseRoute], prefix: str = "") -> Iterator[str]:
    for route in routes:
        name = prefix + str(getattr(route, "name", route))
        yield name
        if isinstance(route, Mount) and route.routes:
            yield from _names(route.routes, f"{name}:")


def _templates_lead_to() -> Iterator[tuple[str, str]]:
    for path in source.templates():
        template = templating.environment().parse(path.read_text(encoding="utf-8"))
        for call in template.find_all(nodes.Call):
            named = isinstance(call.node, nodes.Name) and call.node.name == "url_for"
            if named and call.args and isinstance(call.args[0], nodes.Const):
                yield f"{source.name_of(path)}:{call.lineno}", str(call.args[0].value)


def _handlers_lead_to() -> Iterator[tuple[str, str]]:
    for path in source.python_files("jianxi/routes", "jianxi/web"):
        for node in ast.walk(source.tree_of(path)):
            if not (isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant)):
                continue
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if called in {"url_for", "url_path_for"}:
                yield f"{source.name_of(path)}:{node.lineno}", str(node.args[0].value)


def test_what_is_outside_the_desks_is_on_the_public_list() -> None:
    outside = {getattr(route, "name", repr(route)) for route in ROUTES}

    assert outside - DESK_NAMES - PUBLIC == set()


def test_the_public_list_names_nothing_that_is_not_there() -> None:
    outside = {getattr(route, "name", repr(route)) for route in ROUTES}

    assert PUBLIC - outside == set()


def test_every_desk_has_a_gate() -> None:
    assert [desk.name for desk in DESKS if not desk.routes or desk.app is desk._base_app] == []


def test_every_link_of_templates_and_handlers_leads_to_a_route() -> None:
    known = set(_names(ROUTES))
    led = [*_templates_lead_to(), *_handlers_lead_to()]

    assert [(where, name) for where, name in led if name not in known] == []


def test_no_name_leads_to_two_addresses() -> None:
    addresses: dict[str, set[str]] = {}
    for scope, routes in [("", ROUTES), *((f"{desk.name}:", desk.routes) for desk in DESKS)]:
        for route in routes:
            name = scope + str(getattr(route, "name", route))
            addresses.setdefault(name, set()).add(str(getattr(route, "path", route)))

    assert {name: paths for name, paths in addresses.items() if len(paths) > 1} == {}


def test_nothing_is_asked_for_by_a_method_that_a_plain_form_lacks() -> None:
    mixed = [
        route.path
        for route in [*ROUTES, *(route for desk in DESKS for route in desk.routes)]
        if isinstance(route, Route) and (route.methods or set()) - {"GET", "HEAD", "POST"}
    ]

    assert mixed == []
