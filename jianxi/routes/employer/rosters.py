"""补贴经费花名册 of an employer: the list with what is still to be sent, the preview of a range, and its beginning."""

from datetime import date
from functools import partial
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import roster_words
from jianxi.domain.jobs import JobKind
from jianxi.domain.outcomes import Invalid, Missing, Refused
from jianxi.domain.periods import Period
from jianxi.domain.roster_words import title
from jianxi.domain.subsidies import Standing
from jianxi.domain.subsidy_rules import Lacking
from jianxi.forms.roster_ranges import Asked, read_asked
from jianxi.queries import (
    roster_computing,
    roster_pages,
    roster_sizes,
    rosters,
    settlement_years,
    subsidy_estimates,
)
from jianxi.queries.roster_computing import Computed
from jianxi.queries.roster_rows import Roster
from jianxi.routes.employer import roster_ranges as ranges
from jianxi.routes.employer.roster_ranges import Open
from jianxi.services import roster_exports
from jianxi.services import rosters as services
from jianxi.web.downloads import XLSX, download
from jianxi.web.jobs import is_large, put_off
from jianxi.web.pages import redirect, respond
from jianxi.web.paging import Paging, page_number
from jianxi.web.requests import Fields, employer_of, form_of, now_of, query_of, today_of

PREVIEW = "pages/employer/roster_preview.html"


async def index(request: Request) -> Response:
    """What has come together until today, the months not sent yet, the years that are over, and every roster."""
    viewer, today = employer_of(request), today_of(request)
    context = {
        **await _come_together(request, await rosters.of_employer(viewer, today)),
        "choice": ranges.blank(today),
        "presets": ranges.presets(today),
        "preview_of": partial(ranges.preview_of, request),
    }
    return respond(request, "pages/employer/rosters.html", context | {"spoken": roster_words.spoken})


async def preview(request: Request) -> Response:
    """The rows of a range on screen, each amount with what it is made of. Where none is asked for, one is chosen first."""
    fields = query_of(request)
    if not request.url.query:
        return redirect(request, str(request.app.url_path_for("employer:rosters")))
    try:
        asked = read_asked(fields.raw(), today_of(request))
    except Invalid as no:
        return _page(request, {"choice": ranges.refused(fields, no), "asked": None}, 422)
    return _page(request, await _previewed(request, asked))


async def export(request: Request) -> Response:
    """导出. Whoever asks only for its head takes nothing out of the house."""
    viewer, asked = employer_of(request), _asked(request, query_of(request))
    name = f"{title(asked.kind, asked.period)}_{today_of(request).isoformat()}.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    if is_large(request, await roster_sizes.of_employer(viewer.employer, asked.period)):
        label = f"导出{title(asked.kind, asked.period)}"
        return await put_off(request, JobKind.ROSTER_EXPORT, label, asked.query)
    return download(await _workbook(request, asked), name, XLSX)


async def prepare(request: Request) -> Response:
    """报送: first the page with the evidence and what would be sent."""
    asked = _asked(request, await form_of(request))
    id = await services.prepare(employer_of(request), asked.kind, asked.period, now_of(request))
    return redirect(request, str(request.app.url_path_for("employer:roster_submission", id=id)))


async def _previewed(request: Request, asked: Asked) -> dict[str, Any]:
    known = {"choice": ranges.of_asked(asked), "asked": asked, "title": title(asked.kind, asked.period)}
    try:
        return known | await _shown(request, asked, await _computed(request, asked))
    except Lacking as no:
        return known | {"lacking": no.sentences}


async def _come_together(request: Request, rows: list[Roster]) -> dict[str, Any]:
    """Nothing for a unit without a base; of very many people when it is asked for."""
    employer, today = employer_of(request).employer, today_of(request)
    waits, at = await _waits(request), f"{request.app.url_path_for('employer:rosters')}?estimate=yes"
    usual: dict[str, Any] = {"present": None, "unsent": Open([], rows), "years": ()}
    usual |= {"waits": waits, "estimate_at": at, "rows": rows, "settled": partial(ranges.settled, rows)}
    if waits:
        return usual
    try:
        running = await subsidy_estimates.running(employer, today)
        years = await settlement_years.of_employer(employer, today)
    except Missing:
        return usual
    present = next((each for each in running if not each.is_over), None)
    unsent = Open([each for each in running if each.is_over], rows)
    return usual | {"present": present, "unsent": unsent, "years": years}


async def _waits(request: Request) -> int:
    """How many people the unit has and has had, where they are too many to be computed at each look; else 0."""
    ever = Period(date.min, today_of(request))
    people = await roster_pages.many_people(employer_of(request).employer, ever)
    is_asked = query_of(request).one("estimate") == "yes"
    return people if is_large(request, people) and not is_asked else 0


async def _workbook(request: Request, asked: Asked) -> bytes:
    try:
        return await roster_exports.preview(employer_of(request), asked.kind, asked.period, now_of(request))
    except Lacking as no:
        raise Refused("；".join(no.sentences) + "。") from None


def _asked(request: Request, fields: Fields) -> Asked:
    """Of an address or a form that our own pages made; anything else is told in one sentence."""
    try:
        return read_asked(fields.raw(), today_of(request))
    except Invalid as no:
        raise Refused("；".join(no.messages.values()) + "。") from None


async def _computed(request: Request, asked: Asked) -> Computed:
    employer = employer_of(request).employer
    return await roster_computing.computed(employer, asked.kind, asked.period, today_of(request))


async def _shown(request: Request, asked: Asked, found: Computed) -> dict[str, Any]:
    standing, number = standing_of(request), page_number(request)
    page = roster_pages.of_computed(found, number, standing)
    unit = found.head.unit
    objection = "" if unit.level else services.NO_BASE
    if not objection:
        when = (asked.kind, asked.period, today_of(request))
        facts = await rosters.beginning(employer_of(request).employer, unit.level, *when)
        objection = ranges.objection(facts)
    paging = Paging(number, page.many, roster_pages.SIZE)
    return {"page": page, "paging": paging, "standing": standing, "objection": objection}


def standing_of(request: Request) -> Standing | None:
    """Of which months the lines are asked for; None for the page as it opens."""
    text = query_of(request).one("standing")
    return Standing(text) if text in set(Standing) else None


def _page(request: Request, given: dict[str, Any], status: int = 200) -> Response:
    """`lacking` stops everything; `page` is there when something could be computed."""
    usual = {
        "page": None,
        "lacking": (),
        "standing": None,
        "title": "",
        "presets": ranges.presets(today_of(request)),
    }
    choice = given["choice"]
    return respond(request, PREVIEW, {**usual, **given, "errors": choice.errors}, status=status)


routes = [
    Route("/rosters", index, name="rosters", methods=["GET"]),
    Route("/rosters", prepare, methods=["POST"]),
    Route("/rosters/preview", preview, name="rosters_preview", methods=["GET"]),
    Route("/rosters/preview/export", export, name="rosters_preview_export", methods=["GET"]),
]
