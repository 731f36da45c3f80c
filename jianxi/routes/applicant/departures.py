"""申请终止见习, and 撤回 and 提请主管部门 of one's own request."""

from datetime import datetime
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import departure_reasons
from jianxi.domain.departures import FLOW, DepartureVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Told
from jianxi.forms.departures import RequestForm
from jianxi.forms.reading import read
from jianxi.queries import departures, placements
from jianxi.queries.departures import Departure
from jianxi.routes.applicant import departure_words as words
from jianxi.services import departures as services
from jianxi.web import second_step
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, form_of, now_of, person_of, record_id, today_of, version_of
from jianxi.web.second_step import Step

NAMES = ("wanted_on", "reason", "note")
V = DepartureVerb


async def new(request: Request) -> Response:
    """申请终止见习: the empty form, or why it cannot be asked for now."""
    return await _form(request, Fields())


async def ask_for(request: Request) -> Response:
    """确认申请终止见习."""
    viewer, id, fields = person_of(request), record_id(request), await form_of(request)
    placement = await placements.get(viewer, id, today_of(request))
    try:
        form = read(RequestForm, fields.raw(), today_of(request))
        await services.request(viewer, id, version_of(fields), form, now_of(request))
    except (Invalid, Told) as no:
        return await _form(request, fields, no)
    return redirect(
        request, _application(request, placement.application), words.asked(placement, form.wanted_on)
    )


async def confirm_recall(request: Request) -> Response:
    """撤回: what it would do."""
    return await _show(request, V.RECALL)


async def recall(request: Request) -> Response:
    """确认撤回."""
    return await _carry_out(request, V.RECALL)


async def confirm_appeal(request: Request) -> Response:
    """提请主管部门: what it would do, or from which day on it can be done."""
    return await _show(request, V.APPEAL)


async def appeal(request: Request) -> Response:
    """确认提请主管部门."""
    return await _carry_out(request, V.APPEAL)


async def _form(request: Request, fields: Fields, no: Invalid | Told | None = None) -> Response:
    """422 with messages by field, still of the version that was shown; 409 with the sentence and the newest version."""
    placement = await placements.get(person_of(request), record_id(request), today_of(request))
    facts = await departures.beginning(placement, Role.PERSON)
    errors = no.messages if isinstance(no, Invalid) else {}
    context = {
        "placement": placement,
        "objection": FLOW.objection(V.REQUEST, facts, Role.PERSON),
        "after": facts.appeal_after,
        "values": {name: fields.one(name) for name in NAMES},
        "reasons": list(departure_reasons.choices(Role.PERSON).items()),
        "shown_version": fields.one("v") if errors else placement.version,
        "errors": errors,
        "refusal": on_page(no, words.STILL_TYPED) if isinstance(no, Told) else "",
        "back": _application(request, placement.application),
    }
    status = 422 if errors else 409 if no else 200
    return respond(request, "pages/applicant/departure_form.html", context, status=status)


async def _show(request: Request, verb: DepartureVerb) -> Response:
    own = await _own(request)
    return await second_step.show(request, words.step(verb, own), _back(request, own))


async def _carry_out(request: Request, verb: DepartureVerb) -> Response:
    viewer, own = person_of(request), await _own(request)
    made = services.recall if verb is V.RECALL else services.appeal

    async def deed(version: int, _: str, now: datetime) -> None:
        await made(viewer, own.id, version, now)

    fresh = partial(_fresh, request, verb)
    return await second_step.carry_out(request, deed, fresh, words.done(verb, own), _back(request, own))


async def _fresh(request: Request, verb: DepartureVerb) -> Step:
    return words.step(verb, await _own(request))


async def _own(request: Request) -> Departure:
    return await departures.get(person_of(request), record_id(request), today_of(request))


def _back(request: Request, own: Departure) -> str:
    return _application(request, own.placement.application)


def _application(request: Request, id: int) -> str:
    return str(request.app.url_path_for("applicant:application", id=id))


_OWN = "/departures/{id}"
routes = [
    Route("/placements/{id}/departure", new, name="placement_departure", methods=["GET"]),
    Route("/placements/{id}/departure", ask_for, methods=["POST"]),
    Route(f"{_OWN}/recall", confirm_recall, name="departure_recall", methods=["GET"]),
    Route(f"{_OWN}/recall", recall, methods=["POST"]),
    Route(f"{_OWN}/appeal", confirm_appeal, name="departure_appeal", methods=["GET"]),
    Route(f"{_OWN}/appeal", appeal, methods=["POST"]),
]
