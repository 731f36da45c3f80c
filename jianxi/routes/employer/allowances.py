"""生活费调整 of a 上岗 placement: from a day on, upwards."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.flow import Role
from jianxi.domain.money import format_short
from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.periods import spoken
from jianxi.domain.placements import FLOW, PlacementVerb
from jianxi.domain.roster_effects import Act, ahead
from jianxi.forms.reading import read
from jianxi.forms.registrations import RaiseForm
from jianxi.queries import placements, registrations, roster_effects
from jianxi.services import placements as services
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

PAGE = "pages/employer/allowance.html"


async def ask(request: Request) -> Response:
    """The form with what is in force."""
    return await _page(request, Fields())


async def raise_allowance(request: Request) -> Response:
    """确认生活费调整."""
    viewer, id, fields = employer_of(request), record_id(request), await form_of(request)
    await placements.get(viewer, id, today_of(request))
    try:
        form = read(RaiseForm, fields.raw(), today_of(request))
        await services.raise_allowance(viewer, id, version_of(fields), form, now_of(request))
    except (Invalid, Told) as no:
        return await _page(request, fields, no)
    told = f"已从{spoken(form.starts_on)}起把生活费调整为每月{format_short(form.allowance)}元。"
    return redirect(request, str(request.app.url_path_for("employer:placement", id=id)), told)


async def _page(request: Request, fields: Fields, no: Invalid | Told | None = None) -> Response:
    """422 with messages by field, 409 with the sentence and the placement as it is now; what was typed is kept."""
    placement = await placements.get(employer_of(request), record_id(request), today_of(request))
    errors = no.messages if isinstance(no, Invalid) else {}
    context = {
        "placement": placement,
        "raises": await registrations.raises(placement.id),
        "in_force": await registrations.allowance_on(placement, today_of(request)),
        "typed": {name: fields.one(name) for name in RaiseForm.model_fields},
        "errors": errors,
        "refusal": on_page(no) if isinstance(no, Told) else "",
        "objection": FLOW.objection(PlacementVerb.RAISE_ALLOWANCE, placement.facts, Role.EMPLOYER),
        "outdated": ahead(await roster_effects.of_placement(placement.id), Act.RAISE),
        "shown_version": fields.one("v") if errors else placement.version,
    }
    return respond(request, PAGE, context, status=422 if errors else 409 if no else 200)


_PATH = "/placements/{id}/allowance"
routes = [
    Route(_PATH, ask, name="placement_allowance", methods=["GET"]),
    Route(_PATH, raise_allowance, methods=["POST"]),
]
