"""One roster (花名册) at the offices: as it was sent, against the records, line by line; one person of it."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Missing
from jianxi.forms.addresses import words
from jianxi.forms.office_roster_filters import KINDS, read_lines
from jianxi.queries import office_roster_lines as narrowing
from jianxi.queries import office_roster_pages as pages
from jianxi.queries import roster_checks, roster_lines
from jianxi.queries.office_roster_pages import Sending
from jianxi.routes.authority.subsidies import office_of
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import back_of, query_of, record_id, today_of, whole_number

DIFFERENCES = "differing"


async def show(request: Request) -> Response:
    """The newest sending, or the one that the address names."""
    sending = await sending_of(request)
    context = {"sending": sending, "kind": KINDS[sending.roster.kind], "back": back(request)}
    context |= await _lines(request, sending)
    context |= await compared(sending)
    return respond(request, "pages/authority/roster.html", context)


async def line(request: Request) -> Response:
    """One person, with every month explained."""
    return await person_page(request, await sending_of(request, record_id(request, "placement")))


async def person_page(request: Request, sending: Sending, tried: dict[str, Any] | None = None) -> Response:
    """`tried`: what was typed and could not be taken, with its status."""
    person = await pages.one(sending, record_id(request, "placement"))
    given = {"question": "", "errors": {}, "status": 200, **(tried or {})}
    own = str(request.app.url_path_for("authority:roster", id=sending.roster.id))
    context = {"sending": sending, "person": person, "back": back_of(query_of(request), own)}
    status = int(given.pop("status"))
    return respond(request, "pages/authority/roster_line.html", {**context, **given}, status=status)


async def differences(request: Request) -> Response:
    """A sending beside the one before it, or beside the version that it corrects."""
    sending = await sending_of(request)
    before = await _before(sending)
    if before is None:
        raise Missing
    own = str(request.app.url_path_for("authority:roster", id=sending.roster.id))
    check = await roster_checks.between(before, (sending.roster.id, sending.round.number))
    context = {"sending": sending, "check": check, "before": before, "back": back_of(query_of(request), own)}
    return respond(request, "pages/authority/roster_differences.html", context)


async def sending_of(request: Request, only: int | None = None) -> Sending:
    """The one of the address. A large one is held against the records only where that was asked for. `only`: of whom 提示
    are shown, where it is one person."""
    query, number = query_of(request), number_of(request)
    asked = query.one("check") == "yes" or read_lines(query.raw()) == DIFFERENCES
    viewer, today = office_of(request), today_of(request)
    return await pages.sending(viewer, record_id(request), number, today, asked=asked, only=only)


def number_of(request: Request) -> int | None:
    """Of the sending that the address names; None for the newest."""
    named = query_of(request).one("round")
    number = whole_number(named) if named else None
    if named and number is None:
        raise Missing
    return number


def back(request: Request) -> str:
    return back_of(query_of(request), str(request.app.url_path_for("authority:rosters")))


async def _lines(request: Request, sending: Sending) -> dict[str, Any]:
    raw = query_of(request).raw()
    shown, named = read_lines(raw), words(raw)
    asked = narrowing.narrowed(sending, shown, named)
    many = await roster_lines.many(sending.roster.id, sending.round.number, asked)
    paging = Paging(page_number(request), many)
    people = await pages.people(sending, asked, offset=paging.offset, size=SIZE)
    tabs = await narrowing.tabs(sending, shown)
    return {"people": people, "paging": paging, "tabs": tabs, "lines": shown, "words": named}


async def compared(sending: Sending) -> dict[str, Any]:
    """To the sending or version before: how much at a glance, where it is small."""
    before, sent = await _before(sending), (sending.roster.id, sending.round.number)
    is_small = sending.round.people <= roster_checks.AT_ONCE
    changes = await roster_checks.between(before, sent) if before and is_small else None
    return {"before": before, "changes": changes}


async def _before(sending: Sending) -> tuple[int, int] | None:
    return await roster_checks.before(sending.roster, sending.round.number)


routes = [
    Route("/rosters/{id}", show, name="roster", methods=["GET"]),
    Route("/rosters/{id}/differences", differences, name="roster_differences", methods=["GET"]),
    Route("/rosters/{id}/lines/{placement}", line, name="roster_line", methods=["GET"]),
]
