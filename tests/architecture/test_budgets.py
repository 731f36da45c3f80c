"""Files, functions and handlers stay small enough to be read at once."""

from inspect import getsource

from starlette.routing import Route

from jianxi.routes import DESKS, ROUTES
from tests.architecture import source

FILE, FUNCTION, HANDLER = 200, 30, 12


def test_no_python_file_is_longer_than_200_lines() -> None:
    lengths = {source.name_of(path): len(path.read_text().splitlines()) for path in source.own_python()}

    assert {name: lines for name, lines in lengths.items() if lines > FILE} == {}


def test_no_template_is_longer_than_200_lines() -> None:
    lengths = {source.name_of(path): len(path.read_text().splitlines()) for path in source.templates()}

    assert {name: lines for name, lines in lengths.items() if lines > FILE} == {}


def test_no_function_is_longer_than_30_lines() -> None:
    long = [
        f"{source.name_of(path)}:{function.lineno} {function.name} {source.length(function)}"
        for path in source.own_python()
        for function in source.functions(path)
        if source.length(function) > FUNCTION
    ]

    assert long == []


def test_no_handler_is_longer_than_12_lines() -> None:
    routes = [*ROUTES, *(route for desk in DESKS for route in desk.routes)]
    handlers = {route.endpoint for route in routes if isinstance(route, Route)}
    lengths = {f"{each.__module__}.{each.__name__}": len(getsource(each).splitlines()) for each in handlers}

    assert {name: lines for name, lines in lengths.items() if lines > HANDLER} == {}
