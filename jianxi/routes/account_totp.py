"""动态口令 in 「账号与安全」: an official turns it on with a first code, and off with the password."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Refused
from jianxi.domain.sign_in_limits import TooMany
from jianxi.queries import second_factors as reading
from jianxi.routes.account import holder_of
from jianxi.routes.public.arrival import held_back
from jianxi.routes.public.totp_pages import codes_page, secret_of
from jianxi.services import own_account, second_factors
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import address_of, form_of, now_of, official_of, today_of

PAGE = "pages/account/totp.html"
OFF = "动态口令已停用，以后登录只需密码。"
NEEDED = "本地区要求主管部门账号使用动态口令，不能停用。更换手机的，请联系系统管理员重置。"


async def page(request: Request) -> Response:
    await holder_of(request)
    return await _show(request)


async def begin(request: Request) -> Response:
    """启用动态口令: on to the page that shows the secret."""
    await holder_of(request)
    await second_factors.begin(official_of(request).account, now_of(request))
    return redirect(request, str(request.app.url_path_for("account_totp")))


async def confirm(request: Request) -> Response:
    await holder_of(request)
    fields = await form_of(request)
    try:
        codes = await second_factors.confirm(official_of(request), fields.one("code"), now_of(request))
    except Invalid as invalid:
        return await _show(request, invalid.messages)
    return codes_page(request, codes, str(request.app.url_path_for("account")), "返回账号与安全")


async def remove(request: Request) -> Response:
    holder, official, fields = await holder_of(request), official_of(request), await form_of(request)
    if await reading.is_needed(official.account, today_of(request)):
        raise Refused(NEEDED)
    try:
        password = fields.one("current_password")
        await own_account.proven(holder, password, "current_password", address_of(request), now_of(request))
    except Invalid as invalid:
        return await _show(request, invalid.messages)
    except TooMany as no:
        return held_back(await _show(request, refusal=no.sentence), no)
    return await _switched_off(request)


async def _switched_off(request: Request) -> Response:
    official = official_of(request)
    await second_factors.clear(official, official.account, now_of(request))
    return redirect(request, str(request.app.url_path_for("account")), OFF)


async def _show(request: Request, errors: dict[str, str] | None = None, refusal: str = "") -> Response:
    official = official_of(request)
    needed = await reading.is_needed(official.account, today_of(request))
    context = {
        **await secret_of(official.account, today_of(request)),
        "left": await reading.codes_left(official.account),
        "objection": NEEDED if needed else "",
        "errors": errors or {},
        "refusal": refusal,
    }
    return respond(request, PAGE, context, status=422 if errors else 200)


routes = [
    Route("/account/totp", page, name="account_totp", methods=["GET"]),
    Route("/account/totp", begin, name="account_totp", methods=["POST"]),
    Route("/account/totp/confirmation", confirm, name="account_totp_confirmation", methods=["POST"]),
    Route("/account/totp/removal", remove, name="account_totp_removal", methods=["POST"]),
]
