"""How the answers about one 见习岗位 look to an office: its row of the list for htmx, else its page."""

from collections.abc import Awaitable, Mapping, Sequence
from urllib.parse import parse_qs, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain import reasons
from jianxi.domain.outcomes import Told
from jianxi.forms.position_filters import read_filters
from jianxi.queries import log, position_lists, position_log, positions
from jianxi.queries.positions import Position
from jianxi.web.pages import redirect, respond, wants_partial
from jianxi.web.requests import Fields, back_of, form_of, official_of, today_of

PAGE = "pages/authority/position.html"
ROW = "partials/positions/review_row.html"
SUGGESTED = [(reason.key, reason.text) for reason in reasons.suggested(position_log.NOUN)]
NEXT = "next"
"""What the page of one position asks for after a decision: the next one that waits."""


def list_url(request: Request) -> str:
    return str(request.app.url_path_for("authority:positions"))


async def answer(
    request: Request,
    position: Position,
    fields: Fields,
    *,
    status: int = 200,
    outcome: str = "",
    refusal: str = "",
    errors: Mapping[str, str] | None = None,
    ticked: Sequence[str] = (),
    note: str = "",
) -> Response:
    """`outcome` as components/review.html knows it; `fields` say where the list is (back) and what comes then."""
    context = {
        "position": position,
        "deed": (await position_log.last_deeds([position.id])).get(position.id),
        "events": await log.timeline(position_log.NOUN, position.id),
        "back": back_of(fields, list_url(request)),
        "then": fields.one("then"),
        "outcome": outcome,
        "refusal": refusal,
        "errors": errors or {},
        "ticked": ticked,
        "note": note,
        "reasons": SUGGESTED,
    }
    return respond(request, PAGE, context, partial=ROW, status=status)


async def settle(request: Request, id: int, deed: Awaitable[None], *, note: str = "") -> Response:
    """Does it and shows what became of the position; 409 with the fresh one when somebody or a rule was in the way."""
    viewer, fields, today = official_of(request), await form_of(request), today_of(request)
    try:
        await deed
    except Told as no:
        fresh = await positions.get(viewer, id, today)
        return await answer(
            request, fresh, fields, status=409, outcome="stale", refusal=no.sentence, note=note
        )
    position = await positions.get(viewer, id, today)
    if wants_partial(request):
        return await answer(request, position, fields, outcome="done")
    return await _onward(request, position, fields)


async def _onward(request: Request, position: Position, fields: Fields) -> Response:
    """Back to the list as it was left, or from the position's page to the next one that waits."""
    back = back_of(fields, list_url(request))
    told = f"“{position.title}”现为：{position.shown.label}。"
    if fields.one("then") != NEXT:
        return redirect(request, back, told)
    filters = read_filters(parse_qs(urlsplit(back).query))
    following = await position_lists.next_waiting(official_of(request), filters, position)
    if following is None:
        return redirect(request, back, f"{told}没有等待您审核的岗位了。")
    url = request.app.url_path_for("authority:position", id=following)
    return redirect(request, f"{url}?{urlencode({'back': back})}", f"{told}下面是下一个等待您审核的岗位。")
