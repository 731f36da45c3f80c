"""After the right password: 动态口令, or its enrolment where the office asks for one. Nothing else is open until then."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.crypto import tokens
from jianxi.domain.outcomes import Invalid
from jianxi.domain.sign_in_limits import TooMany
from jianxi.queries import account_owners
from jianxi.queries import second_factors as reading
from jianxi.routes.public.arrival import DESKS, after_sign_in, held_back
from jianxi.routes.public.totp_pages import codes_page, secret_of
from jianxi.services import half_open, second_factors
from jianxi.services.accounts import Opened
from jianxi.web.cookies import drop_cookie, half_cookie, set_cookie
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, address_of, form_of, now_of, today_of
from jianxi.web.sessions import sign_in_account

PURPOSE = "half open"
SECONDS = int(half_open.VALID.total_seconds())
AGAIN = "请先输入登录名和密码；输入密码后须在10分钟内完成动态口令。"
USED_UP = "动态口令多次不正确，请重新输入登录名和密码。"
WRONG = "动态口令不正确或已用过，还可以试{}次"


@dataclass(frozen=True, slots=True)
class Half:
    """What the browser keeps meanwhile, signed: its token, where it wanted to go, what it will be told."""

    token: str
    next: str
    notice: str


async def ask(request: Request, fields: Fields, opened: Opened, notice: str) -> Response | None:
    """On to the second page where there is one, instead of signing in."""
    is_on = await reading.is_on(opened.account)
    if not is_on and not await reading.is_needed(opened.account, today_of(request)):
        return None
    if not is_on:
        await second_factors.begin_anew(opened.account, now_of(request))
    token = await half_open.open_for(opened.account, now_of(request))
    response = redirect(request, str(request.app.url_path_for("login_code" if is_on else "login_enrolment")))
    kept = tokens.sign([token, fields.one("next")[:500], notice], PURPOSE)
    set_cookie(request, response, half_cookie(request), kept, SECONDS)
    return response


async def page(request: Request) -> Response:
    account = await _account(request)
    return _again(request) if account is None else _form(request)


async def sent(request: Request) -> Response:
    half, typed = _half(request), (await form_of(request)).one("code")
    try:
        tried = await half_open.attempt(half.token, typed, address_of(request), now_of(request))
    except TooMany as no:
        return held_back(_form(request, refusal=no.sentence), no)
    if tried.account is None and not tried.left:
        return _again(request, USED_UP)
    if tried.account is None:
        return _form(request, {"code": WRONG.format(tried.left)})
    return await _enter(request, half, tried.account)


async def enrolment_page(request: Request) -> Response:
    account = await _account(request)
    return _again(request) if account is None else await _enrolment(request, account)


async def enrolment_sent(request: Request) -> Response:
    account, fields = await _account(request), await form_of(request)
    if account is None:
        return _again(request)
    official = (await account_owners.of(account, today_of(request))).official
    try:
        codes = await second_factors.confirm(official, fields.one("code"), now_of(request))
    except Invalid as invalid:
        return await _enrolment(request, account, invalid.messages)
    return await _enter_first(request, account, codes)


async def _enter(request: Request, half: Half, account: int) -> Response:
    fields = Fields({"next": [half.next]})
    response = after_sign_in(request, fields, DESKS["official"], half.notice)
    await sign_in_account(request, response, account)
    drop_cookie(request, response, half_cookie(request))
    return response


async def _enter_first(request: Request, account: int, codes: list[str]) -> Response:
    """Signed in, with the 恢复码 on the page before one goes on."""
    await half_open.close(_half(request).token)
    response = codes_page(request, codes, DESKS["official"], "已保存，进入系统")
    await sign_in_account(request, response, account)
    drop_cookie(request, response, half_cookie(request))
    return response


async def _account(request: Request) -> int | None:
    return await half_open.account_of(_half(request).token, now_of(request))


def _half(request: Request) -> Half:
    """Nobody's, whose token stands for no row, when the cookie is old, altered or not there."""
    try:
        kept = tokens.read(request.cookies.get(half_cookie(request), ""), PURPOSE, SECONDS)
    except tokens.BadToken:
        return Half("", "", "")
    return Half(*(str(part) for part in kept)) if isinstance(kept, list) else Half("", "", "")


def _again(request: Request, why: str = AGAIN) -> Response:
    response = redirect(request, str(request.app.url_path_for("login")), why)
    drop_cookie(request, response, half_cookie(request))
    return response


def _form(request: Request, errors: dict[str, str] | None = None, refusal: str = "") -> Response:
    context = {"errors": errors or {}, "refusal": refusal}
    return respond(request, "pages/public/login_code.html", context, status=422 if errors else 200)


async def _enrolment(request: Request, account: int, errors: dict[str, str] | None = None) -> Response:
    context = {**await secret_of(account, today_of(request)), "errors": errors or {}}
    return respond(request, "pages/public/login_enrolment.html", context, status=422 if errors else 200)


routes = [
    Route("/login/code", page, name="login_code", methods=["GET"]),
    Route("/login/code", sent, name="login_code", methods=["POST"]),
    Route("/login/enrolment", enrolment_page, name="login_enrolment", methods=["GET"]),
    Route("/login/enrolment", enrolment_sent, name="login_enrolment", methods=["POST"]),
]
