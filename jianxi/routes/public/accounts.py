"""单位注册, 应届毕业生注册, and the demo's sign-in by one click."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Missing
from jianxi.domain.sign_in_limits import TooMany
from jianxi.forms.accounts import EmployerRegistration, GraduateRegistration
from jianxi.forms.reading import read
from jianxi.queries import accounts as known
from jianxi.queries import demo
from jianxi.routes.public.arrival import DESKS, held_back, province_of, typed
from jianxi.services.sign_in import register_employer, register_graduate
from jianxi.web.pacing import paced
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, address_of, form_of, now_of, today_of
from jianxi.web.sessions import sign_in_account, sign_in_claim, sign_in_person

EMPLOYER_IN = "注册成功，已登录。请填写见习基地申请，提交后由注册地的区县初审。"
GRADUATE_IN = "注册成功，已登录。请先提交“就业见习意向填表”，再查找岗位报名。"
DEMO_IN = "已进入演示账号：{label}。"
Values = dict[str, str]


async def employer_page(request: Request) -> Response:
    return _employer_form(request, typed(Fields()), {})


async def employer_sent(request: Request) -> Response:
    fields = await form_of(request)
    try:
        given = read(EmployerRegistration, fields.raw(), today_of(request))
        account = await register_employer(given, address_of(request), province_of(request), now_of(request))
    except Invalid as invalid:
        return _employer_form(request, typed(fields), invalid.messages)
    except TooMany as no:
        return held_back(_employer_form(request, typed(fields), {}, no.sentence), no)
    response = redirect(request, DESKS["employer"], EMPLOYER_IN)
    await sign_in_account(request, response, account)
    return response


async def graduate_page(request: Request) -> Response:
    return await _graduate_form(request, typed(Fields()), {})


async def graduate_sent(request: Request) -> Response:
    fields = await form_of(request)
    try:
        given = read(GraduateRegistration, fields.raw(), today_of(request))
        account = await register_graduate(given, address_of(request), province_of(request), now_of(request))
    except Invalid as invalid:
        return await _graduate_form(request, typed(fields), invalid.messages)
    except TooMany as no:
        return held_back(await _graduate_form(request, typed(fields), {}, no.sentence), no)
    response = redirect(request, DESKS["graduate"], GRADUATE_IN)
    await sign_in_account(request, response, account)
    return response


async def demo_sign_in(request: Request) -> Response:
    """Nowhere but in a demo: elsewhere this address does not exist."""
    if not request.app.state.settings.demo:
        raise Missing
    chosen = await demo.account((await form_of(request)).one("role"))
    response = redirect(request, DESKS[chosen.kind], DEMO_IN.format(label=chosen.label))
    await _enter(request, response, chosen)
    return response


async def _enter(request: Request, response: Response, chosen: demo.DemoAccount) -> None:
    if chosen.claim is not None:
        await sign_in_claim(request, response, chosen.claim)
    elif chosen.account is not None:
        await sign_in_account(request, response, chosen.account)
    else:
        await sign_in_person(request, response, chosen.person)


EMPLOYER_ORDER = ("", "name", "credit_code", "city", "county", "contact", "phone")
GRADUATE_ORDER = ("", "name", "id_number", "school", "phone")
"""Messages are listed as the fields stand on the page, those about the account last."""


def _employer_form(request: Request, values: Values, errors: dict[str, str], refusal: str = "") -> Response:
    context = {"values": values, "errors": _in_order(errors, EMPLOYER_ORDER), "refusal": refusal}
    return respond(request, "pages/public/register_employer.html", context, status=422 if errors else 200)


async def _graduate_form(
    request: Request, values: Values, errors: dict[str, str], refusal: str = ""
) -> Response:
    limits = await known.limits(province_of(request), today_of(request))
    told = {"errors": _in_order(errors, GRADUATE_ORDER), "refusal": refusal}
    context = {"limits": limits, "values": values, **told}
    return respond(request, "pages/public/register_graduate.html", context, status=422 if errors else 200)


def _in_order(errors: dict[str, str], order: tuple[str, ...]) -> dict[str, str]:
    first = {name: errors[name] for name in order if name in errors}
    return first | errors


routes = [
    Route("/register/employer", employer_page, name="register_employer"),
    Route("/register/employer", employer_sent, name="register_employer", methods=["POST"]),
    Route("/register/graduate", graduate_page, name="register_graduate"),
    Route("/register/graduate", paced(graduate_sent), name="register_graduate", methods=["POST"]),
    Route("/demo/sign-in", demo_sign_in, name="demo_sign_in", methods=["POST"]),
]
