"""The application: every address is under a desk or known to be public, and an error is told without its values."""

import json

import pytest
import structlog
from starlette.routing import Mount, Route

from jianxi.crypto import keys
from jianxi.routes import DESKS, PUBLIC, ROUTES
from jianxi.web import logs
from tests.web.site import browser, csrf_of

pytestmark = pytest.mark.anyio


@pytest.fixture(autouse=True)
def keyring() -> None:
    keys.configure("a secret of the tests that is long enough to be one", None)


def test_every_route_is_under_a_desk_or_public() -> None:
    outside = {route.name for route in ROUTES if isinstance(route, Route | Mount) and route not in DESKS}
    assert outside <= PUBLIC


def test_a_desk_without_its_last_slash_is_an_address_too() -> None:
    assert {"to_employer", "to_applicant", "to_authority"} <= {
        route.name for route in ROUTES if isinstance(route, Route)
    }


async def test_an_error_is_told_without_the_values_it_speaks_of(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    async with browser() as visitor:
        answer = await visitor.get("/broken?name=张三")
    structlog.reset_defaults()
    told = capsys.readouterr().err
    line = json.loads(told.splitlines()[-1])
    assert answer.status_code == 500
    assert (line["route"], line["status"], line["error"]) == ("broken", 500, "RuntimeError")
    assert "张三" not in told + answer.text
    assert "37010219900101123X" not in told + answer.text


async def test_what_a_person_typed_into_an_address_is_not_logged(capsys: pytest.CaptureFixture[str]) -> None:
    logs.configure()
    async with browser() as visitor:
        await visitor.get("/positions/张三?name=李四")
        await visitor.post("/echo", data={"csrf": await csrf_of(visitor), "text": "王五"})
    structlog.reset_defaults()
    told = capsys.readouterr().err
    assert not [name for name in ("张三", "李四", "王五") if name in told]
