"""最低工资标准: what is in force in each county, a county's history, a new figure for one or several at once."""

import asyncio
from collections import defaultdict

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Missing, Told
from jianxi.domain.parameters import MINIMUM_WAGE
from jianxi.exports import wage_sheet
from jianxi.forms.reading import read
from jianxi.forms.wages import NewWages
from jianxi.queries import wages
from jianxi.queries.wages import Wages
from jianxi.routes.authority import wage_steps as steps
from jianxi.services.policies import set_by_office
from jianxi.web import second_step
from jianxi.web.downloads import XLSX, download
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, form_of, now_of, official_of, query_of, today_of, version_of


async def index(request: Request) -> Response:
    """Every county that the office sees, with what is in force today."""
    found = await wages.of_office(official_of(request), today_of(request))
    return respond(request, "pages/authority/wages.html", {"wages": found})


async def county(request: Request) -> Response:
    """One county with its history."""
    found = await wages.of_office(official_of(request), today_of(request))
    held = found.of(request.path_params["county"])
    if held is None:
        raise Missing
    return respond(request, "pages/authority/wage.html", {"county": held, "may_set": found.may_set})


async def new(request: Request) -> Response:
    """The form, with the counties that the address names ticked."""
    return _form(request, await settable(request), query_of(request))


async def set_wages(request: Request) -> Response:
    """设置: the page that says what it would do, and with its confirm field the act."""
    found, fields = await settable(request), await form_of(request)
    try:
        return await _set(request, found, fields)
    except Invalid as no:
        return _form(request, found, fields, errors=no.messages, status=422)
    except Told as no:
        return _form(request, await settable(request), fields, refusal=on_page(no), status=409)


async def _set(request: Request, found: Wages, fields: Fields) -> Response:
    viewer, form = official_of(request), read(NewWages, fields.raw(), today_of(request))
    values = steps.values_of(viewer, found, form)
    if not fields.one("confirm"):
        step = await steps.step(request, found, form, values, fields)
        return await second_step.show(request, step, steps.back(request, form))
    await set_by_office(viewer, MINIMUM_WAGE.key, values, version_of(fields), now_of(request))
    return redirect(request, steps.list_url(request), steps.done(found, form))


async def settable(request: Request) -> Wages:
    """For whoever sets them; for others there is no such page."""
    found = await wages.of_office(official_of(request), today_of(request))
    if not found.may_set:
        raise Missing
    return found


async def export(request: Request) -> Response:
    """导出: every value that stands or stood, and the counties that have none."""
    found = await wages.of_office(official_of(request), today_of(request))
    data = await asyncio.to_thread(wage_sheet.workbook, list(steps.lines(found)))
    return download(data, f"{wage_sheet.TITLE}{today_of(request)}.xlsx", XLSX)


def _form(
    request: Request,
    found: Wages,
    fields: Fields,
    *,
    errors: dict[str, str] | None = None,
    refusal: str = "",
    status: int = 200,
) -> Response:
    values = defaultdict(str, {name: fields.one(name) for name in ("value", "effective_from", "source")})
    context = {
        "wages": found,
        "chosen": fields.many("counties"),
        "values": values,
        "errors": errors or {},
        "refusal": refusal,
    }
    return respond(request, "pages/authority/wage_form.html", context, status=status)


routes = [
    Route("/wages", index, name="wages", methods=["GET"]),
    Route("/wages/export", export, name="wages_export", methods=["GET"]),
    Route("/wages/new", new, name="wages_new", methods=["GET"]),
    Route("/wages/new", set_wages, methods=["POST"]),
    Route("/wages/{county}", county, name="wage", methods=["GET"]),
]
