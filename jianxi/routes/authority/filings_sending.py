"""报送: chosen bases confirmed and sent to the province, as a new filing or as the next round of one that was returned."""

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.filings import FLOW, FilingVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing, Told
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import bases, filed_bases, filing_plans, filings
from jianxi.queries.filings import Filing
from jianxi.queries.many import MOST_AT_ONCE, Picks
from jianxi.routes.authority.base_bulk import MANY
from jianxi.services import filings as services
from jianxi.web import bulk
from jianxi.web.pages import redirect, respond
from jianxi.web.refusals import on_page
from jianxi.web.requests import (
    back_of,
    form_of,
    now_of,
    official_of,
    query_of,
    record_id,
    today_of,
    version_of,
)

NOTHING = "还没有选择基地。请先勾选要报省厅备案的基地，再按“报省厅备案”。"
NONE_LEFT = "还没有选择基地。请至少勾选一个基地，再按“报送”。"


async def file(request: Request) -> Response:
    """报省厅备案 of the bases chosen in the list: the page before, and with its confirm field the act."""
    viewer, back = _city(request), back_of(await form_of(request), _url(request, "authority:bases"))
    picks = await bulk.picked(MANY, request)
    if not picks:
        return redirect(request, back, NOTHING)
    return await _answer(request, viewer, picks, back)


async def choose(request: Request) -> Response:
    """The bases of a returned filing as they are now, to be kept or left out, and others to be added."""
    viewer = _city(request)
    filing = await filings.get(viewer, record_id(request))
    objection = FLOW.objection(FilingVerb.FILE, filing.facts, viewer.role)
    back = back_of(query_of(request), _url(request, "authority:filing", filing))
    context = {"filing": filing, "objection": objection, "back": back}
    context |= await _choices(viewer, filing, today_of(request))
    return respond(request, "pages/authority/filing_submission.html", context)


async def send_again(request: Request) -> Response:
    """报送 of one that was returned."""
    viewer, picks = _city(request), await bulk.picked(MANY, request)
    filing = await filings.get(viewer, record_id(request))
    if not picks:
        return redirect(request, _url(request, "authority:filing_submission", filing), NONE_LEFT)
    return await _answer(request, viewer, picks, _url(request, "authority:filing_submission", filing), filing)


async def _choices(viewer: OfficialViewer, filing: Filing, today: date) -> dict[str, Any]:
    """Those of its last sending as they would be sent now, and what could be added."""
    sending = await filed_bases.of_round(filing.id, filing.round)
    held = await bases.seen(viewer, [line.base for line in sending.in_force])
    picks, most = [(base.id, base.version) for base in held], filing_plans.SHOWN_TO_ADD
    others = await filing_plans.addable(viewer, filing.id, [base.id for base in held], today)
    plan = await filing_plans.plan(viewer, picks, today, filing.id)
    return {"plan": plan, "others": others[:most], "more": len(others) > most}


async def _answer(
    request: Request, viewer: OfficialViewer, picks: Picks, back: str, filing: Filing | None = None
) -> Response:
    """The confirm page; with its confirm field the act, or the page again with what stood in the way."""
    fields, now = await form_of(request), now_of(request)
    if not fields.one("confirm"):
        return await _confirm(request, viewer, picks, back, filing)
    try:
        if filing is None:
            id = await services.file(viewer, picks, now)
        else:
            id = filing.id
            await services.file_again(viewer, id, version_of(fields), picks, now)
    except Told as no:
        fresh = await filings.get(viewer, filing.id) if filing else None
        return await _confirm(request, viewer, picks, back, fresh, on_page(no))
    sent = await filings.get(viewer, id)
    told = f"备案{sent.number}已报送，共{sent.sending.bases}个基地，等待省厅接收。"
    return redirect(request, _url(request, "authority:filing", sent), told)


async def _confirm(
    request: Request,
    viewer: OfficialViewer,
    picks: Picks,
    back: str,
    filing: Filing | None,
    refusal: str = "",
) -> Response:
    plan = await filing_plans.plan(viewer, picks, today_of(request), filing.id if filing else 0)
    shown = (await form_of(request)).one("v")
    context: dict[str, Any] = {
        "plan": plan,
        "filing": filing,
        "version": shown if filing is None or not refusal else filing.version,
        "objection": FLOW.objection(FilingVerb.FILE, filing.facts, viewer.role) if filing else "",
        "confirm": labels.confirm(FLOW.noun, FilingVerb.FILE),
        "most": MOST_AT_ONCE,
        "capped": len(picks) >= MOST_AT_ONCE,
        "refusal": refusal,
        "back": back,
    }
    page = "pages/authority/filing_confirmation.html"
    return respond(request, page, context, status=409 if refusal else 200)


def _city(request: Request) -> OfficialViewer:
    """Nobody else files: for them there is no such page."""
    viewer = official_of(request)
    if viewer.role is not Role.CITY:
        raise Missing
    return viewer


def _url(request: Request, name: str, filing: Filing | None = None) -> str:
    return str(request.app.url_path_for(name, **({"id": filing.id} if filing else {})))


routes = [
    Route("/bases/filing", file, name="bases_filing", methods=["POST"]),
    Route("/filings/{id}/submission", choose, name="filing_submission", methods=["GET"]),
    Route("/filings/{id}/submission", send_again, methods=["POST"]),
]
