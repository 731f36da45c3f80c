"""已报见习岗位管理: what this person applied for; 报名 and 撤销报名."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Missing, Told
from jianxi.queries import applications, log, search
from jianxi.routes.applicant.positions import position_page
from jianxi.services import applications as services
from jianxi.web.pages import fragment, redirect, respond, wants_partial
from jianxi.web.requests import (
    Fields,
    back_of,
    form_of,
    now_of,
    person_of,
    record_id,
    today_of,
    version_of,
    whole_number,
)

APPLIED = "已报名“{title}”。由{unit}审核，结果会显示在本页；等待审核时可以撤销报名。"
WITHDRAWN = "已撤销报名“{title}”。可以再选择其他岗位。"
PAGE = "pages/applicant/withdrawal.html"


async def index(request: Request) -> Response:
    """The live application with its timeline, and the earlier ones."""
    mine = await applications.of_person(person_of(request), today_of(request))
    current = next((each for each in mine if each.is_live), None)
    events = await log.timeline(applications.NOUN, current.id) if current else []
    earlier = [each for each in mine if not each.is_live]
    context = {"current": current, "events": events, "earlier": earlier}
    return respond(request, "pages/applicant/applications.html", context)


async def show(request: Request) -> Response:
    application = await applications.get(person_of(request), record_id(request), today_of(request))
    events = await log.timeline(applications.NOUN, application.id)
    context = {"application": application, "events": events}
    return respond(request, "pages/applicant/application.html", context)


async def apply(request: Request) -> Response:
    """报名."""
    fields, viewer = await form_of(request), person_of(request)
    position = whole_number(fields.one("position"))
    if position is None:
        raise Missing
    try:
        id = await services.apply(viewer, position, now_of(request))
    except Told as no:
        return await _refused(request, position, fields, no)
    made = await applications.get(viewer, id, today_of(request))
    return redirect(request, _list(request), APPLIED.format(title=made.title, unit=made.unit_name))


async def confirm_withdrawal(request: Request) -> Response:
    application = await applications.get(person_of(request), record_id(request), today_of(request))
    return respond(request, PAGE, {"application": application, "refusal": ""})


async def withdraw(request: Request) -> Response:
    """确认撤销报名."""
    viewer, id, fields = person_of(request), record_id(request), await form_of(request)
    try:
        await services.withdraw(viewer, id, version_of(fields), now_of(request))
    except Told as no:
        application = await applications.get(viewer, id, today_of(request))
        context = {"application": application, "refusal": no.sentence}
        return respond(request, PAGE, context, status=409)
    application = await applications.get(viewer, id, today_of(request))
    return redirect(request, _list(request), WITHDRAWN.format(title=application.title))


async def _refused(request: Request, position: int, fields: Fields, no: Told) -> Response:
    """The row (htmx) or the position's page with the sentence; without either, the sentence alone."""
    row = await search.listing(position, today_of(request))
    if row is None:
        raise no
    if not wants_partial(request):
        list_url = str(request.app.url_path_for("applicant:positions"))
        return await position_page(request, position, back_of(fields, list_url), no.sentence)
    context = {
        "position": row,
        "refusal": no.sentence,
        "may_apply": True,
        "back": back_of(fields, _list(request)),
    }
    return fragment(request, "partials/search/row.html", context, status=409)


def _list(request: Request) -> str:
    return str(request.app.url_path_for("applicant:applications"))


routes = [
    Route("/applications", index, name="applications", methods=["GET"]),
    Route("/applications", apply, methods=["POST"]),
    Route("/applications/{id}", show, name="application"),
    Route(
        "/applications/{id}/withdrawal",
        confirm_withdrawal,
        name="application_withdrawal",
        methods=["GET"],
    ),
    Route("/applications/{id}/withdrawal", withdraw, methods=["POST"]),
]
