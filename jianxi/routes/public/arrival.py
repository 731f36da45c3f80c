"""What the ways in share: where somebody arrives after sign-in, and with which sentence."""

from collections import defaultdict
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.sign_in_limits import TooMany
from jianxi.templating import at_full
from jianxi.web.logs import log
from jianxi.web.pages import redirect
from jianxi.web.requests import Fields, back_of, query_of

DESKS = {
    "employer": "/employer/",
    "graduate": "/applicant/",
    "person": "/applicant/",
    "official": "/authority/",
}
"""The desk of an account's kind; its bare address leads to the first entry of the menu."""
WAYS_IN = ("/login", "/logout", "/register/", "/demo/")
UNSHOWN = frozenset({"password", "password_again", "csrf"})


def province_of(request: Request) -> str:
    """The installation's province."""
    return str(request.app.state.settings.province)


def wanted(request: Request) -> dict[str, str]:
    """An empty form that remembers where somebody wanted to go."""
    return defaultdict(str, next=query_of(request).one("next"))


def after_sign_in(request: Request, fields: Fields, desk: str, notice: str) -> Response:
    """On to where somebody wanted to go, unless that is another kind's desk or a way in; else to their own desk."""
    to = back_of(fields, desk, "next")
    others = set(DESKS.values()) - {desk}
    closed = to.startswith(WAYS_IN) or any(f"{to}/".startswith(other) for other in others)
    return redirect(request, desk if closed else to, notice)


def welcome_back(previous: datetime | None, failures: int = 0, wrong: str = "密码错误") -> str:
    """So that somebody notices a sign-in, or tries at one, that were not theirs."""
    if previous is None:
        return f"已登录。此前有{failures}次{wrong}。" if failures else "已登录。"
    return f"上次登录：{at_full(previous)}" + (f"；其间有{failures}次{wrong}" if failures else "")


def held_back(response: Response, no: TooMany) -> Response:
    """429, and when to come again. The server's log names the limit, and nobody."""
    log.warning("sign-in held back", limit=str(no.limit), family=str(no.family))
    response.status_code = 429
    response.headers["Retry-After"] = str(no.seconds)
    return response


def typed(fields: Fields) -> dict[str, str]:
    """What a form shows again after a message: everything but passwords, and nothing where nothing came."""
    return defaultdict(str, {name: fields.one(name) for name in fields.raw() if name not in UNSHOWN})
