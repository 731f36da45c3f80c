"""离岗登记 and 修改离岗登记: the form, with what was typed kept through every refusal."""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import departure_reasons, labels
from jianxi.domain.departures import FLOW, DepartureVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.roster_effects import Act, ahead
from jianxi.forms.departures import DepartureForm, LastDayForm
from jianxi.forms.reading import read
from jianxi.queries import departures, placements, roster_effects
from jianxi.queries.departures import Departure
from jianxi.queries.placements import Placement
from jianxi.services import departures as services
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, employer_of, form_of, now_of, record_id, today_of, version_of

NAMES = ("last_day", "reason", "note")
AMENDED = "已修改，解除协议证明已更新。请下载新的证明，签字盖章后上传。"
UNCHANGED = "内容没有变化，解除协议证明仍然有效。"
STILL_TYPED = "您填写的内容仍在本页，可以核对后再次提交"


@dataclass(frozen=True, slots=True)
class Subject:
    """Who leaves, and the departure that is amended."""

    placement: Placement
    departure: Departure | None
    objection: str
    """Why it cannot be done now; "" when nothing is in the way."""
    outdated: str
    """What it would mean for accepted 花名册."""

    @property
    def version(self) -> int:
        return self.departure.version if self.departure else self.placement.version

    @property
    def day_alone(self) -> bool:
        """The reason of a person's own request stays theirs."""
        return self.departure is not None and self.departure.asked_by_person


async def new(request: Request) -> Response:
    """离岗登记: the empty form, or why nothing can be recorded now."""
    return _form(request, await _to_record(request), dict.fromkeys(NAMES, ""))


async def record_departure(request: Request) -> Response:
    """确认离岗登记."""
    viewer, fields, subject = employer_of(request), await form_of(request), await _to_record(request)
    try:
        form = read(DepartureForm, fields.raw(), today_of(request))
        id = await services.record(viewer, subject.placement.id, version_of(fields), form, now_of(request))
    except (Invalid, Told) as no:
        return _form(request, await _to_record(request), _typed(fields), fields.one("v"), no)
    told = f"已办理“{subject.placement.name}”的离岗登记。请下载解除协议证明，签字盖章后上传。"
    return redirect(request, _url(request, "employer:departure", id), told)


async def amend(request: Request) -> Response:
    """修改离岗登记: the form as it was filled in."""
    subject = await _to_edit(request)
    return _form(request, subject, _written(subject))


async def edit_departure(request: Request) -> Response:
    """确认修改离岗登记."""
    viewer, fields, subject = employer_of(request), await form_of(request), await _to_edit(request)
    try:
        form = _amended(request, fields, subject)
        changed = await services.edit(viewer, record_id(request), version_of(fields), form, now_of(request))
    except (Invalid, Told) as no:
        return _form(request, await _to_edit(request), _typed(fields), fields.one("v"), no)
    return redirect(
        request, _url(request, "employer:departure", record_id(request)), AMENDED if changed else UNCHANGED
    )


def _amended(request: Request, fields: Fields, subject: Subject) -> DepartureForm | LastDayForm:
    raw, today = fields.raw(), today_of(request)
    return read(LastDayForm, raw, today) if subject.day_alone else read(DepartureForm, raw, today)


def _form(
    request: Request,
    subject: Subject,
    values: Mapping[str, str],
    shown: str = "",
    no: Invalid | Told | None = None,
) -> Response:
    """422 with messages by field, still of the version that was shown; 409 with the sentence and the newest version."""
    errors = no.messages if isinstance(no, Invalid) else {}
    verb = DepartureVerb.EDIT if subject.departure else DepartureVerb.RECORD
    context = {
        "subject": subject,
        "outdated": subject.outdated,
        "values": values,
        "reasons": list(departure_reasons.choices(Role.EMPLOYER).items()),
        "title": f"{labels.verb(FLOW.noun, verb)}“{subject.placement.name}”",
        "confirm": labels.confirm(FLOW.noun, verb),
        "shown_version": shown if errors else subject.version,
        "errors": errors,
        "refusal": on_page(no, STILL_TYPED) if isinstance(no, Told) else "",
        "back": _back(request, subject),
    }
    status = 422 if errors else 409 if no else 200
    return respond(request, "pages/employer/departure_form.html", context, status=status)


async def _to_record(request: Request) -> Subject:
    placement = await placements.get(employer_of(request), record_id(request), today_of(request))
    facts = await departures.beginning(placement, Role.EMPLOYER)
    objection = FLOW.objection(DepartureVerb.RECORD, facts, Role.EMPLOYER)
    return Subject(placement, None, objection, await _outdated(placement))


async def _to_edit(request: Request) -> Subject:
    departure = await departures.get(employer_of(request), record_id(request), today_of(request))
    objection = FLOW.objection(DepartureVerb.EDIT, departure.facts, Role.EMPLOYER)
    return Subject(departure.placement, departure, objection, await _outdated(departure.placement))


async def _outdated(placement: Placement) -> str:
    return ahead(await roster_effects.of_placement(placement.id), Act.DEPARTURE)


def _typed(fields: Fields) -> dict[str, str]:
    return {name: fields.one(name) for name in NAMES}


def _written(subject: Subject) -> dict[str, str]:
    """未上岗 has no day of its own choosing."""
    departure = subject.departure
    if departure is None:
        return dict.fromkeys(NAMES, "")
    came = departure.last_day >= subject.placement.starts_on
    day = departure.last_day.isoformat() if came else ""
    return {"last_day": day, "reason": departure.reason, "note": departure.note}


def _back(request: Request, subject: Subject) -> str:
    if subject.departure:
        return _url(request, "employer:departure", subject.departure.id)
    return _url(request, "employer:placement", subject.placement.id)


def _url(request: Request, name: str, id: int) -> str:
    return str(request.app.url_path_for(name, id=id))


routes = [
    Route("/placements/{id}/departure", new, name="placement_departure", methods=["GET"]),
    Route("/placements/{id}/departure", record_departure, methods=["POST"]),
    Route("/departures/{id}/registration", amend, name="departure_registration", methods=["GET"]),
    Route("/departures/{id}/registration", edit_departure, methods=["POST"]),
]
