"""After name and ID number, where the province asks for it: 短信验证码. Nothing is open until then."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.crypto import tokens
from jianxi.routes.public.arrival import DESKS, after_sign_in
from jianxi.services import sign_in_codes
from jianxi.web.cookies import drop_cookie, half_cookie, set_cookie
from jianxi.web.pacing import paced
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, form_of, now_of
from jianxi.web.sessions import sign_in_person

PURPOSE = "half open by identity"
SECONDS = int(sign_in_codes.VALID.total_seconds())
AGAIN = "请重新填写姓名和身份证号，短信验证码须在5分钟内填写。"
USED_UP = "短信验证码多次不正确，请重新登录获取新的验证码。"
WRONG = "短信验证码不正确，还可以试{}次"


@dataclass(frozen=True, slots=True)
class Half:
    """What the browser keeps meanwhile, signed."""

    token: str = ""
    phone: str = ""
    next: str = ""
    notice: str = ""


async def ask(request: Request, fields: Fields, person: int, notice: str) -> Response:
    """On to the page for the code. `Refused` and `TooMany` as `sign_in_codes.begin` says."""
    begun = await sign_in_codes.begin(person, now_of(request))
    response = redirect(request, str(request.app.url_path_for("login_identity_code")))
    kept = tokens.sign([begun.token, begun.phone, fields.one("next")[:500], notice], PURPOSE)
    set_cookie(request, response, half_cookie(request), kept, SECONDS)
    return response


async def page(request: Request) -> Response:
    half = _half(request)
    return (
        _form(request, half) if await sign_in_codes.stands(half.token, now_of(request)) else _again(request)
    )


async def sent(request: Request) -> Response:
    half, typed = _half(request), (await form_of(request)).one("code")
    if not await sign_in_codes.stands(half.token, now_of(request)):
        return _again(request)
    tried = await sign_in_codes.attempt(half.token, typed, now_of(request))
    if tried.person is None:
        wrong = {"code": WRONG.format(tried.left)}
        return _form(request, half, wrong) if tried.left else _again(request, USED_UP)
    response = after_sign_in(request, Fields({"next": [half.next]}), DESKS["person"], half.notice)
    await sign_in_person(request, response, tried.person)
    drop_cookie(request, response, half_cookie(request))
    return response


def _half(request: Request) -> Half:
    """Nobody's when the cookie is old, altered or not there."""
    try:
        kept = tokens.read(request.cookies.get(half_cookie(request), ""), PURPOSE, SECONDS)
    except tokens.BadToken:
        return Half()
    return Half(*(str(part) for part in kept)) if isinstance(kept, list) else Half()


def _again(request: Request, why: str = AGAIN) -> Response:
    response = redirect(request, str(request.app.url_path_for("login_identity")), why)
    drop_cookie(request, response, half_cookie(request))
    return response


def _form(request: Request, half: Half, errors: dict[str, str] | None = None) -> Response:
    context = {"errors": errors or {}, "phone": half.phone}
    return respond(request, "pages/public/login_identity_code.html", context, status=422 if errors else 200)


routes = [
    Route("/login/identity/code", page, name="login_identity_code", methods=["GET"]),
    Route("/login/identity/code", paced(sent), name="login_identity_code", methods=["POST"]),
]
