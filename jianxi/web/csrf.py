"""The csrf check: a token derived from a cookie, masked anew in every page, and the Origin that sent the form."""

import base64
import binascii
import hmac
import secrets
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

from jianxi.crypto.tokens import csrf_secret
from jianxi.web.cookies import is_https, set_cookie, visit_cookie

FIELD = "csrf"
HEADER = "X-CSRF-Token"


class Unproven(Exception):
    """The form does not prove that it was made by this site for this browser (403)."""


class Expired(Exception):
    """The form was made for a session that has ended since (to sign-in)."""


def token_of(request: Request) -> str:
    """A fresh masked token. A visitor without a session gets a random cookie to bind it to; no row is written. Where no
    cookie was looked for (web/sessions.py) none is handed out: it would replace the one that other pages go by."""
    if _key(request) is None:
        request.state.visit_is_new = hasattr(request.state, "visit")
        request.state.visit = secrets.token_urlsafe(32)
    secret = csrf_secret(_key(request) or "")
    mask = secrets.token_bytes(len(secret))
    return base64.urlsafe_b64encode(mask + _xor(mask, secret)).decode()


def keep_visit(request: Request, response: Response) -> None:
    """Hands out the visitor's cookie when `token_of` had to make one."""
    if getattr(request.state, "visit_is_new", False):
        set_cookie(request, response, visit_cookie(request), request.state.visit)


def check_origin(request: Request) -> None:
    """Refuses a form that says it comes from elsewhere. One that says nothing is judged by its token alone."""
    told = request.headers.get("origin") or _origin_of(request.headers.get("referer", ""))
    if told and told not in _own_origins(request):
        raise Unproven


def check_token(request: Request, given: str) -> None:
    """Refuses a form whose token (header or field) does not fit the cookie."""
    key = _key(request)
    if key is not None and hmac.compare_digest(_unmasked(given), csrf_secret(key)):
        return
    if getattr(request.state, "session_has_ended", False):
        raise Expired
    raise Unproven


def _key(request: Request) -> str | None:
    """What the token is bound to: the session's token, before sign-in the visitor's cookie."""
    found: str | None = getattr(request.state, "session_token", None) or getattr(request.state, "visit", None)
    return found


def _unmasked(given: str) -> bytes:
    try:
        raw = base64.urlsafe_b64decode(given.encode("ascii"))
    except (ValueError, binascii.Error):
        return b""
    half = len(raw) // 2
    return _xor(raw[:half], raw[half:])


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(left ^ right for left, right in zip(one, other, strict=False))


def _origin_of(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return "null"
    return f"{parts.scheme}://{parts.netloc}" if address else ""


def _own_origins(request: Request) -> set[str]:
    """The public address, and in development the host that was asked (Hosts has checked it)."""
    public: str = request.app.state.settings.public_url
    own = {_origin_of(public)}
    return own if is_https(request) else own | {f"http://{request.headers.get('host', '')}"}
