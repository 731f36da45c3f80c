"""A desk's gate: nobody goes to sign-in and back to a local page, the wrong kind is refused."""

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from jianxi.domain.viewers import EmployerViewer, PersonKind, PersonViewer, Viewer
from jianxi.web.desks import Gate, desk
from jianxi.web.requests import local_path
from tests.web.site import browser

pytestmark = pytest.mark.anyio
WANG = PersonViewer(None, PersonKind.YOUTH, "王", by_identity=True)


async def page(_request: Request) -> Response:
    return PlainTextResponse("the desk")


class As:
    """Somebody signed in, without the way there."""

    def __init__(self, app: ASGIApp, viewer: Viewer) -> None:
        self.app = app
        self.viewer = viewer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["state"]["viewer"] = self.viewer
        await self.app(scope, receive, send)


@pytest.mark.parametrize("address", ["/unit/base?a=1&b=见", "/unit/nowhere", "/unit/"])
async def test_nobody_is_sent_to_sign_in_and_back(address: str) -> None:
    async with browser(routes=[desk("unit", (EmployerViewer,), [Route("/base", page)])]) as visitor:
        answer = await visitor.get(address)
    assert answer.status_code == 303
    assert answer.headers["Location"].startswith("/login?next=%2Funit%2F")


async def test_htmx_is_told_to_go_to_sign_in_as_a_whole() -> None:
    async with browser(routes=[desk("unit", (EmployerViewer,), [])]) as visitor:
        answer = await visitor.get("/unit/base", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, "/login?next=%2Funit%2Fbase")


async def test_the_wrong_kind_of_user_is_refused() -> None:
    gated = Gate(page_app, (EmployerViewer,))
    async with browser(routes=[Route("/unit", As(gated, WANG))]) as visitor:
        answer = await visitor.get("/unit")
    assert answer.status_code == 403


async def page_app(scope: Scope, receive: Receive, send: Send) -> None:
    await PlainTextResponse("the desk")(scope, receive, send)


@pytest.mark.parametrize(
    "elsewhere",
    [
        "",
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "evil",
        "/a\r\nSet-Cookie: b",
        "/\t/evil.example",
    ],
)
def test_nobody_is_sent_elsewhere(elsewhere: str) -> None:
    assert local_path(elsewhere) is None


@pytest.mark.parametrize("inside", ["/", "/positions?q=济南&page=2", "/a//b"])
def test_pages_of_this_site_are_local(inside: str) -> None:
    assert local_path(inside) == inside
