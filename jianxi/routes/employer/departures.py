"""One 离岗 on the employer's page: what it is, what comes next, and 离岗审核 of a person's request."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import departure_next, departure_reasons, periods
from jianxi.domain.outcomes import Invalid, Told
from jianxi.forms.departures import LastDayForm
from jianxi.forms.reading import read
from jianxi.queries import departures
from jianxi.queries.departures import Departure
from jianxi.queries.traineeship_timelines import timeline
from jianxi.services import departures as services
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import (
    Fields,
    back_of,
    employer_of,
    form_of,
    now_of,
    query_of,
    record_id,
    today_of,
    version_of,
)


async def show(request: Request) -> Response:
    """Facts, reasons, state, what to do."""
    return await _page(request, query_of(request))


async def consent(request: Request) -> Response:
    """离岗审核 通过, with 离岗日期 confirmed."""
    viewer, id, fields = employer_of(request), record_id(request), await form_of(request)
    await departures.get(viewer, id, today_of(request))
    try:
        day = read(LastDayForm, fields.raw(), today_of(request)).last_day
        await services.consent(viewer, id, version_of(fields), day, now_of(request))
    except (Invalid, Told) as no:
        return await _page(request, fields, no)
    told = f"已通过，离岗日期为{periods.spoken(day)}。请下载解除协议证明，签字盖章后上传。"
    return redirect(request, str(request.app.url_path_for("employer:departure", id=id)), told)


async def _page(request: Request, fields: Fields, no: Invalid | Told | None = None) -> Response:
    """Also after a 离岗审核 that did not pass: 422 with its message, 409 with the sentence; the day is kept."""
    departure = await departures.get(employer_of(request), record_id(request), today_of(request))
    errors = no.messages if isinstance(no, Invalid) else {}
    context = {
        "departure": departure,
        "reason": departure_reasons.text(departure.reason),
        "next": _next(departure),
        "events": await timeline({"departure": [departure.id]}),
        "typed_day": fields.one("last_day") or departure.last_day.isoformat(),
        "shown_version": fields.one("v") if errors else departure.version,
        "errors": errors,
        "refusal": on_page(no) if isinstance(no, Told) else "",
        "back": back_of(fields, _placement(request, departure)),
    }
    status = 422 if errors else 409 if no else 200
    return respond(request, "pages/employer/departure.html", context, status=status)


def _next(departure: Departure) -> str:
    since = periods.today(departure.state_since)
    return departure_next.to_employer(departure.facts, since)


def _placement(request: Request, departure: Departure) -> str:
    return str(request.app.url_path_for("employer:placement", id=departure.placement.id))


routes = [
    Route("/departures/{id}", show, name="departure", methods=["GET"]),
    Route("/departures/{id}/consent", consent, name="departure_consent", methods=["POST"]),
]
