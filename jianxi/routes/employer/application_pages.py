"""How the answers about one 报名 look to its employer: its row of the list for htmx, else its page."""

from collections.abc import Awaitable, Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain import reasons
from jianxi.domain.outcomes import Told
from jianxi.queries import application_log, received, received_papers
from jianxi.queries.received import Received
from jianxi.web.pages import redirect, respond, wants_partial
from jianxi.web.requests import Fields, back_of, employer_of, form_of, today_of

PAGE = "pages/employer/application.html"
ROW = "partials/received/row.html"
SUGGESTED = [(reason.key, reason.text) for reason in reasons.suggested(application_log.NOUN)]


def list_url(request: Request) -> str:
    return str(request.app.url_path_for("employer:applications"))


async def answer(
    request: Request,
    id: int,
    fields: Fields,
    *,
    status: int = 200,
    outcome: str = "",
    refusal: str = "",
    errors: Mapping[str, str] | None = None,
    ticked: Sequence[str] = (),
    note: str = "",
) -> Response:
    """`outcome` as components/review.html knows it; `fields` say where the list is (back)."""
    paper = await received_papers.paper(employer_of(request), id, today_of(request))
    context = {
        "application": paper.application,
        "sheet": paper.sheet,
        "events": paper.events,
        "deed": (await application_log.last_deeds([id])).get(id),
        "back": back_of(fields, list_url(request)),
        "outcome": outcome,
        "refusal": refusal,
        "errors": errors or {},
        "ticked": ticked,
        "note": note,
        "reasons": SUGGESTED,
    }
    return respond(request, PAGE, context, partial=ROW, status=status)


async def settle(request: Request, id: int, deed: Awaitable[None], *, note: str = "") -> Response:
    """Does it and shows what became of the application; 409 with the fresh one when somebody or a rule was in the way."""
    fields = await form_of(request)
    try:
        await deed
    except Told as no:
        return await answer(request, id, fields, status=409, outcome="stale", refusal=no.sentence, note=note)
    if wants_partial(request):
        return await answer(request, id, fields, outcome="done")
    application = await received.get(employer_of(request), id, today_of(request))
    return redirect(request, back_of(fields, list_url(request)), _told(application))


def _told(application: Received) -> str:
    """What happened and what comes next."""
    if application.rejection:
        return f"已对{application.name}的报名作出审核不通过的决定，原因已告知本人，本人可以另选岗位。"
    seats = f"“{application.title}”已录用{application.accepted}人，见习人数{application.headcount}人"
    return f"已录用{application.name}。{seats}。"
