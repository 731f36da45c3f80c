"""After the right password: 动态口令, or its enrolment where the office asks for one. Nothing else is open until then."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.crypto import tokens
from jianxi.domain.outcomes import Invalid, Missing
from jianxi.domain.sign_in_limits import TooMany
from jianxi.routes.public.arrival import DESKS, after_sign_in, held_back
from jianxi.routes.public.totp_pages import codes_page, shown
from jianxi.services import half_open
from jianxi.services.accounts import Opened
from jianxi.services.half_open import Entered, Standing
from jianxi.services.second_factors import Way
from jianxi.web.cookies import drop_cookie, half_cookie, set_cookie
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, address_of, form_of, now_of, today_of
from jianxi.web.sessions import sign_in_account

PURPOSE = "half open"
SECONDS = int(half_open.VALID.total_seconds())
AGAIN = "请先输入登录名和密码；输入密码后须在10分钟内完成动态口令。"
USED_UP = "动态口令多次不正确，请重新输入登录名和密码。"
CHANGED = "未能登录：账号的密码或动态口令刚刚有变化。请重新输入登录名和密码。"
RECOVERED = "本次登录使用了一个恢复码。"
WRONG = "动态口令不正确或已用过，还可以试{}次"


@dataclass(frozen=True, slots=True)
class Half:
    """What the browser keeps meanwhile, signed: its token, where it wanted to go, what it will be told."""

    token: str
    next: str
    notice: str


async def ask(request: Request, fields: Fields, opened: Opened, notice: str) -> Response | None:
    """On to the second page where there is one, instead of signing in."""
    begun = await half_open.begin(opened, now_of(request))
    if begun is None:
        return None
    page = "login_enrolment" if begun.enrols else "login_code"
    response = redirect(request, str(request.app.url_path_for(page)))
    kept = tokens.sign([begun.token, fields.one("next")[:500], notice], PURPOSE)
    set_cookie(request, response, half_cookie(request), kept, SECONDS)
    return response


async def page(request: Request) -> Response:
    return _again(request) if await _standing(request) is None else _form(request)


async def sent(request: Request) -> Response:
    half, typed = _half(request), (await form_of(request)).one("code")
    try:
        tried = await half_open.attempt(half.token, typed, address_of(request), now_of(request))
    except TooMany as no:
        return held_back(_form(request, refusal=no.sentence), no)
    if tried.entered is not None:
        return await _enter(request, half, tried.entered)
    return _form(request, {"code": WRONG.format(tried.left)}) if tried.left else _again(request, USED_UP)


async def enrolment_page(request: Request) -> Response:
    standing = await _standing(request)
    return await _enrolment(request, standing) if standing and standing.secret else _again(request)


async def enrolment_sent(request: Request) -> Response:
    standing, fields = await _standing(request), await form_of(request)
    if standing is None or not standing.secret:
        return _again(request)
    try:
        entered, codes = await half_open.enrol(_half(request).token, fields.one("code"), now_of(request))
    except Missing:
        return _again(request, CHANGED)
    except Invalid as invalid:
        return await _enrolment(request, standing, invalid.messages)
    return await _enter_first(request, entered, codes)


async def _enter(request: Request, half: Half, entered: Entered) -> Response:
    fields = Fields({"next": [half.next]})
    told = f"{half.notice.removesuffix('。')}。{RECOVERED}" if entered.way is Way.RECOVERY else half.notice
    return await _signed_in(request, after_sign_in(request, fields, DESKS["official"], told), entered)


async def _enter_first(request: Request, entered: Entered, codes: list[str]) -> Response:
    """Signed in, with the 恢复码 on the page before one goes on."""
    response = codes_page(request, codes, DESKS["official"], "已保存，进入系统")
    return await _signed_in(request, response, entered)


async def _signed_in(request: Request, response: Response, entered: Entered) -> Response:
    try:
        await sign_in_account(request, response, entered.account, entered.proof)
    except Invalid:
        return _again(request, CHANGED)
    drop_cookie(request, response, half_cookie(request))
    return response


async def _standing(request: Request) -> Standing | None:
    return await half_open.look(_half(request).token, now_of(request))


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


async def _enrolment(request: Request, standing: Standing, errors: dict[str, str] | None = None) -> Response:
    secret = await shown(standing.account, standing.secret, today_of(request))
    context = {**secret, "errors": errors or {}}
    return respond(request, "pages/public/login_enrolment.html", context, status=422 if errors else 200)


routes = [
    Route("/login/code", page, name="login_code", methods=["GET"]),
    Route("/login/code", sent, name="login_code", methods=["POST"]),
    Route("/login/enrolment", enrolment_page, name="login_enrolment", methods=["GET"]),
    Route("/login/enrolment", enrolment_sent, name="login_enrolment", methods=["POST"]),
]
