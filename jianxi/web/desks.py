"""A desk: the routes of one kind of user behind one gate."""

from collections.abc import Sequence

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from jianxi.domain.outcomes import Forbidden
from jianxi.domain.viewers import Anyone
from jianxi.queries import counts
from jianxi.web.errors import SIGN_IN_AGAIN, to_sign_in
from jianxi.web.menu import lines
from jianxi.web.pages import redirect, wants_partial
from jianxi.web.requests import today_of, viewer_of
from jianxi.web.sessions import has_ended


class Gate:
    """Nobody goes to sign-in, the wrong kind gets 403. Whole pages learn here what waits behind the menu's entries."""

    def __init__(self, app: ASGIApp, kinds: tuple[type, ...]) -> None:
        self.app = app
        self.kinds = kinds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        viewer = viewer_of(request)
        if isinstance(viewer, Anyone):
            notice = SIGN_IN_AGAIN if has_ended(request) else ""
            await to_sign_in(request, notice)(scope, receive, send)
            return
        if not isinstance(viewer, self.kinds):
            raise Forbidden
        if not wants_partial(request):
            request.state.waiting = await counts.waiting(viewer, today_of(request))
        await self.app(scope, receive, send)


def desk(name: str, kinds: tuple[type, ...], routes: Sequence[BaseRoute]) -> Mount:
    """Mounted at `/<name>`, its routes called `<name>:…`; the bare address leads to the first entry of the menu."""
    first = Route("/", _first_entry, name="home")
    # A router of its own, since Starlette's would answer a last slash too many with the Host of the request.
    inside = Router([first, *routes], redirect_slashes=False)
    return Mount(f"/{name}", inside, name=name, middleware=[Middleware(Gate, kinds=kinds)])


def home_of(request: Request) -> str:
    """Where somebody works: the first entry of the menu, for visitors the home page."""
    shown = lines(viewer_of(request))
    return str(request.app.url_path_for(shown[0].route)) if shown else "/"


async def to_desk(request: Request) -> Response:
    """The address of a desk without its last slash; whoever asks lands where they work, or at sign-in."""
    return redirect(request, f"{request.scope['path']}/")


async def _first_entry(request: Request) -> Response:
    return redirect(request, home_of(request))
