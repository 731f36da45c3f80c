"""Answers to a guess wait; what was not looked at does not."""

import asyncio
from types import SimpleNamespace
from typing import cast

import pytest
from starlette.requests import Request
from starlette.responses import Response

from jianxi.routes import ROUTES
from jianxi.web.pacing import SECONDS, Handler, paced

pytestmark = pytest.mark.anyio
AN_HOUR = 3600.0


def asked(pace: float) -> Request:
    app = SimpleNamespace(state=SimpleNamespace(pace=pace))
    return cast(Request, SimpleNamespace(app=app))


def answering(status: int) -> Handler:
    async def handler(_request: Request) -> Response:
        return Response(status_code=status)

    return paced(handler)


async def is_answered(handler: Handler, pace: float) -> bool:
    """Without anybody waiting for it."""
    answer = asyncio.ensure_future(cast(asyncio.Future[Response], handler(asked(pace))))
    done, _ = await asyncio.wait({answer}, timeout=0.001)
    answer.cancel()
    return bool(done)


@pytest.mark.parametrize("status", [200, 303, 422, 409])
async def test_whatever_was_found_is_told_later(status: int) -> None:
    assert not await is_answered(answering(status), AN_HOUR)


async def test_what_was_not_looked_at_is_told_at_once() -> None:
    assert await is_answered(answering(429), AN_HOUR)


async def test_the_pace_is_a_setting_of_the_application() -> None:
    assert await is_answered(answering(422), 0)


def test_it_is_three_tenths_of_a_second() -> None:
    assert SECONDS == 0.3


def test_every_way_in_that_guesses_at_a_secret_is_paced() -> None:
    waiting = {
        getattr(route, "path", "")
        for route in ROUTES
        if "POST" in (getattr(route, "methods", None) or ())
        and hasattr(getattr(route, "endpoint", None), "__wrapped__")
    }
    assert {"/login", "/login/identity", "/register/graduate"} <= waiting
