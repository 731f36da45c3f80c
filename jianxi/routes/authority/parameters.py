"""参数: what holds for the office's region, the values behind it, and a new one with what it would do."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import parameters as known
from jianxi.domain.outcomes import Forbidden, Invalid, Told
from jianxi.domain.policy import Kind, Parameter
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.parameters import read_value, typed
from jianxi.queries import parameters, wages
from jianxi.queries.parameters import Held
from jianxi.routes.authority import parameter_steps as steps
from jianxi.services.policies import set_by_office
from jianxi.web import second_step
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, form_of, now_of, official_of, query_of, today_of, version_of


async def index(request: Request) -> Response:
    """Every parameter by group, with what holds today."""
    viewer, today = official_of(request), today_of(request)
    groups = await parameters.listed(viewer, today)
    context = {"groups": groups, "wages": await wages.of_office(viewer, today)}
    return respond(request, "pages/authority/parameters.html", context)


async def show(request: Request) -> Response:
    """One parameter with its history."""
    if request.path_params["key"] == known.MINIMUM_WAGE.key:
        return redirect(request, str(request.app.url_path_for("authority:wages")))
    viewer, held = official_of(request), await _held(request)
    return await _page(request, viewer, held, query_of(request))


async def set_parameter(request: Request) -> Response:
    """设置: the page that says what it would do, and with its confirm field the act."""
    viewer, held, fields = official_of(request), await _held(request), await form_of(request)
    if not held.may_set:
        raise Forbidden
    try:
        return await _set(request, viewer, held, fields)
    except Invalid as no:
        return await _page(request, viewer, held, fields, errors=no.messages, status=422)
    except Told as no:
        fresh = await _held(request)
        return await _page(request, viewer, fresh, fields, refusal=on_page(no), status=409)


async def _set(request: Request, viewer: OfficialViewer, held: Held, fields: Fields) -> Response:
    new = steps.value_of(viewer, held, read_value(held.parameter, fields.raw(), today_of(request)))
    if not fields.one("confirm"):
        step = await steps.step(request, viewer, held, new, fields)
        return await second_step.show(request, step, steps.back(request, held.parameter, new))
    await set_by_office(viewer, held.parameter.key, [new], version_of(fields), now_of(request))
    return redirect(request, steps.url(request, held.parameter), steps.done(held.parameter, new))


async def _held(request: Request) -> Held:
    """The parameter of the address; raises `Missing`."""
    return await parameters.get(official_of(request), request.path_params["key"], today_of(request))


async def _page(
    request: Request,
    viewer: OfficialViewer,
    held: Held,
    fields: Fields,
    *,
    errors: dict[str, str] | None = None,
    refusal: str = "",
    status: int = 200,
) -> Response:
    context: dict[str, Any] = {
        "held": held,
        "values": typed(fields.raw()),
        "options": _options(held.parameter),
        "hint": _hint(held.parameter),
        "errors": errors or {},
        "refusal": refusal,
        "cities": await parameters.of_cities(viewer, held.parameter.key, today_of(request)),
    }
    return respond(request, "pages/authority/parameter.html", context, status=status)


def _options(parameter: Parameter) -> tuple[tuple[str, str], ...]:
    """What a value is chosen from; empty where it is typed."""
    return (("是", "是"), ("否", "否")) if parameter.kind is Kind.SWITCH else parameter.choices


def _hint(parameter: Parameter) -> str:
    match parameter.kind:
        case Kind.SHARE:
            return f"单位：{parameter.unit}，例如10" if parameter.unit else "带百分号，例如60%"
        case Kind.MONEY:
            return "单位：元，例如2,400.00"
        case _:
            return f"整数，单位：{parameter.unit}" if parameter.unit else ""


routes = [
    Route("/parameters", index, name="parameters", methods=["GET"]),
    Route("/parameters/{key}", show, name="parameter", methods=["GET"]),
    Route("/parameters/{key}", set_parameter, methods=["POST"]),
]
