"""The one sentence shown on the page after a plain form's redirect, kept in a signed cookie of a minute."""

from starlette.requests import Request
from starlette.responses import Response

from jianxi.crypto import tokens
from jianxi.web.cookies import drop_cookie, notice_cookie, set_cookie

SECONDS = 60
PURPOSE = "notice"
LONGEST = 300


def keep(request: Request, response: Response, notice: str) -> None:
    if notice:
        signed = tokens.sign(notice[:LONGEST], PURPOSE)
        set_cookie(request, response, notice_cookie(request), signed, SECONDS)


def read(request: Request) -> str:
    """The sentence waiting, or nothing: a cookie that is old or not ours says nothing."""
    signed = request.cookies.get(notice_cookie(request), "")
    if not signed:
        return ""
    try:
        return str(tokens.read(signed, PURPOSE, SECONDS))
    except tokens.BadToken:
        return ""


def drop(request: Request, response: Response) -> None:
    if notice_cookie(request) in request.cookies:
        drop_cookie(request, response, notice_cookie(request))
