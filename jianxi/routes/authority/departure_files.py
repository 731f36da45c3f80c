"""解除协议证明 at the offices: the paper as issued, and 上传证明图片, on screen and to save."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import certificates
from jianxi.domain.outcomes import Missing
from jianxi.queries import departures, files, signed_pages
from jianxi.queries.files import File
from jianxi.queries.signed_pages import CERTIFICATE, Page
from jianxi.routes.authority.departures import reviewer_of
from jianxi.services import papers
from jianxi.web.files import attachment, picture, show
from jianxi.web.papers import site_of
from jianxi.web.requests import back_of, query_of, record_id, today_of


async def certificate(request: Request) -> Response:
    """下载解除协议证明."""
    return await attachment(request, await _certificate(request))


async def certificate_page(request: Request) -> Response:
    """One of its pages as a picture."""
    return picture(await files.picture(await _certificate(request), record_id(request, "page")))


async def view(request: Request) -> Response:
    """A file of 上传证明图片: its pages as pictures."""
    sent, id = await _uploaded(request), record_id(request)
    own = str(request.app.url_path_for("authority:departure", id=id))
    at = str(request.app.url_path_for("authority:departure_upload", id=id, file=sent.file.id))
    return await show(request, sent.file, title="上传证明图片", back=back_of(query_of(request), own), at=at)


async def content(request: Request) -> Response:
    """下载."""
    return await attachment(request, (await _uploaded(request)).file)


async def page(request: Request) -> Response:
    """One page as a picture, turned as its sender turned it."""
    sent = await _uploaded(request)
    return picture(await files.picture(sent.file, record_id(request, "page"), sent.turn))


async def _uploaded(request: Request) -> Page:
    """What was sent; never what the employer is still putting together."""
    viewer, file = reviewer_of(request), record_id(request, "file")
    return await signed_pages.get(viewer, CERTIFICATE, record_id(request), file, today_of(request))


async def _certificate(request: Request) -> File:
    """The version in force; `Missing` while there is none."""
    departure = await departures.get(reviewer_of(request), record_id(request), today_of(request))
    if not departure.certificate:
        raise Missing
    return await papers.file_of(certificates.KIND, departure.id, departure.certificate, site_of(request))


_UPLOAD = "/departures/{id}/upload/files/{file}"
_CERTIFICATE = "/departures/{id}/certificate"
routes = [
    Route(_CERTIFICATE, certificate, name="departure_certificate", methods=["GET"]),
    Route(
        f"{_CERTIFICATE}/pages/{{page}}", certificate_page, name="departure_certificate_page", methods=["GET"]
    ),
    Route(_UPLOAD, view, name="departure_upload", methods=["GET"]),
    Route(f"{_UPLOAD}/content", content, name="departure_upload_content", methods=["GET"]),
    Route(f"{_UPLOAD}/pages/{{page}}", page, name="departure_upload_page", methods=["GET"]),
]
