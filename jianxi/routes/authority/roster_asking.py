"""提问: what an office asks about one line of a roster (花名册), in its row or on its page."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Told
from jianxi.forms.office_roster_filters import read_lines
from jianxi.queries import office_roster_pages as pages
from jianxi.queries.office_roster_lines import tabs
from jianxi.queries.office_roster_pages import Sending
from jianxi.routes.authority.roster_pages import compared, person_page, sending_of
from jianxi.routes.authority.subsidies import office_of
from jianxi.services import roster_questions
from jianxi.templating import address
from jianxi.web.pages import fragment, redirect, wants_partial
from jianxi.web.requests import back_of, form_of, now_of, query_in, record_id

ROW, AROUND = "partials/office_rosters/line.html", "partials/office_rosters/around.html"
ASKED = "问题已发给单位，单位回复后会显示在这里。"


async def ask(request: Request) -> Response:
    """The row for htmx, else on to where one came from; what could not be taken is shown with what was typed."""
    fields, id, placement = await form_of(request), record_id(request), record_id(request, "placement")
    question, viewer = fields.one("question"), office_of(request)
    try:
        await roster_questions.ask(viewer, id, placement, question, now_of(request))
    except Invalid as faults:
        errors = {"question": next(iter(faults.messages.values()))}
        return await _again(request, {"question": question, "errors": errors, "status": 422})
    except Told as no:
        return await _again(request, {"question": question, "refusal": no.sentence, "status": 409})
    return await _done(request)


async def _done(request: Request) -> Response:
    if wants_partial(request):
        return await _row(request, await sending_of(request), {"asked": ASKED})
    id, placement = record_id(request), record_id(request, "placement")
    own = str(request.app.url_path_for("authority:roster", id=id))
    here = back_of(await form_of(request), own).partition("#")[0]
    return redirect(request, f"{here}#line-{placement}", ASKED)


async def _again(request: Request, tried: dict[str, Any]) -> Response:
    sending = await sending_of(request)
    if wants_partial(request):
        return await _row(request, sending, tried)
    return await person_page(request, sending, tried)


async def _row(request: Request, sending: Sending, given: dict[str, Any]) -> Response:
    """With what else of the page it was asked on has changed."""
    person = await pages.one(sending, record_id(request, "placement"))
    own = str(request.app.url_path_for("authority:roster", id=sending.roster.id))
    here = back_of(await form_of(request), own)
    list = back_of(query_in(here), str(request.app.url_path_for("authority:rosters")))
    shown = {"sending": sending, "person": person, "here": here, "page": address(own, back=list)}
    around = {"tabs": await tabs(sending, read_lines(query_in(here).raw())), **await compared(sending)}
    tried = {"question": "", "errors": {}, "refusal": "", "asked": "", "status": 200, **given}
    status = int(tried.pop("status"))
    return fragment(request, ROW, {**shown, **around, **tried}, status=status, around=AROUND)


routes = [
    Route("/rosters/{id}/lines/{placement}/questions", ask, name="roster_question", methods=["POST"]),
]
