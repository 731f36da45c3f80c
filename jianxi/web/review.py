"""审核 of one record: in its row of a list for htmx, else on its page; the same course for every noun."""

from collections.abc import Awaitable
from dataclasses import replace
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain import reasons
from jianxi.domain.deeds import NAMES
from jianxi.domain.outcomes import Invalid, Refused, Told
from jianxi.domain.viewers import role_of
from jianxi.forms.reasons import read_reasons
from jianxi.queries import counts, deeds
from jianxi.templating import address
from jianxi.web.menu import Entry, entries
from jianxi.web.pages import fragment, here_of, redirect, respond, wants_partial
from jianxi.web.refusals import on_page
from jianxi.web.requests import (
    Fields,
    back_of,
    form_of,
    now_of,
    query_in,
    query_of,
    record_id,
    today_of,
    version_of,
    viewer_of,
)
from jianxi.web.reviewed import Asked, Context, Deed, R, Rejection, Review, V

NEXT = "next"
"""What the page of one record asks for after a decision: the next one that waits."""


async def show(review: Review[V, R], request: Request) -> Response:
    """The page of one record, with its decision."""
    came_from = Fields({"then": [NEXT], "back": query_of(request).many("back")})
    return await _answer(review, request, came_from, Asked())


async def decide(review: Review[V, R], request: Request, deed: Deed[V]) -> Response:
    """Does it and shows what became of the record; 409 with the fresh one when somebody or a rule was in the way."""
    viewer, id, fields = review.viewer(request), record_id(request), await form_of(request)

    async def attempt() -> str:
        await deed(viewer, id, version_of(fields), now_of(request))
        return "done"

    return await _answer(review, request, fields, await _tried(request, id, fields, attempt(), faulty=""))


async def reject(
    review: Review[V, R], request: Request, rejection: Rejection[V], verb: str = "reject"
) -> Response:
    """审核不通过: the first press asks for the reasons, if there is something to reject; 确认审核不通过 sends them."""
    viewer, id, fields = review.viewer(request), record_id(request), await form_of(request)

    async def attempt() -> str:
        version = version_of(fields)
        await _check(review, viewer, await review.get(viewer, id, today_of(request)), version, verb, request)
        given = read_reasons(fields.raw(), id)
        if not given.confirmed:
            return "open"
        await rejection(viewer, id, version, given.ticked, given.note, now_of(request))
        return "done"

    return await _answer(review, request, fields, await _tried(request, id, fields, attempt()))


def untried(request: Request) -> Context:
    """What the rows of a list are given besides their records."""
    return {"asked": Asked(), "back": here_of(request)}


def list_url(review: Review[V, R], request: Request) -> str:
    return str(request.app.url_path_for(review.list_route))


async def _check(
    review: Review[V, R], viewer: V, record: R, version: int, verb: str, request: Request
) -> None:
    """Whether reasons are worth asking for: the refusals of the rejection itself, nothing written."""
    if record.version != version:
        raise await deeds.stale(review.flow.noun, record.id, today_of(request))
    objection = review.flow.objection(verb, record.facts, role_of(viewer))
    if objection:
        raise Refused(objection)


async def _tried(
    request: Request, id: int, fields: Fields, attempt: Awaitable[str], faulty: str = "open"
) -> Asked:
    """`faulty`: how the row stands when a field is at fault. Where no reasons are asked for it stays as it is."""
    ticked, note = fields.many(f"reason-{id}"), fields.one(f"note-{id}")
    try:
        return Asked(await attempt, "", {}, ticked, note, fields)
    except Told as no:
        sentence = no.sentence if wants_partial(request) else on_page(no)
        return Asked("stale", sentence, {}, ticked, note, fields, 409)
    except Invalid as faults:
        errors = {f"{name}-{id}": sentence for name, sentence in faults.messages.items()}
        return Asked(faulty, "", errors, ticked, note, fields, 422)


async def _answer(review: Review[V, R], request: Request, fields: Fields, asked: Asked) -> Response:
    """The row (htmx) or the page as it now stands; after a decision by a plain form onward."""
    viewer, today = review.viewer(request), today_of(request)
    record = await review.get(viewer, record_id(request), today)
    back = back_of(fields, list_url(review, request))
    suggested = tuple((reason.key, reason.text) for reason in reasons.suggested(review.flow.noun))
    context = {"asked": asked, "back": back, "reasons": suggested}
    if wants_partial(request):
        return await _row(review, request, record, fields, context)
    if asked.outcome == "done":
        return await _onward(review, request, record, fields, back)
    then = fields.one("then")
    own = str(request.app.url_path_for(review.record_route, id=record.id))
    context |= {"then": then, "cancel": address(own, back=back) if then else back}
    context |= await review.for_page(viewer, record, today)
    return respond(request, review.page, context, status=asked.status)


async def _row(
    review: Review[V, R], request: Request, record: R, fields: Fields, context: dict[str, Any]
) -> Response:
    """The row; after a decision, whoever made it, with what else of the list is no longer as it was."""
    viewer, today, asked, around = review.viewer(request), today_of(request), context["asked"], ""
    context |= {"selecting": bool(fields.one("selecting")), **await review.for_row(viewer, record, today)}
    if asked.outcome == "done":
        context["asked"] = replace(asked, told=review.told(record))
    if asked.outcome != "open":
        around = review.around
        tabs = await review.tabs(viewer, query_in(context["back"]).raw())
        context |= {"tabs": tabs, "entry": await _entry(request)}
        context |= await review.for_around(viewer, record, fields, today)
    return fragment(request, review.row, context, status=asked.status, around=around)


async def _entry(request: Request) -> Entry:
    """The menu's entry of the list, with the number that waits now."""
    request.state.waiting = await counts.waiting(viewer_of(request), today_of(request))
    return next(entry for entry in entries(request) if entry.current)


async def _onward(review: Review[V, R], request: Request, record: R, fields: Fields, back: str) -> Response:
    """Back to the list as it was left, or from the record's page to the next one that waits."""
    told, name = review.told(record), NAMES[review.flow.noun]
    if fields.one("then") != NEXT:
        return redirect(request, back, told)
    following = await review.following(review.viewer(request), record, query_in(back).raw())
    if following is None:
        return redirect(request, back, f"{told}没有等待您审核的{name}了。")
    url = str(request.app.url_path_for(review.record_route, id=following))
    return redirect(request, address(url, back=back), f"{told}下面是下一个等待您审核的{name}。")
