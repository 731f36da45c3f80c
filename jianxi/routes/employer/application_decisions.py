"""审核通过 and 审核不通过 of one 报名, in its row or on its page."""

from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.applications import FLOW
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.reading import Raw
from jianxi.forms.received_filters import read_filters
from jianxi.queries import deeds, received, received_lists, received_papers
from jianxi.queries.received import Received
from jianxi.services import acceptances
from jianxi.web import review
from jianxi.web.requests import employer_of
from jianxi.web.review import Context, Review


async def show(request: Request) -> Response:
    """The person's form and intention, the timeline, and the decision."""
    return await review.show(REVIEW, request)


async def accept(request: Request) -> Response:
    """审核通过."""
    return await review.decide(REVIEW, request, acceptances.accept)


async def reject(request: Request) -> Response:
    """审核不通过."""
    return await review.reject(REVIEW, request, acceptances.reject)


async def _for_page(viewer: EmployerViewer, application: Received, today: date) -> Context:
    paper = await received_papers.paper(application)
    return {"application": application, "sheet": paper.sheet, "events": paper.events}


async def _for_row(viewer: EmployerViewer, application: Received, today: date) -> Context:
    deed = (await deeds.last_deeds(FLOW.noun, [application.id])).get(application.id)
    return {"application": application, "deed": deed}


def _told(application: Received) -> str:
    if application.rejection:
        return f"已对{application.name}的报名作出审核不通过的决定，原因已告知本人，本人可以另选岗位。"
    seats = f"“{application.title}”已录用{application.accepted}人，见习人数{application.headcount}人"
    return f"已录用{application.name}。{seats}。"


async def _following(viewer: EmployerViewer, application: Received, narrowed: Raw) -> int | None:
    return await received_lists.next_waiting(viewer, read_filters(narrowed), application)


REVIEW = Review[EmployerViewer, Received](
    flow=FLOW,
    page="pages/employer/application.html",
    row="partials/received/row.html",
    list_route="employer:applications",
    record_route="employer:application",
    viewer=employer_of,
    get=received.get,
    for_page=_for_page,
    for_row=_for_row,
    told=_told,
    following=_following,
)
routes = [
    Route("/applications/{id}", show, name="application", methods=["GET"]),
    Route("/applications/{id}/approval", accept, name="application_approval", methods=["POST"]),
    Route("/applications/{id}/rejection", reject, name="application_rejection", methods=["POST"]),
]
