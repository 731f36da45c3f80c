"""审核通过 and 审核不通过 of one 报名, in its row or on its page."""

from collections.abc import Sequence
from datetime import date

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.applications import FLOW
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.reading import Raw
from jianxi.forms.received_filters import read_filters
from jianxi.queries import deeds, identity_pictures, placements, received, received_lists, received_papers
from jianxi.queries.received import Received
from jianxi.queries.tabs import Tab
from jianxi.services import acceptances
from jianxi.web import review
from jianxi.web.paging import SIZE
from jianxi.web.requests import Fields, employer_of, whole_number
from jianxi.web.reviewed import Context, Review


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
    has_pictures = bool(await identity_pictures.links(application.person))
    return {
        "application": application,
        "sheet": paper.sheet,
        "events": paper.events,
        "has_pictures": has_pictures,
        "placement": await placements.of_application(viewer, application.id, today),
    }


async def _for_row(viewer: EmployerViewer, application: Received, today: date) -> Context:
    deed = (await deeds.last_deeds(FLOW.noun, [application.id])).get(application.id)
    placement = await placements.of_application(viewer, application.id, today)
    return {"application": application, "deed": deed, "placement": placement}


def _told(application: Received) -> str:
    if application.rejection:
        return f"“{application.name}”审核不通过，本人会看到原因，可以另选岗位。"
    seats = f"“{application.title}”已录用{application.accepted}人，见习人数{application.headcount}人"
    return f"“{application.name}”审核通过，已录用。{seats}。"


async def _following(viewer: EmployerViewer, application: Received, narrowed: Raw) -> int | None:
    return await received_lists.next_waiting(viewer, read_filters(narrowed), application)


async def _tabs(viewer: EmployerViewer, narrowed: Raw) -> Sequence[Tab]:
    return await received_lists.tabs(viewer, read_filters(narrowed))


async def _for_around(viewer: EmployerViewer, application: Received, fields: Fields, today: date) -> Context:
    """The page's other rows of that position, where none may offer a seat that has just been taken, and its figures."""
    shown = (whole_number(text) for text in fields.many("shown")[:SIZE])
    ids = [id for id in shown if id is not None and id != application.id]
    others = await received_lists.among(viewer, ids, application.position, today)
    asked = [id for id in ids if fields.one(f"confirm-{id}")]
    positions = [
        each for each in await received_lists.asked_positions(viewer) if each.id == application.position
    ]
    return {"others": others, "asked_others": asked, "positions": positions}


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
    tabs=_tabs,
    around="partials/received/around.html",
    for_around=_for_around,
)
routes = [
    Route("/applications/{id}", show, name="application", methods=["GET"]),
    Route("/applications/{id}/approval", accept, name="application_approval", methods=["POST"]),
    Route("/applications/{id}/rejection", reject, name="application_rejection", methods=["POST"]),
]
