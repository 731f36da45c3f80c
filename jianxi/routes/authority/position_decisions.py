"""审核通过, 审核不通过 and 发布 of one 见习岗位, in its row or on its page."""

from collections.abc import Sequence
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.positions import FLOW
from jianxi.domain.viewers import OfficialViewer
from jianxi.forms.position_filters import read_filters
from jianxi.forms.reading import Raw
from jianxi.queries import deeds, position_events, position_lists, positions
from jianxi.queries.positions import Position
from jianxi.queries.tabs import Tab
from jianxi.routes.authority.positions import reviewer_of
from jianxi.services import position_publication, position_review
from jianxi.web import review
from jianxi.web.reviewed import Context, Review


async def show(request: Request) -> Response:
    """Everything of one position, its timeline, and the decision."""
    return await review.show(REVIEW, request)


async def approve(request: Request) -> Response:
    """审核通过."""
    return await review.decide(REVIEW, request, position_review.approve)


async def publish(request: Request) -> Response:
    """发布."""
    return await review.decide(REVIEW, request, position_publication.publish)


async def reject(request: Request) -> Response:
    """审核不通过."""
    return await review.reject(REVIEW, request, position_review.reject)


async def _for_page(viewer: OfficialViewer, position: Position, today: date) -> Context:
    return {"position": position, "events": await position_events.timeline(position.id)}


async def _for_row(viewer: OfficialViewer, position: Position, today: date) -> Context:
    deed = (await deeds.last_deeds(FLOW.noun, [position.id])).get(position.id)
    return {"position": position, "deed": deed}


def _told(position: Position) -> str:
    if position.rejection:
        return f"“{position.title}”审核不通过，单位会看到原因。"
    if position.is_published:
        return f"“{position.title}”已发布，所有人都可以看到并报名。"
    return f"“{position.title}”审核通过，等待{'发布' if position.is_passed else '市级审核'}。"


async def _following(viewer: OfficialViewer, position: Position, narrowed: Raw) -> int | None:
    return await position_lists.next_waiting(viewer, read_filters(narrowed), position)


async def _tabs(viewer: OfficialViewer, narrowed: Raw) -> Sequence[Tab]:
    filters = read_filters(narrowed, position_lists.usual_state(viewer))
    return (await position_lists.overview(viewer, filters))[0]


REVIEW = Review[OfficialViewer, Position](
    flow=FLOW,
    page="pages/authority/position.html",
    row="partials/positions/review_row.html",
    list_route="authority:positions",
    record_route="authority:position",
    viewer=reviewer_of,
    get=positions.get,
    for_page=_for_page,
    for_row=_for_row,
    told=_told,
    following=_following,
    tabs=_tabs,
)
routes = [
    Route("/positions/{id}", show, name="position", methods=["GET"]),
    Route("/positions/{id}/approval", approve, name="position_approval", methods=["POST"]),
    Route("/positions/{id}/rejection", reject, name="position_rejection", methods=["POST"]),
    Route("/positions/{id}/publication", publish, name="position_publication", methods=["POST"]),
]
