"""A small site of our own routes, asked the way a browser asks, for the tests of the HTTP toolkit."""

import re
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_network
from typing import cast

import httpx
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from jianxi.app import create_app
from jianxi.domain.jobs import LARGE
from jianxi.routes import ROUTES
from jianxi.settings import Settings
from jianxi.web.csrf import keep_visit, token_of
from jianxi.web.hosts import Network
from jianxi.web.pages import redirect
from jianxi.web.requests import form_of, viewer_of

OWN = "http://jianxi.test"
TEN_IN_THE_MORNING = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
UNCOMPRESSED = {"Accept-Encoding": "identity"}
"""What is asked inside one process is read as it is; test_headers asks for it compressed, and so does each Chromium."""


@dataclass
class Circumstances:
    """Settings with a clock that a test moves."""

    public_url: str = OWN
    env: str = "production"
    province: str = "370000"
    demo: bool = False
    trusted_proxies: Sequence[Network] = (ip_network("10.0.0.0/8"),)
    now: datetime = field(default=TEN_IN_THE_MORNING)

    def clock(self) -> datetime:
        return self.now


async def token(request: Request) -> Response:
    response = PlainTextResponse(token_of(request))
    keep_visit(request, response)
    return response


async def echo(request: Request) -> Response:
    return PlainTextResponse("|".join((await form_of(request)).many("text")))


async def whoami(request: Request) -> Response:
    return PlainTextResponse(repr(viewer_of(request)))


async def broken(_request: Request) -> Response:
    raise RuntimeError("张三 37010219900101123X")


async def moved(request: Request) -> Response:
    return redirect(request, "/whoami", "已保存。")


async def connected_from(request: Request) -> Response:
    return PlainTextResponse(f"{request.client.host if request.client else ''} {request.url.scheme}")


OURS: list[BaseRoute] = [
    Route("/token", token, name="token"),
    Route("/echo", echo, name="echo", methods=["POST"]),
    Route("/whoami", whoami, name="whoami"),
    Route("/broken", broken, name="broken"),
    Route("/moved", moved, name="moved", methods=["POST"]),
    Route("/from", connected_from, name="from"),
]


@asynccontextmanager
async def browser(
    circumstances: Circumstances | None = None,
    routes: Sequence[BaseRoute] = (),
    client: str = "203.0.113.7",
    large: int = LARGE,
) -> AsyncIterator[httpx.AsyncClient]:
    """A client of our site with the product's routes and ours; it keeps cookies and follows nothing."""
    settings = circumstances or Circumstances()
    app = create_app(cast(Settings, settings), [*OURS, *routes, *ROUTES], pace=0, large=large)
    transport = httpx.ASGITransport(app=app, client=(client, 5000))
    async with httpx.AsyncClient(
        transport=transport, base_url=settings.public_url, headers=UNCOMPRESSED
    ) as visitor:
        yield visitor


async def csrf_of(visitor: httpx.AsyncClient) -> str:
    return (await visitor.get("/token")).text


def token_in(page: str) -> str:
    found = re.search('name="csrf" value="([^"]+)"', page)
    assert found is not None
    return found[1]
