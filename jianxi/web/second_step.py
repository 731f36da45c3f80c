"""A second step (确认…): the page that says what an act would do and what stands in its way, then the act itself."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.outcomes import Invalid, Told
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import Fields, back_of, form_of, now_of, query_of, version_of

PAGE = "pages/second_step.html"


@dataclass(frozen=True, slots=True)
class Step:
    """One act on one record as it would be now, in the words of the page."""

    title: str
    """撤销审核“前端开发”"""
    confirm: str
    """确认撤销审核"""
    version: int
    objection: str
    """Why it cannot be done now, from when it could and what to do instead; "" when nothing is in the way."""
    does: Sequence[str] = ()
    """What it would do, a sentence each."""
    reason: str = ""
    """The label of the reason that is asked for (暂停原因); "" where none is."""
    facts: Sequence[tuple[str, str]] = field(default=())
    """(label, value): by what the record is recognised."""
    given: Sequence[tuple[str, str]] = ()
    """(name, value) of what the act needs besides, sent along unseen."""
    instead: tuple[str, str] | None = None
    """(label, address): where to go on when the act is not possible."""


Deed = Callable[[int, str, datetime], Awaitable[object]]
"""The version shown, the reason given, now."""
Fresh = Callable[[], Awaitable[Step]]


async def show(request: Request, step: Step, default_back: str) -> Response:
    """The page before the act; it says so when the act is not possible."""
    return _page(request, step, back_of(query_of(request), default_back))


async def carry_out(
    request: Request,
    deed: Deed,
    fresh: Fresh,
    told: str,
    default_back: str,
    to: str = "",
    answer: Callable[[object], Response] | None = None,
) -> Response:
    """Does it, and back to where one came from (or on to `to`); 409 or 422 with the page as it is now, reason kept.
    `answer` shows what the deed gave, where that is told only once."""
    fields = await form_of(request)
    back = back_of(fields, default_back)
    try:
        given = await deed(version_of(fields), fields.one("reason"), now_of(request))
    except Told as no:
        return _page(request, await fresh(), back, fields, refusal=on_page(no), status=409)
    except Invalid as faults:
        return _page(request, await fresh(), back, fields, errors=faults.messages, status=422)
    return answer(given) if answer is not None else redirect(request, to or back, told)


def _page(
    request: Request,
    step: Step,
    back: str,
    fields: Fields | None = None,
    *,
    refusal: str = "",
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> Response:
    given = {"reason": fields.one("reason") if fields else "", "errors": errors or {}}
    return respond(request, PAGE, {"step": step, "back": back, "refusal": refusal, **given}, status=status)
