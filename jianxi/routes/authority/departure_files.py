"""解除协议证明 at the offices: the paper as issued, as a PDF and as pictures of its pages."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import certificates
from jianxi.domain.outcomes import Missing
from jianxi.queries import departures, files
from jianxi.queries.files import File
from jianxi.routes.authority.departures import reviewer_of
from jianxi.services import papers
from jianxi.web.files import attachment, picture
from jianxi.web.papers import site_of
from jianxi.web.requests import record_id, today_of


async def certificate(request: Request) -> Response:
    """下载解除协议证明."""
    return await attachment(request, await _certificate(request))


async def certificate_page(request: Request) -> Response:
    """One of its pages as a picture."""
    return picture(await files.picture(await _certificate(request), record_id(request, "page")))


async def _certificate(request: Request) -> File:
    """The version in force; `Missing` while there is none."""
    departure = await departures.get(reviewer_of(request), record_id(request), today_of(request))
    if not departure.certificate:
        raise Missing
    return await papers.file_of(certificates.KIND, departure.id, departure.certificate, site_of(request))


_CERTIFICATE = "/departures/{id}/certificate"
routes = [
    Route(_CERTIFICATE, certificate, name="departure_certificate", methods=["GET"]),
    Route(
        f"{_CERTIFICATE}/pages/{{page}}", certificate_page, name="departure_certificate_page", methods=["GET"]
    ),
]
