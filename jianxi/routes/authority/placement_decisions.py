"""审核通过 and 审核不通过 of one 上岗, in its row or on its page."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.placements import FLOW
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.office_placement_filters import read_filters
from jianxi.forms.reading import Raw
from jianxi.queries import office_placements, placements
from jianxi.queries.placements import Placement
from jianxi.queries.tabs import Tab
from jianxi.routes.authority.placement_words import for_page
from jianxi.routes.authority.placements import reviewer_of
from jianxi.services import placement_review
from jianxi.web import review
from jianxi.web.reviewed import Context, Review


async def approve(request: Request) -> Response:
    """审核通过."""
    return await review.decide(reviewed(request), request, placement_review.approve)


async def reject(request: Request) -> Response:
    """审核不通过."""
    return await review.reject(reviewed(request), request, placement_review.reject)


def reviewed(request: Request, number: str = "") -> Review[OfficialViewer, Placement]:
    """Its page shows the papers as the address asks, and the full ID number after a logged look."""
    return replace(REVIEW, for_page=partial(for_page, request, number))


async def _never_asked(viewer: OfficialViewer, placement: Placement, today: date) -> Context:
    raise LookupError("a page is made for a request")


async def _for_row(viewer: OfficialViewer, placement: Placement, today: date) -> Context:
    (line,) = await office_placements.of_ids(viewer, [placement.id], today)
    return {"line": line}


def told(placement: Placement) -> str:
    """What happened and what comes next."""
    if placement.rejection:
        return f"{placement.name}的上岗审核不通过，单位和本人会看到原因，单位可以修改登记或重新上传协议。"
    return f"{placement.name}的上岗审核通过，{'已' if placement.facts.today >= placement.starts_on else '到上岗日期后'}计为在岗。"


async def _following(viewer: OfficialViewer, placement: Placement, narrowed: Raw) -> int | None:
    return await office_placements.next_waiting(viewer, read_filters(narrowed), placement)


async def _tabs(viewer: OfficialViewer, narrowed: Raw) -> Sequence[Tab]:
    return (await office_placements.overview(viewer, read_filters(narrowed)))[0]


REVIEW = Review[OfficialViewer, Placement](
    flow=FLOW,
    page="pages/authority/placement.html",
    row="partials/placements/review_row.html",
    list_route="authority:placements",
    record_route="authority:placement",
    viewer=reviewer_of,
    get=placements.get,
    for_page=_never_asked,
    for_row=_for_row,
    told=told,
    following=_following,
    tabs=_tabs,
)
routes = [
    Route("/placements/{id}/approval", approve, name="placement_approval", methods=["POST"]),
    Route("/placements/{id}/rejection", reject, name="placement_rejection", methods=["POST"]),
]
