"""就业见习协议书 and 解除就业见习协议证明 of a person: as a PDF with a password; who gave name and ID number alone reads a masked
page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import agreements, certificates
from jianxi.queries import traineeship_papers
from jianxi.queries.traineeship_papers import InForce
from jianxi.web.pages import respond
from jianxi.web.papers import issued
from jianxi.web.requests import person_of, record_id, today_of

PAGES = {
    agreements.KIND: "pages/applicant/agreement.html",
    certificates.KIND: "pages/applicant/certificate.html",
}


async def agreement(request: Request) -> Response:
    viewer, today = person_of(request), today_of(request)
    return await _shown(request, await traineeship_papers.agreement(viewer, record_id(request), today))


async def certificate(request: Request) -> Response:
    viewer, today = person_of(request), today_of(request)
    return await _shown(request, await traineeship_papers.certificate(viewer, record_id(request), today))


async def _shown(request: Request, paper: InForce) -> Response:
    if not person_of(request).by_identity:
        return await issued(request, paper)
    context = {"paper": await traineeship_papers.masked(paper), "application": paper.application}
    return respond(request, PAGES[paper.kind], context)


routes = [
    Route("/placements/{id}/agreement", agreement, name="placement_agreement", methods=["GET"]),
    Route("/departures/{id}/certificate", certificate, name="departure_certificate", methods=["GET"]),
]
