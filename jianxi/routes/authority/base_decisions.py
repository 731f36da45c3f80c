"""审核通过 and 审核不通过 of one 见习基地, in its row or on its page."""

from collections.abc import Sequence
from datetime import date, datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.bases import FLOW, BaseLevel
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_filters import read_filters
from jianxi.forms.bases import LEVELS
from jianxi.forms.reading import Raw
from jianxi.queries import base_lists, filings
from jianxi.queries import bases as reading
from jianxi.queries.bases import Base
from jianxi.queries.tabs import Tab
from jianxi.routes.authority.base_views import FIXED, for_rows, submission_context, tabs_of
from jianxi.services import base_review
from jianxi.web import review
from jianxi.web.requests import form_of, official_of, record_id
from jianxi.web.reviewed import Context, Review

AGAIN = "修改后重新提交的，从区县重新审核。"


async def show(request: Request) -> Response:
    """Everything about one base, and the decision."""
    return await review.show(REVIEW, request)


async def approve(request: Request) -> Response:
    """审核通过; the city's row and page also say 基地级别."""
    chosen = (await form_of(request)).one(f"level-{record_id(request)}")

    async def deed(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
        await base_review.approve(viewer, id, version, now, _level(chosen))

    return await review.decide(REVIEW, request, deed)


async def reject(request: Request) -> Response:
    """审核不通过."""
    return await review.reject(REVIEW, request, base_review.reject)


def _level(text: str) -> BaseLevel | None:
    """Without a choice the level that was asked for is confirmed."""
    if text and text not in set(BaseLevel):
        raise Refused("基地级别只能是区县级或市级，请从列表中选择。")
    return BaseLevel(text) if text else None


async def _get(viewer: OfficialViewer, id: int, today: date) -> Base:
    return await reading.get(viewer, id)


async def _for_page(viewer: OfficialViewer, base: Base, today: date) -> Context:
    filed = await filings.last_of_base(viewer, base.id)
    return {**await submission_context(viewer, base, today), "filed": filed, **FIXED}


async def _for_row(viewer: OfficialViewer, base: Base, today: date) -> Context:
    (line,) = await base_lists.lines(viewer, [base], today)
    return {"line": line, **for_rows(viewer)}


def _told(base: Base) -> str:
    what = "的变更申请" if base.under_amendment or base.amended else ""
    if base.refused:
        return f"“{base.unit}”{what}审核不通过，单位会看到原因。{AGAIN}"
    if base.waiting:
        return f"“{base.unit}”{what}审核通过，等待市级审核。"
    if what:
        return f"“{base.unit}”的变更申请审核通过，变更内容已生效，基地级别为{LEVELS[base.level]}。"
    return f"“{base.unit}”审核通过，基地级别为{LEVELS[base.level]}，单位可以新增见习岗位。"


async def _following(viewer: OfficialViewer, base: Base, narrowed: Raw) -> int | None:
    found = await base_lists.next_waiting(viewer, base.id, read_filters(narrowed))
    return found.id if found else None


async def _tabs(viewer: OfficialViewer, narrowed: Raw) -> Sequence[Tab]:
    return tabs_of(await base_lists.numbers(viewer, read_filters(narrowed)))


REVIEW = Review[OfficialViewer, Base](
    flow=FLOW,
    page="pages/authority/base_record.html",
    row="partials/bases/row.html",
    list_route="authority:bases",
    record_route="authority:base",
    viewer=official_of,
    get=_get,
    for_page=_for_page,
    for_row=_for_row,
    told=_told,
    following=_following,
    tabs=_tabs,
)
routes = [
    Route("/bases/{id}", show, name="base"),
    Route("/bases/{id}/approval", approve, name="base_approval", methods=["POST"]),
    Route("/bases/{id}/rejection", reject, name="base_rejection", methods=["POST"]),
]
