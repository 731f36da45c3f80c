"""已报见习岗位管理: what this person applied for, and 报名."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Missing, Told
from jianxi.queries import applications, applying, own_traineeships, search
from jianxi.routes.applicant import application_words as words
from jianxi.routes.applicant.claims import claim_of, rules_of
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
    whole_number,
)


async def index(request: Request) -> Response:
    """The live application with its timeline, the earlier ones, and what is open to this person now."""
    viewer, today, rules = person_of(request), today_of(request), await rules_of(request)
    mine = await applications.of_person(viewer, today)
    current = next((each for each in mine if each.is_live), None)
    found = await own_traineeships.of_application(viewer, current.id, today, rules) if current else None
    events = await own_traineeships.events(current.id, found) if current else []
    earlier = [each for each in mine if not each.is_live]
    way = await applying.way(viewer, today, claim_of(request), rules)
    most = applications.NEWEST if len(mine) == applications.NEWEST else 0
    context = {"current": current, "traineeship": found, "events": events, "earlier": earlier, "way": way}
    return respond(request, "pages/applicant/applications.html", {**context, "most": most})


async def show(request: Request) -> Response:
    viewer, today, rules = person_of(request), today_of(request), await rules_of(request)
    application = await applications.get(viewer, record_id(request), today)
    found = await own_traineeships.of_application(viewer, application.id, today, rules)
    context = {
        "application": application,
        "traineeship": found,
        "events": await own_traineeships.events(application.id, found),
        "way": await applying.way(viewer, today, claim_of(request), rules),
    }
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
    return redirect(request, _list(request), words.applied(made))


async def _refused(request: Request, position: int, fields: Fields, no: Told) -> Response:
    """The row (htmx) or the position's page with the sentence; without either, the sentence alone."""
    row = await search.listing(position, today_of(request))
    if row is None:
        raise no
    way = await applying.way(person_of(request), today_of(request), claim_of(request))
    sentence = way.objection if way.is_contested else no.sentence
    if not wants_partial(request):
        list_url = str(request.app.url_path_for("applicant:positions"))
        return await position_page(request, position, back_of(fields, list_url), sentence)
    back = back_of(fields, _list(request))
    context = {"position": row, "refusal": sentence, "may_apply": True, "way": way, "back": back}
    return fragment(request, "partials/search/row.html", context, status=409)


def _list(request: Request) -> str:
    return str(request.app.url_path_for("applicant:applications"))


routes = [
    Route("/applications", index, name="applications", methods=["GET"]),
    Route("/applications", apply, methods=["POST"]),
    Route("/applications/{id}", show, name="application"),
]
