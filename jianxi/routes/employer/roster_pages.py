"""One 花名册 on the employer's pages: as it was sent, or as it would be sent now; one person of it; 导出."""

from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import roster_next
from jianxi.domain.jobs import JobKind
from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_evidence import HINTS, LABELS, Evidence
from jianxi.domain.roster_rows import row
from jianxi.forms.roster_ranges import Asked
from jianxi.queries import (
    roster_changes,
    roster_files,
    roster_lines,
    roster_pages,
    roster_questions,
    roster_sizes,
    rosters,
)
from jianxi.queries.roster_checks import AT_ONCE
from jianxi.queries.rosters import Roster
from jianxi.routes.employer.rosters import standing_of
from jianxi.services import roster_exports
from jianxi.templating import region
from jianxi.web.downloads import XLSX, download
from jianxi.web.jobs import is_large, put_off
from jianxi.web.pages import redirect, respond
from jianxi.web.paging import Paging, page_number
from jianxi.web.requests import employer_of, now_of, query_of, record_id, today_of, whole_number

KINDS = [(kind.value, LABELS[kind], HINTS[kind]) for kind in Evidence]


async def show(request: Request) -> Response:
    """State, what comes next, why it was returned and what is asked, its lines, evidence, sendings and versions."""
    return await page(request)


async def page(request: Request, told: dict[str, Any] | None = None, status: int = 200) -> Response:
    """Also after an answer that was not taken: with what was typed."""
    viewer, today = employer_of(request), today_of(request)
    roster = await rosters.get(viewer, record_id(request), today)
    round = _round(request, roster)
    context = {
        "roster": roster,
        "next": roster_next.to_employer(roster.facts, region(roster.office)),
        "round": round,
        "rounds": await rosters.rounds(roster),
        "versions": await rosters.versions(viewer, roster, today),
        "events": await rosters.timeline(roster),
        "evidence": roster_files.by_kind(await roster_files.of_roster(roster.id)),
        "kinds": KINDS,
        "than": than(roster, round),
        "questions": await roster_changes.questions(roster) if roster.round else [],
        **await _content(request, roster),
        "refusal": "",
        "errors": {},
        "typed": {},
        **(told or {}),
    }
    return respond(request, "pages/employer/roster.html", context, status=status)


async def line(request: Request) -> Response:
    """One person of a sending: every month with what it is made of, and what the office asked."""
    roster = await rosters.get(employer_of(request), record_id(request), today_of(request))
    round = _round(request, roster)
    head = await roster_lines.head(roster.id, round)
    found = await roster_lines.one(roster.id, round, record_id(request, "placement"))
    asked = await roster_questions.of_roster(roster.id, [found.placement])
    context = {"roster": roster, "line": row(found, head.figure), "columns": found.columns, "round": round}
    told = {"questions": asked.get(found.placement, ())}
    return respond(request, "pages/employer/roster_line.html", context | told)


async def export(request: Request) -> Response:
    """导出 of the sending that the address names; of a draft what would be sent now."""
    roster = await rosters.get(employer_of(request), record_id(request), today_of(request))
    round = _round(request, roster)
    if not round:
        query = urlencode(Asked(roster.kind, roster.period).query)
        return redirect(request, f"{request.app.url_path_for('employer:rosters_preview_export')}?{query}")
    return await _sending(request, roster, round)


async def _sending(request: Request, roster: Roster, round: int) -> Response:
    name = f"{roster.title}_第{round}次报送.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    if is_large(request, await roster_sizes.of_sending(roster.id, round)):
        args = {"roster": roster.id, "round": round}
        return await put_off(request, JobKind.ROSTER_EXPORT, f"导出{roster.title}", args)
    made = await roster_exports.sending(employer_of(request), roster, round, now_of(request))
    return download(made, name, XLSX)


def than(roster: Roster, round: int) -> str:
    """What a sending is compared with, in words; round 0 is one that is still to be sent."""
    before = (round or roster.round + 1) - 1
    return f"第{before}次报送" if before else f"第{roster.serial - 1}版"


def _round(request: Request, roster: Roster) -> int:
    """The sending that the address names, the newest one, or 0 before there is one; `Missing` for one that never was."""
    named = query_of(request).one("round")
    number = whole_number(named) if named else roster.round
    if number is None or number > roster.round or (named and not number):
        raise Missing
    return number


async def _content(request: Request, roster: Roster) -> dict[str, Any]:
    """The lines as they were sent; before that, as they would be."""
    number, standing, round = page_number(request), standing_of(request), _round(request, roster)
    usual: dict[str, Any] = {
        "lacking": (),
        "page": None,
        "paging": None,
        "changes": None,
        "standing": standing,
    }
    if round:
        found = await roster_pages.of_sending(roster, round, number, standing)
        changes = await roster_changes.of_round(roster, round) if roster.people <= AT_ONCE else None
    else:
        now, lacking = await roster_changes.computed(roster, today_of(request))
        if now is None:
            return usual | {"lacking": lacking}
        found = roster_pages.of_computed(now, number, standing)
        changes = await roster_changes.of_next(roster, now)
    paging = Paging(number, found.many, roster_pages.SIZE)
    return usual | {"page": found, "paging": paging, "changes": changes}


routes = [
    Route("/rosters/{id}", show, name="roster", methods=["GET"]),
    Route("/rosters/{id}/lines/{placement}", line, name="roster_line", methods=["GET"]),
    Route("/rosters/{id}/export", export, name="roster_export", methods=["GET"]),
]
