"""报省厅备案: the list of a city's filings, or of all cities' for the province; one filing; its workbook."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.exports import filing_sheet
from jianxi.forms.filing_filters import read_filters
from jianxi.queries import bases, filed_bases, filings
from jianxi.queries.filed_bases import Sending
from jianxi.queries.filings import DESKS, Filing, Round
from jianxi.services import filing_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import back_of, now_of, official_of, query_of, record_id, whole_number


async def index(request: Request) -> Response:
    """What waits for this office first; the others by tab."""
    viewer, filters = desk_of(request), read_filters(query_of(request).raw())
    tabs = await filings.tabs(viewer, filters)
    current = next(tab for tab in tabs if tab.current)
    paging = Paging(page_number(request), current.count)
    rows = await filings.page(viewer, filters, offset=paging.offset, size=SIZE)
    context = {"rows": rows, "paging": paging, "tabs": tabs, "current": current, "filters": filters}
    by_city = viewer.role is Role.PROVINCE
    return respond(request, "pages/authority/filings.html", {**context, "by_city": by_city})


async def show(request: Request) -> Response:
    """One sending of one filing: the newest, or the one asked for; all others are a link away."""
    viewer = desk_of(request)
    filing = await filings.get(viewer, record_id(request))
    rounds, shown, sending = await _asked(request, filing)
    context = {"filing": filing, "rounds": rounds, "round": shown, "sending": sending}
    context |= await _lines(viewer, sending, page_number(request))
    context["events"] = await filings.timeline(filing)
    context["back"] = back_of(query_of(request), str(request.app.url_path_for("authority:filings")))
    return respond(request, "pages/authority/filing.html", context)


async def workbook(request: Request) -> Response:
    """下载备案表, of the sending asked for. Whoever asks only for its head takes nothing out of the house."""
    viewer = desk_of(request)
    filing = await filings.get(viewer, record_id(request))
    _, shown, sending = await _asked(request, filing)
    name = f"{filing_sheet.TITLE}_{filing.number}_第{shown.number}次.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    made = await filing_exports.export(viewer, filing, shown, sending, now_of(request))
    return download(made, name, XLSX)


def desk_of(request: Request) -> OfficialViewer:
    """A county files nothing: for it there is no such list."""
    viewer = official_of(request)
    if viewer.role not in DESKS:
        raise Missing
    return viewer


async def _lines(viewer: OfficialViewer, sending: Sending, number: int) -> dict[str, Any]:
    """One page of the bases; `readable` are those whose own pages the viewer may open now."""
    paging = Paging(number, len(sending.in_force))
    lines = sending.in_force[paging.offset : paging.offset + SIZE]
    readable = {base.id for base in await bases.seen(viewer, [line.base for line in lines])}
    return {"paging": paging, "lines": lines, "readable": readable}


async def _asked(request: Request, filing: Filing) -> tuple[tuple[Round, ...], Round, Sending]:
    """All sendings, and the one that the address names; `Missing` for one that never was."""
    named = query_of(request).one("round")
    number = whole_number(named) if named else filing.round
    rounds = await filings.rounds(filing)
    shown = next((each for each in rounds if each.number == number), None)
    if shown is None:
        raise Missing
    return rounds, shown, await filed_bases.of_round(filing.id, shown.number)


routes = [
    Route("/filings", index, name="filings"),
    Route("/filings/{id}", show, name="filing"),
    Route("/filings/{id}/workbook", workbook, name="filing_workbook"),
]
