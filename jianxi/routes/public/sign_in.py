"""The ways in and out: 账号登录, 往届毕业生/社会青年登录, 退出登录."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import application_notes
from jianxi.domain.outcomes import Invalid, Refused
from jianxi.domain.sign_in_limits import TooMany
from jianxi.forms.accounts import IdentitySignIn, SignIn
from jianxi.forms.reading import read
from jianxi.queries import accounts as known
from jianxi.queries import identity_cases
from jianxi.queries.sessions import Claim
from jianxi.routes.public import identity_code, second_factor
from jianxi.routes.public.arrival import (
    DESKS,
    after_sign_in,
    held_back,
    province_of,
    typed,
    wanted,
    welcome_back,
)
from jianxi.services import sign_in, sign_in_codes
from jianxi.services.identity import ByAccount
from jianxi.services.sign_in import Entered, Recognised
from jianxi.web.pacing import paced
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, address_of, form_of, now_of, today_of
from jianxi.web.sessions import sign_in_account, sign_in_claim, sign_in_person, sign_out

PROVISIONAL = "已登录。请先提交“就业见习意向填表”，再查找岗位报名。"
LEFT = "已退出登录。"


async def account_page(request: Request) -> Response:
    return await _account_form(request, wanted(request))


async def identity_page(request: Request) -> Response:
    return await _identity_form(request, wanted(request))


async def with_account(request: Request) -> Response:
    fields = await form_of(request)
    try:
        given = read(SignIn, fields.raw(), today_of(request))
        entered = await sign_in.by_password(given, address_of(request), now_of(request))
        return await _enter_account(request, fields, entered)
    except Invalid as invalid:
        return await _account_form(request, typed(fields), invalid.messages)
    except TooMany as no:
        return held_back(await _account_form(request, typed(fields), refusal=no.sentence), no)


async def _enter_account(request: Request, fields: Fields, entered: Entered) -> Response:
    """The password was right: signed in, and on. `Invalid` where it was changed since it was looked at."""
    opened = entered.opened
    notice = welcome_back(opened.previous, entered.failures)
    asked = await second_factor.ask(request, fields, opened, notice)
    if asked is not None:
        return asked
    response = after_sign_in(request, fields, DESKS[opened.kind], notice)
    await sign_in_account(request, response, opened.account, opened.proof)
    return response


async def with_identity(request: Request) -> Response:
    fields = await form_of(request)
    try:
        return await _enter_person(request, fields, await _recognise(request, fields))
    except Invalid as invalid:
        return await _identity_form(request, typed(fields), invalid.messages)
    except TooMany as no:
        return held_back(await _identity_form(request, typed(fields), refusal=no.sentence), no)
    except Refused as no:
        return await _identity_form(request, typed(fields), refusal=no.sentence)


async def _recognise(request: Request, fields: Fields) -> Recognised:
    given = read(IdentitySignIn, fields.raw(), today_of(request))
    return await sign_in.by_identity(given, address_of(request), province_of(request), now_of(request))


async def _enter_person(request: Request, fields: Fields, recognised: Recognised) -> Response:
    found = recognised.found
    if isinstance(found, ByAccount):
        return await _identity_form(request, typed(fields), elsewhere=found.sentence)
    if isinstance(found, Claim):
        response = after_sign_in(request, fields, DESKS["person"], await _first_steps(found))
        await sign_in_claim(request, response, found)
        return response
    notice = welcome_back(found.previous, recognised.failures, "姓名错误")
    if await sign_in_codes.is_needed(province_of(request), today_of(request)):
        return await identity_code.ask(request, fields, found.person, notice)
    response = after_sign_in(request, fields, DESKS["person"], notice)
    await sign_in_person(request, response, found.person)
    return response


async def _first_steps(claim: Claim) -> str:
    """What somebody without a row of their own does first; where another name holds the number, an office is asked."""
    contest = await identity_cases.contest(claim)
    if contest is None:
        return PROVISIONAL
    return f"已登录。{application_notes.contested(contest.office, settled=contest.is_settled)}"


async def leave(request: Request) -> Response:
    response = redirect(request, str(request.app.url_path_for("home")), LEFT)
    await sign_out(request, response)
    return response


async def _account_form(
    request: Request, values: dict[str, str], errors: dict[str, str] | None = None, refusal: str = ""
) -> Response:
    context = {**await _cohort(request), "values": values, "errors": errors or {}, "refusal": refusal}
    return respond(request, "pages/public/login.html", context, status=422 if errors else 200)


async def _identity_form(
    request: Request,
    values: dict[str, str],
    errors: dict[str, str] | None = None,
    elsewhere: str = "",
    refusal: str = "",
) -> Response:
    told = {"errors": errors or {}, "elsewhere": elsewhere, "refusal": refusal}
    status = 422 if errors or elsewhere else 200
    context = {**await _cohort(request), "values": values, **told}
    return respond(request, "pages/public/login_identity.html", context, status=status)


async def _cohort(request: Request) -> dict[str, object]:
    return {"limits": await known.limits(province_of(request), today_of(request))}


routes = [
    Route("/login", account_page, name="login"),
    Route("/login", paced(with_account), name="login", methods=["POST"]),
    Route("/login/identity", identity_page, name="login_identity"),
    Route("/login/identity", paced(with_identity), name="login_identity", methods=["POST"]),
    Route("/logout", leave, name="logout", methods=["POST"]),
]
