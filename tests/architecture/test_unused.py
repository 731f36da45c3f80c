"""Removing is a feature: what nothing leads to, calls or reads is taken out."""

import ast
import re
from collections.abc import Iterator

from jinja2 import nodes
from starlette.routing import BaseRoute, Mount

from jianxi import templating
from jianxi.routes import DESKS, ROUTES
from jianxi.settings import Settings
from tests.architecture import source

ASKED_FROM_OUTSIDE = {"live", "ready", "static"}
"""Whoever watches the service asks for these; no page leads there."""
OF_A_FILE = re.compile(r"(.*/\{file\})/(?:content|pages/\{page\})")
"""What pages/file.html and components/files.html add to the address of a file, which a route must have."""


def _texts_of_python() -> Iterator[str]:
    """Every literal text of the package, but for the names that routes give themselves and the contents page."""
    contents = source.PACKAGE / "routes" / "__init__.py"
    for path in source.python_files("jianxi"):
        if path == contents:
            continue
        own = {
            keyword.value
            for node in ast.walk(source.tree_of(path))
            if isinstance(node, ast.Call)
            for keyword in node.keywords
            if keyword.arg == "name"
        }
        for node in ast.walk(source.tree_of(path)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in own:
                yield node.value


def _texts_of_templates() -> Iterator[str]:
    for path in source.templates():
        template = templating.environment().parse(path.read_text(encoding="utf-8"))
        yield from (each.value for each in template.find_all(nodes.Const) if isinstance(each.value, str))


def _first_of_each_path(routes: list[BaseRoute], desk: str = "") -> Iterator[str]:
    """A form's address is led to by the name of the page at the same address, a file's content by its viewer."""
    seen: set[str] = set()
    viewers = {str(getattr(route, "path", "")) for route in routes}
    for route in routes:
        path = str(getattr(route, "path", ""))
        below = OF_A_FILE.fullmatch(path)
        if below and below[1] in viewers:
            continue
        if not isinstance(route, Mount) and path not in seen:
            yield desk + str(getattr(route, "name", ""))
        seen.add(path)


def test_every_route_is_led_to() -> None:
    known = {*_texts_of_python(), *_texts_of_templates()}
    names = [*_first_of_each_path(ROUTES)]
    names += [name for desk in DESKS for name in _first_of_each_path(desk.routes, f"{desk.name}:")]
    typed_by_hand = {name for desk in DESKS for name in (f"to_{desk.name}", f"{desk.name}:home")}

    assert [name for name in names if name not in known | ASKED_FROM_OUTSIDE | typed_by_hand] == []


def test_every_macro_is_called() -> None:
    made: set[str] = set()
    called: set[str] = set()
    for path in source.templates():
        template = templating.environment().parse(path.read_text(encoding="utf-8"))
        made |= {macro.name for macro in template.find_all(nodes.Macro)}
        called |= {name.name for name in template.find_all(nodes.Name) if name.ctx == "load"}
        for imported in template.find_all(nodes.FromImport):
            called |= {each[0] for each in imported.names if isinstance(each, tuple) and each[1] in called}

    assert made - called == set()


def test_every_setting_is_read() -> None:
    readers = [path for path in source.python_files("jianxi") if path != source.PACKAGE / "settings.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in readers)
    unread = {name for name in Settings.model_fields if not re.search(rf"\.{name}\b", code)}

    assert unread == set()


def test_every_filter_of_templates_is_used() -> None:
    used: set[str] = set()
    for path in source.templates():
        template = templating.environment().parse(path.read_text(encoding="utf-8"))
        used |= {each.name for each in template.find_all(nodes.Filter)}

    assert set(templating._filters()) - used == set()
