"""Sessions in HTTP: who is looking at every request, and the cookie that says so."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from jianxi.domain import browsers
from jianxi.domain.viewers import Anyone
from jianxi.queries.sessions import Claim, Found
from jianxi.services import sessions
from jianxi.services.account_holds import Proof
from jianxi.web.cookies import drop_cookie, session_cookie, set_cookie, visit_cookie
from jianxi.web.requests import address_of, now_of, today_of
from jianxi.web.static import PREFIX

NOBODY_ASKS = (f"{PREFIX}/", "/health/")
"""Addresses that are the same for everybody: no session is looked up and no cookie set."""


class Sessions:
    """Leaves `now`, `viewer`, `session` and what the csrf token is bound to in `request.state`."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            request = Request(scope)
            request.state.now = request.app.state.settings.clock()
            request.state.viewer = Anyone()
            request.state.session = None
            if not scope["path"].startswith(NOBODY_ASKS):
                await _recognise(request)
        await self.app(scope, receive, send)


async def sign_in_account(
    request: Request, response: Response, account: int, proof: Proof | None = None
) -> None:
    """Always a new token; the session that the browser had before ends. `Invalid` when `proof` holds no more."""
    now, origin = now_of(request), _origin(request)
    token = await sessions.start_for_account(account, now, _current(request), origin, proof)
    _hand_out(request, response, token)


async def sign_in_person(request: Request, response: Response, person: int) -> None:
    """By name and ID number, for somebody who has a row; also after the intention form gave a provisional person one."""
    token = await sessions.start_for_person(person, now_of(request), _current(request), _origin(request))
    _hand_out(request, response, token)


async def sign_in_claim(request: Request, response: Response, claim: Claim) -> None:
    """By name and ID number, for somebody who has no row yet."""
    token = await sessions.start_for_claim(claim, now_of(request), _current(request), _origin(request))
    _hand_out(request, response, token)


async def sign_out(request: Request, response: Response) -> None:
    current = _current(request)
    if current is not None:
        await sessions.end(current)
    drop_cookie(request, response, session_cookie(request))


def session_of(request: Request) -> Found | None:
    """The standing session: its claim while it is provisional, and when its person signed in before."""
    found: Found | None = getattr(request.state, "session", None)
    return found


def has_ended(request: Request) -> bool:
    """The browser brought a session that stands no longer."""
    return bool(getattr(request.state, "session_has_ended", False))


async def _recognise(request: Request) -> None:
    request.state.visit = request.cookies.get(visit_cookie(request)) or None
    token = request.cookies.get(session_cookie(request))
    if not token:
        return
    found = await sessions.find(token, now_of(request), today_of(request))
    if found is None:
        request.state.session_has_ended = True
        return
    request.state.session = found
    request.state.viewer = found.viewer
    request.state.session_token = token


def _hand_out(request: Request, response: Response, token: str) -> None:
    set_cookie(request, response, session_cookie(request), token)


def _current(request: Request) -> int | None:
    found = session_of(request)
    return found.id if found is not None else None


def _origin(request: Request) -> sessions.Origin:
    """The browser that is handed the session, for its owner to know it again."""
    told = request.headers.get("user-agent", "")
    return sessions.Origin(browsers.in_words(told) if told else "", address_of(request))
