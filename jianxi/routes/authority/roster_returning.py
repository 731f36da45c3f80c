"""退回 of a roster (花名册): the reasons asked for, then the act."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import reasons
from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.rosters import FLOW, RosterVerb
from jianxi.forms.reasons import read_reasons
from jianxi.queries import rosters
from jianxi.routes.authority import roster_words
from jianxi.routes.authority.roster_decisions import onward
from jianxi.routes.authority.subsidies import office_of
from jianxi.services import roster_review
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, back_of, form_of, now_of, query_of, record_id, today_of, version_of

ONE = 0
"""The fields of the reasons are named like those of a row: reason-0, note-0."""


async def ask(request: Request) -> Response:
    """退回: why."""
    return await _page(request, query_of(request), {})


async def send_back(request: Request) -> Response:
    """确认退回, and on to the next one that waits."""
    fields, to = await form_of(request), await onward(request)
    try:
        told = await _sent_back(request, fields)
    except Told as no:
        return await _page(request, fields, {"refusal": on_page(no), "status": 409})
    except Invalid as faults:
        return await _page(request, fields, {"errors": _named(faults), "status": 422})
    return redirect(request, to, told)


async def _sent_back(request: Request, fields: Fields) -> str:
    """For what was ticked and typed; what happened, in words."""
    viewer, id = office_of(request), record_id(request)
    roster = await rosters.get(viewer, id, today_of(request))
    given = read_reasons(fields.raw(), ONE)
    reason = reasons.reason_text(FLOW.noun, given.ticked, given.note)
    await roster_review.send_back(viewer, id, version_of(fields), reason, now_of(request))
    return roster_words.returned(roster)


def _named(faults: Invalid) -> dict[str, str]:
    return {f"{name}-{ONE}": sentence for name, sentence in faults.messages.items()}


async def _page(request: Request, fields: Fields, tried: dict[str, Any]) -> Response:
    """As it stands now, with what was ticked and typed."""
    viewer, id = office_of(request), record_id(request)
    roster = await rosters.get(viewer, id, today_of(request))
    given = {"refusal": "", "errors": {}, "status": 200, **tried}
    context = {
        "roster": roster,
        "objection": FLOW.objection(RosterVerb.RETURN, roster.facts, viewer.role),
        "reasons": [(each.key, each.text) for each in reasons.suggested(FLOW.noun)],
        "ticked": fields.many(f"reason-{ONE}"),
        "note": fields.one(f"note-{ONE}"),
        "back": back_of(fields, str(request.app.url_path_for("authority:roster", id=id))),
    }
    status = int(given.pop("status"))
    return respond(request, "pages/authority/roster_return.html", {**context, **given}, status=status)


routes = [
    Route("/rosters/{id}/return", ask, name="roster_return", methods=["GET"]),
    Route("/rosters/{id}/return", send_back, methods=["POST"]),
]
