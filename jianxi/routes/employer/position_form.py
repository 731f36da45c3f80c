"""The form of 见习岗位: 新增, 复制 and 编辑, with what was typed kept through every refusal."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import money, regions
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.positions import FLOW
from jianxi.forms.positions import PositionForm
from jianxi.forms.reading import labels, read
from jianxi.queries import position_adding, positions
from jianxi.queries.position_adding import Adding
from jianxi.queries.positions import Position
from jianxi.services import positions as services
from jianxi.templating import region
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import (
    Fields,
    employer_of,
    form_of,
    now_of,
    record_id,
    today_of,
    version_of,
)

PAGE = "pages/employer/position_form.html"
STILL_TYPED = "您填写的内容仍在本页，可以核对后再次提交"
BLANK = dict.fromkeys(labels(PositionForm), "")


async def new(request: Request) -> Response:
    """The empty form, or what to do first while the base is not approved."""
    adding = await position_adding.adding(employer_of(request), today_of(request))
    place = {"work_city": regions.city_of(adding.county), "work_county": adding.county}
    values = {**BLANK, **place, "contact": adding.contact, "phone": adding.phone}
    return _form(request, values, adding)


async def add(request: Request) -> Response:
    """Submits a new position."""
    viewer, fields, today = employer_of(request), await form_of(request), today_of(request)
    try:
        id = await services.add(viewer, read(PositionForm, fields.raw(), today), now_of(request))
    except (Invalid, Told) as no:
        return _form(request, _typed(fields), await position_adding.adding(viewer, today), no=no)
    position = await positions.get(viewer, id, today)
    return redirect(request, _url(request, "employer:position", id), _submitted(position))


async def model(request: Request) -> Response:
    """复制: the form of a new one with the words of one's own; a day that is over is asked for anew."""
    viewer, today = employer_of(request), today_of(request)
    origin = await positions.get(viewer, record_id(request), today)
    over = {"deadline": ""} if origin.is_late else {}
    adding = await position_adding.adding(viewer, today)
    return _form(request, _written(origin) | over, adding, origin=origin)


async def copy(request: Request) -> Response:
    """Submits the new position that was made of another."""
    viewer, fields, today = employer_of(request), await form_of(request), today_of(request)
    origin = await positions.get(viewer, record_id(request), today)
    try:
        form = read(PositionForm, fields.raw(), today)
        id = await services.copy(viewer, origin.id, form, now_of(request))
    except (Invalid, Told) as no:
        adding = await position_adding.adding(viewer, today)
        return _form(request, _typed(fields), adding, no=no, origin=origin)
    position = await positions.get(viewer, id, today)
    return redirect(request, _url(request, "employer:position", id), _submitted(position))


async def amend(request: Request) -> Response:
    """The form with the position's words, or the position itself when it can no longer be edited."""
    viewer, today = employer_of(request), today_of(request)
    position = await positions.get(viewer, record_id(request), today)
    if "edit" not in position.offers:
        why = FLOW.objection("edit", position.facts, Role.EMPLOYER)
        return redirect(request, _url(request, "employer:position", position.id), why)
    return _form(request, _written(position), await position_adding.adding(viewer, today), position)


async def edit(request: Request) -> Response:
    """Saves the changes; a position that changed since is shown with what was typed."""
    viewer, id = employer_of(request), record_id(request)
    fields, today = await form_of(request), today_of(request)
    position = await positions.get(viewer, id, today)
    try:
        form = read(PositionForm, fields.raw(), today)
        await services.edit(viewer, id, version_of(fields), form, now_of(request))
    except (Invalid, Told) as no:
        return _form(request, _typed(fields), await position_adding.adding(viewer, today), position, no)
    return redirect(request, _url(request, "employer:position", id), f"已保存对“{form.title}”的修改。")


def _form(
    request: Request,
    values: Mapping[str, str],
    adding: Adding,
    position: Position | None = None,
    no: Invalid | Told | None = None,
    origin: Position | None = None,
) -> Response:
    """The form's page: 422 with messages by field, still of the version that was shown, or 409 with the sentence and
    the newest version. Without an approved base: what to do."""
    if position is None and not adding.allowed:
        status = 200 if no is None else 409
        return respond(request, "pages/employer/position_unavailable.html", {"adding": adding}, status=status)
    errors = no.messages if isinstance(no, Invalid) else {}
    context = {
        "values": values,
        "adding": adding,
        "position": position,
        "origin": origin,
        "shown_version": values["v"] if errors else position.version if position else "",
        "errors": errors,
        "refusal": on_page(no, STILL_TYPED) if isinstance(no, Told) else "",
    }
    return respond(request, PAGE, context, status=422 if errors else 409 if no else 200)


def _typed(fields: Fields) -> dict[str, str]:
    return {name: fields.one(name) for name in ("v", *BLANK)}


def _written(position: Position) -> dict[str, str]:
    """The position's columns as the form's fields."""
    allowance = {"allowance": money.format_short(position.allowance_fen)}
    return {name: str(getattr(position, name)) for name in BLANK if name != "allowance"} | allowance


def _submitted(position: Position) -> str:
    told = f"已提交。由{region(position.first_office)}初审，结果会显示在本页。"
    if position.minimum_wage is None:
        return told
    return (
        told
        + f"月生活费低于当地最低工资标准（{money.format_short(position.minimum_wage)}元），审核时可能不予通过。"
    )


def _url(request: Request, name: str, id: int) -> str:
    return str(request.app.url_path_for(name, id=id))


routes = [
    Route("/positions/new", new, name="position_new", methods=["GET"]),
    Route("/positions/new", add, methods=["POST"]),
    Route("/positions/{id}/copy", model, name="position_copy", methods=["GET"]),
    Route("/positions/{id}/copy", copy, methods=["POST"]),
    Route("/positions/{id}/edit", amend, name="position_edit", methods=["GET"]),
    Route("/positions/{id}/edit", edit, methods=["POST"]),
]
