"""下载协议 and 下载解除协议证明: the version in force as a PDF, to be signed and stamped."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.queries import traineeship_papers
from jianxi.web.papers import issued
from jianxi.web.requests import employer_of, record_id, today_of


async def agreement(request: Request) -> Response:
    viewer, today = employer_of(request), today_of(request)
    return await issued(request, await traineeship_papers.agreement(viewer, record_id(request), today))


async def certificate(request: Request) -> Response:
    viewer, today = employer_of(request), today_of(request)
    return await issued(request, await traineeship_papers.certificate(viewer, record_id(request), today))


routes = [
    Route("/placements/{id}/agreement", agreement, name="placement_agreement", methods=["GET"]),
    Route("/departures/{id}/certificate", certificate, name="departure_certificate", methods=["GET"]),
]
