"""Many at once: a confirm page that counts and names what is left out and why, then a result for each; any noun's."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain import labels, reasons
from jianxi.domain.deeds import NAMES
from jianxi.domain.outcomes import Invalid
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.reading import Raw
from jianxi.forms.reasons import Reasons, read_reasons
from jianxi.queries import many as reading
from jianxi.queries.many import MOST_AT_ONCE, Picks
from jianxi.services import many as services
from jianxi.web.logs import log, trace
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import Fields, back_of, form_of, now_of, query_in, today_of, whole_number
from jianxi.web.review import list_url
from jianxi.web.reviewed import Deed, R, Rejection, Review

CONFIRM, RESULTS = "pages/many.html", "pages/many_results.html"
ALL_OF_THEM = 0
"""The fields of the reasons that all share are named like those of a row: reason-0, note-0."""

# Without slots: Python 3.11 cannot call `Many[X](…)` on a frozen class with slots.


@dataclass(frozen=True)
class Many(Generic[R]):
    """What is a noun's own about many of it at once."""

    review: Review[OfficialViewer, R]
    seen: Callable[[OfficialViewer, Sequence[int], date], Awaitable[Sequence[R]]]
    """Those of the ids that the viewer may see, in the order asked for."""
    matching: Callable[[OfficialViewer, Raw], Awaitable[Picks]]
    """Everything in the list so narrowed, at most MOST_AT_ONCE."""
    named: Callable[[R], str]
    """The name by which a record is recognised: 软件测试员."""
    described: Callable[[R], str]
    """What else tells it apart: 济南精工，历下区，见习人数5."""
    to: str = "单位"
    """Who is told the reasons of a rejection."""


async def _nothing_said(_records: Sequence[Any]) -> Sequence[str]:
    return ()


@dataclass(frozen=True)
class Act(Generic[R]):
    """One verb on many: either a deed or a rejection, whose reasons are asked for once and shared by all."""

    verb: str
    deed: Deed[OfficialViewer] | None = None
    rejection: Rejection[OfficialViewer] | None = None
    does: Callable[[Sequence[R]], Awaitable[Sequence[str]]] = _nothing_said
    """What it would do to these, a sentence each."""
    then: str = ""
    """What comes next for those it was done to."""
    told: Callable[[R], str] | None = None
    """What happened to one alone, where the review's own words do not say it."""
    one_at_once: bool = False
    """One alone needs no second step."""

    @property
    def is_harsh(self) -> bool:
        return not self.one_at_once


async def answer(many: Many[R], act: Act[R], request: Request) -> Response:
    """The confirm page; with its confirm field it is done to those that were frozen there. Nothing picked is told."""
    fields = await form_of(request)
    picks = await picked(many, request)
    if not picks:
        return redirect(request, _back(many, request, fields), _nothing(many, act))
    alone = len(picks) == 1 and not fields.one("all")
    if not fields.one("confirm") and not (alone and act.one_at_once):
        return await _confirm(many, act, request, picks, {})
    try:
        given = _reasons(many, act, fields)
    except Invalid as faults:
        messages = {f"{name}-{ALL_OF_THEM}": sentence for name, sentence in faults.messages.items()}
        return await _confirm(many, act, request, picks, messages)
    return await _carry_out(many, act, request, picks, given)


async def picked(many: Many[R], request: Request) -> Picks:
    """What was ticked, as "901:3"; or everything that matches the list's address. What is confirmed is what the confirm
    page named, whatever matches by now."""
    viewer, fields = many.review.viewer(request), await form_of(request)
    if fields.one("all") and not fields.one("confirm"):
        return await many.matching(viewer, query_in(_back(many, request, fields)).raw())
    pairs = (text.partition(":") for text in fields.many("id")[:MOST_AT_ONCE])
    read = ((whole_number(id), whole_number(version)) for id, _, version in pairs)
    return [(id, version) for id, version in read if id is not None and version is not None]


async def _confirm(
    many: Many[R], act: Act[R], request: Request, picks: Picks, errors: dict[str, str]
) -> Response:
    viewer, fields, today = many.review.viewer(request), await form_of(request), today_of(request)
    found = await many.seen(viewer, list(dict(picks)), today)
    flow = many.review.flow
    plan = await reading.plan(viewer, flow, act.verb, found, picks, today)
    context = {
        **_words(many, act, request, fields),
        "plan": plan,
        "does": await act.does(plan.ready) if plan.ready else (),
        "confirm": labels.confirm(flow.noun, act.verb),
        "harsh": act.is_harsh,
        "most": MOST_AT_ONCE,
        "capped": len(picks) >= MOST_AT_ONCE,
        "reasons": _suggested(flow.noun) if act.rejection else (),
        "ticked": fields.many(f"reason-{ALL_OF_THEM}"),
        "note": fields.one(f"note-{ALL_OF_THEM}"),
        "to": many.to,
        "errors": errors,
    }
    return respond(request, CONFIRM, context, status=422 if errors else 200)


async def _carry_out(
    many: Many[R], act: Act[R], request: Request, picks: Picks, given: Reasons | None
) -> Response:
    viewer, review, now = many.review.viewer(request), many.review, now_of(request)
    fields, today = await form_of(request), today_of(request)

    async def deed(id: int, version: int) -> None:
        if act.rejection is not None and given is not None:
            await act.rejection(viewer, id, version, given.ticked, given.note, now)
        elif act.deed is not None:
            await act.deed(viewer, id, version, now)

    async def now_is(id: int) -> R:
        return await review.get(viewer, id, today)

    results = await services.each(viewer, review.flow.noun, act.verb, picks, deed, now_is)
    for gap in (result.gap for result in results if result.gap):
        log.error("unforeseen", **trace(gap))
    found = await many.seen(viewer, list(dict(picks)), today)
    if len(results) == 1 and found and not results[0].objection:
        return redirect(request, _back(many, request, fields), (act.told or review.told)(found[0]))
    objections = {result.id: result.objection for result in results}
    done = sum(not objection for objection in objections.values())
    context = {"found": found, "objections": objections, "done": done, "then": act.then}
    return respond(request, RESULTS, {**_words(many, act, request, fields), **context})


def _reasons(many: Many[R], act: Act[R], fields: Fields) -> Reasons | None:
    """What was ticked and typed, checked once for all of them; None for a deed without."""
    if act.rejection is None:
        return None
    given = read_reasons(fields.raw(), ALL_OF_THEM)
    reasons.reason_text(many.review.flow.noun, given.ticked, given.note)
    return given


def _suggested(noun: str) -> Sequence[tuple[str, str]]:
    return tuple((reason.key, reason.text) for reason in reasons.suggested(noun))


def _words(many: Many[R], act: Act[R], request: Request, fields: Fields) -> dict[str, Any]:
    noun = many.review.flow.noun
    return {
        "noun": NAMES[noun],
        "label": labels.verb(noun, act.verb),
        "named": many.named,
        "described": many.described,
        "record_route": many.review.record_route,
        "back": _back(many, request, fields),
    }


def _back(many: Many[R], request: Request, fields: Fields) -> str:
    return back_of(fields, list_url(many.review, request))


def _nothing(many: Many[R], act: Act[R]) -> str:
    noun, label = NAMES[many.review.flow.noun], labels.verb(many.review.flow.noun, act.verb)
    return f"还没有选择{noun}。请先勾选要办理的{noun}，再按“{label}”。"
