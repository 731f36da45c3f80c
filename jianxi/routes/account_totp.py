"""动态口令 in 「账号与安全」: an official begins it with the password, turns it on with a first code, off with the password."""

from collections.abc import Awaitable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid
from jianxi.domain.sign_in_limits import TooMany
from jianxi.queries import second_factors as reading
from jianxi.queries.own_sessions import Holder
from jianxi.routes.account import holder_of
from jianxi.routes.public.arrival import held_back
from jianxi.routes.public.totp_pages import codes_page, shown
from jianxi.services import second_factors
from jianxi.services.second_factors import FIELD, NEEDED
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import address_of, form_of, now_of, official_of, today_of

PAGE = "pages/account/totp.html"
OFF = "动态口令已停用，以后登录只需密码。"


async def page(request: Request) -> Response:
    return await _show(request, await _holder(request))


async def begin(request: Request) -> Response:
    """启用动态口令: on to the page that shows the secret."""
    holder, password = await _holder(request), (await form_of(request)).one(FIELD)
    act = second_factors.begin(holder, password, address_of(request), now_of(request))
    return await _answered(request, holder, act, "account_totp")


async def confirm(request: Request) -> Response:
    holder, official, fields = await _holder(request), official_of(request), await form_of(request)
    try:
        codes = await second_factors.confirm(official, holder.session, fields.one("code"), now_of(request))
    except Invalid as invalid:
        return await _show(request, holder, invalid.messages)
    return codes_page(request, codes, str(request.app.url_path_for("account")), "返回账号与安全")


async def remove(request: Request) -> Response:
    holder, password = await _holder(request), (await form_of(request)).one(FIELD)
    act = second_factors.remove(holder, password, address_of(request), now_of(request))
    return await _answered(request, holder, act, "account", OFF)


async def _holder(request: Request) -> Holder:
    """Whoever has a session as an official."""
    holder = await holder_of(request)
    official_of(request)
    return holder


async def _answered(
    request: Request, holder: Holder, act: Awaitable[None], onward: str, told: str = ""
) -> Response:
    """An act that asks for the password."""
    try:
        await act
    except Invalid as invalid:
        return await _show(request, holder, invalid.messages)
    except TooMany as no:
        return held_back(await _show(request, holder, refusal=no.sentence), no)
    return redirect(request, str(request.app.url_path_for(onward)), told)


async def _show(
    request: Request, holder: Holder, errors: dict[str, str] | None = None, refusal: str = ""
) -> Response:
    account, today = official_of(request).account, today_of(request)
    secret = await reading.shown_to(holder.session)
    context = {
        **await shown(account, secret, today),
        "is_on": await reading.is_on(account),
        "left": await reading.codes_left(account),
        "objection": NEEDED if await reading.is_needed(account, today) else "",
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
