"""见习基地审核: the list, one base with everything side by side, and the two decisions."""

from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.bases import BaseLevel
from jianxi.domain.outcomes import Refused
from jianxi.domain.reasons import reason_text
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.base_drafts import facts
from jianxi.forms.reasons import read_reasons
from jianxi.queries import base_lists, base_pages
from jianxi.queries import bases as reading
from jianxi.routes.authority.base_views import answer, asked_filters, list_context, record_page
from jianxi.services import bases
from jianxi.web.pages import respond
from jianxi.web.paging import SIZE, Paging, page_number
from jianxi.web.requests import Fields, form_of, now_of, official_of, record_id, today_of, whole_number


async def index(request: Request) -> Response:
    viewer, filters, number = official_of(request), asked_filters(request), page_number(request)
    found = await base_lists.listed(viewer, filters, today_of(request), (number - 1) * SIZE, SIZE)
    context = list_context(request, viewer, filters, found, Paging(number, found.total))
    return respond(request, "pages/authority/bases.html", context)


async def show(request: Request) -> Response:
    return await record_page(request, record_id(request))


async def version(request: Request) -> Response:
    """One submission, read-only."""
    viewer = official_of(request)
    base = await reading.get(viewer, record_id(request))
    found = await base_pages.submission(viewer, base, today_of(request), record_id(request, "round"))
    context = {"submission": found, "facts": facts(found.content)}
    return respond(request, "pages/authority/base_version.html", context)


async def approve(request: Request) -> Response:
    """审核通过; the city's row also says 基地级别."""
    id, fields = record_id(request), await form_of(request)
    deed = _approve(official_of(request), id, fields, now_of(request))
    return await answer(request, id, fields, deed, "审核通过")


async def reject(request: Request) -> Response:
    """审核不通过: asked once it opens the reasons, asked with reasons it is done."""
    id, fields = record_id(request), await form_of(request)
    deed = _reject(official_of(request), id, fields, now_of(request))
    return await answer(request, id, fields, deed, "审核不通过")


async def _approve(viewer: OfficialViewer, id: int, fields: Fields, now: datetime) -> bool:
    await bases.approve(viewer, id, _shown(fields), now, _level(fields.one(f"level-{id}")))
    return True


async def _reject(viewer: OfficialViewer, id: int, fields: Fields, now: datetime) -> bool:
    """Whether it is done; not before reasons are given."""
    await bases.check_rejection(viewer, id, _shown(fields), now)
    reasons = read_reasons(fields.raw(), id)
    if reasons.confirmed:
        text = reason_text("base", reasons.ticked, reasons.note)
        await bases.reject(viewer, id, _shown(fields), now, text)
    return reasons.confirmed


def _shown(fields: Fields) -> int:
    """The version that was shown; one that cannot be read is of no base that stands."""
    number = whole_number(fields.one("v"))
    return -1 if number is None else number


def _level(text: str) -> BaseLevel | None:
    """Without a choice the level that was asked for is confirmed."""
    if text and text not in set(BaseLevel):
        raise Refused("基地级别只能是区县级或市级，请从列表中选择。")
    return BaseLevel(text) if text else None


routes = [
    Route("/bases", index, name="bases"),
    Route("/bases/{id}", show, name="base"),
    Route("/bases/{id}/approval", approve, name="base_approval", methods=["POST"]),
    Route("/bases/{id}/rejection", reject, name="base_rejection", methods=["POST"]),
    Route("/bases/{id}/versions/{round}", version, name="base_version"),
]
