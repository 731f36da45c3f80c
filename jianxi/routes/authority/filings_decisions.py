"""确认接收 and 退回 of one filing by the province: a page that says what it would do, then the act."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import labels
from jianxi.domain.filings import FLOW, FilingVerb
from jianxi.domain.flow import Role
from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import filings
from jianxi.queries.filings import Filing
from jianxi.services import filings as services
from jianxi.templating import at_full, region
from jianxi.web import second_step
from jianxi.web.requests import official_of, record_id
from jianxi.web.second_step import Step


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the two."""

    verb: FilingVerb
    does: Sequence[str]
    told: str
    reason: str = ""


RECEIPT = Kind(
    FilingVerb.RECEIVE,
    ("该备案成为“已接收”，市级会看到。", "接收后不能退回；之后有变化的基地，由市级另行报送。"),
    "备案{}已接收。",
)
RETURN = Kind(
    FilingVerb.RETURN,
    ("该备案成为“已退回”，市级会看到退回原因。", "市级修改后以同一编号再次报送，各次报送的内容都保留。"),
    "备案{}已退回，市级会看到退回原因。",
    services.REASON,
)


async def receipt(request: Request) -> Response:
    """确认接收."""
    return await _answer(RECEIPT, request)


async def send_back(request: Request) -> Response:
    """退回."""
    return await _answer(RETURN, request)


async def _answer(kind: Kind, request: Request) -> Response:
    viewer, id, back = _province(request), record_id(request), _record_url(request)
    filing = await filings.get(viewer, id)
    if request.method != "POST":
        return await second_step.show(request, _step(kind, viewer, filing), back)

    async def deed(version: int, reason: str, now: datetime) -> None:
        if kind.verb is FilingVerb.RETURN:
            await services.send_back(viewer, id, version, reason, now)
        else:
            await services.receive(viewer, id, version, now)

    async def fresh() -> Step:
        return _step(kind, viewer, await filings.get(viewer, id))

    return await second_step.carry_out(request, deed, fresh, kind.told.format(filing.number), back)


def _step(kind: Kind, viewer: OfficialViewer, filing: Filing) -> Step:
    objection = FLOW.objection(kind.verb, filing.facts, viewer.role)
    return Step(
        title=f"{labels.verb(FLOW.noun, kind.verb)}备案{filing.number}",
        confirm=labels.confirm(FLOW.noun, kind.verb),
        version=filing.version,
        objection=objection,
        does=() if objection else kind.does,
        reason=kind.reason,
        facts=(
            ("市", region(filing.city)),
            ("基地数", str(filing.sending.bases)),
            ("报送时间", f"{at_full(filing.sending.sent_at)}（第{filing.round}次报送）"),
            ("状态", filing.shown.label),
        ),
    )


def _province(request: Request) -> OfficialViewer:
    """Nobody else decides: for them there is no such page."""
    viewer = official_of(request)
    if viewer.role is not Role.PROVINCE:
        raise Missing
    return viewer


def _record_url(request: Request) -> str:
    return str(request.app.url_path_for("authority:filing", id=record_id(request)))


BOTH = ["GET", "POST"]
routes = [
    Route("/filings/{id}/receipt", receipt, name="filing_receipt", methods=BOTH),
    Route("/filings/{id}/return", send_back, name="filing_return", methods=BOTH),
]
