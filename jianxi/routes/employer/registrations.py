"""录用上岗登记 of an accepted 报名, and 修改登记: one form, with what was typed kept through every refusal."""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.placements import FLOW, PlacementVerb
from jianxi.forms.reading import read
from jianxi.forms.registration_drafts import (
    prefilled,
    stored,
    typed,
    with_row,
    without_blank_rows,
    without_row,
)
from jianxi.forms.registrations import RegistrationForm
from jianxi.queries import placements, received, registrations
from jianxi.routes.employer.registration_views import Sheet, amended, first, form_page
from jianxi.services import placements as services
from jianxi.templating import region
from jianxi.web.pages import redirect
from jianxi.web.requests import (
    Fields,
    employer_of,
    form_of,
    now_of,
    record_id,
    today_of,
    version_of,
    whole_number,
)

REGISTERED = "已登记。请下载协议，双方签字盖章后上传，由{}审核。"
AMENDED = "已修改登记，协议更新为第{}版。请重新下载协议，签字盖章后上传。"
UNCHANGED = "内容没有变化，协议仍为第{}版。"
NOT_ACCEPTED = "此人的报名不是“审核通过”，不能办理上岗登记。"
Deed = Callable[[RegistrationForm], Awaitable[Response]]
Fresh = Callable[[], Awaitable[Sheet]]


async def new(request: Request) -> Response:
    """The form with what the position says, or on to where the next step is."""
    viewer, today = employer_of(request), today_of(request)
    application = await received.get(viewer, record_id(request), today)
    sheet = first(request, application)
    if not application.can_be_registered:
        return redirect(request, sheet.there or sheet.back, "" if sheet.there else NOT_ACCEPTED)
    of = await registrations.grounds(application.id)
    return await form_page(request, sheet, prefilled(of.allowance_fen, of.mentor))


async def register(request: Request) -> Response:
    """确认录用上岗登记."""
    viewer, id, now = employer_of(request), record_id(request), now_of(request)

    async def fresh() -> Sheet:
        return first(request, await received.get(viewer, id, today_of(request)))

    async def deed(form: RegistrationForm) -> Response:
        placement = await services.record(viewer, id, form, now)
        return await _done(request, placement, REGISTERED)

    return await _posted(request, fresh, deed)


async def amend(request: Request) -> Response:
    """The form as registered, or the placement itself when it can no longer be edited."""
    viewer, today = employer_of(request), today_of(request)
    placement = await placements.get(viewer, record_id(request), today)
    sheet = amended(request, placement)
    if PlacementVerb.EDIT not in placement.offers:
        why = FLOW.objection(PlacementVerb.EDIT, placement.facts, Role.EMPLOYER)
        return redirect(request, sheet.back, why)
    known = await registrations.registration(placement)
    return await form_page(request, sheet, stored(known, registrations.warned(placement)))


async def amend_registration(request: Request) -> Response:
    """确认修改登记."""
    viewer, id, version = employer_of(request), record_id(request), version_of(await form_of(request))

    async def fresh() -> Sheet:
        return amended(request, await placements.get(viewer, id, today_of(request)))

    async def deed(form: RegistrationForm) -> Response:
        changed = await services.edit(viewer, id, version, form, now_of(request))
        return await _done(request, id, AMENDED if changed else UNCHANGED)

    return await _posted(request, fresh, deed)


async def _posted(request: Request, fresh: Fresh, deed: Deed) -> Response:
    """Every button of the form."""
    fields, sheet = await form_of(request), await fresh()
    act, _, on = fields.one("act").partition(":")
    if act in ROWS:
        return await ROWS[act](request, sheet, fields, on)
    try:
        return await deed(read(RegistrationForm, fields.raw(), today_of(request)))
    except Invalid as no:
        return await form_page(request, sheet, without_blank_rows(typed(fields.raw())), fields.one("v"), no)
    except Told as no:
        return await form_page(request, await fresh(), without_blank_rows(typed(fields.raw())), no=no)


async def _add(request: Request, sheet: Sheet, fields: Fields, _on: str) -> Response:
    """增加一项保险."""
    draft, version = typed(fields.raw()), fields.one("v")
    try:
        longer = with_row(draft)
    except Invalid as no:
        return await form_page(request, sheet, draft, version, no)
    focus = f"insurance-{len(draft.insurance)}-kind"
    return await form_page(request, sheet, longer, version, focus=focus)


async def _remove(request: Request, sheet: Sheet, fields: Fields, on: str) -> Response:
    """删除 of a row of 保险."""
    draft, index = typed(fields.raw()), whole_number(on)
    shorter = draft if index is None else without_row(draft, index)
    return await form_page(request, sheet, shorter, fields.one("v"))


async def _done(request: Request, id: int, told: str) -> Response:
    placement = await placements.get(employer_of(request), id, today_of(request))
    said = told.format(region(placement.office) if told == REGISTERED else placement.agreement)
    return redirect(request, str(request.app.url_path_for("employer:placement", id=id)), said)


ROWS = {"add-insurance": _add, "remove-insurance": _remove}
_FIRST, _AMENDED = "/applications/{id}/placement", "/placements/{id}/registration"
routes = [
    Route(_FIRST, new, name="application_placement", methods=["GET"]),
    Route(_FIRST, register, methods=["POST"]),
    Route(_AMENDED, amend, name="placement_registration", methods=["GET"]),
    Route(_AMENDED, amend_registration, methods=["POST"]),
]
