"""就业见习协议书 of a 上岗 at the offices: the original as it was printed, and what was uploaded, on screen and to save."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.agreements import KIND
from jianxi.domain.identity_looks import may_look
from jianxi.domain.outcomes import Missing
from jianxi.queries import files, placements, signed_pages, traineeship_papers
from jianxi.queries.files import File
from jianxi.queries.placements import Placement
from jianxi.queries.signed_pages import AGREEMENT, Page
from jianxi.queries.traineeship_papers import InForce
from jianxi.routes.authority.placement_papers import TURNS
from jianxi.routes.authority.placements import reviewer_of
from jianxi.services import papers
from jianxi.web.files import attachment, picture, show
from jianxi.web.pages import respond
from jianxi.web.papers import site_of
from jianxi.web.requests import back_of, query_of, record_id, today_of, whole_number


async def agreement(request: Request) -> Response:
    """协议书原件 as a PDF; for an office that may not look at the full number what it says, masked."""
    placement = await placements.get(reviewer_of(request), record_id(request), today_of(request))
    if may_look(placement.facts, reviewer_of(request).role):
        return await attachment(request, await _original(request))
    paper = InForce(KIND, placement.id, _version(request, placement), placement.application)
    own = str(request.app.url_path_for("authority:placement", id=placement.id))
    context = {"paper": await traineeship_papers.masked(paper), "back": back_of(query_of(request), own)}
    return respond(request, "pages/authority/agreement.html", context)


async def agreement_page(request: Request) -> Response:
    """One of its pages as a picture."""
    return picture(await files.picture(await _original(request), record_id(request, "page")))


async def view(request: Request) -> Response:
    """A file of 上传协议书: its pages as pictures."""
    file, id = (await _uploaded(request)).file, record_id(request)
    own = str(request.app.url_path_for("authority:placement", id=id))
    at = str(request.app.url_path_for("authority:placement_upload", id=id, file=file.id))
    return await show(request, file, title="上传协议书", back=back_of(query_of(request), own), at=at)


async def content(request: Request) -> Response:
    """下载."""
    return await attachment(request, (await _uploaded(request)).file)


async def page(request: Request) -> Response:
    """One page as a picture, turned as asked, else as its sender turned it."""
    sent, turn = await _uploaded(request), whole_number(query_of(request).one("turn"))
    wanted = turn if turn in TURNS else sent.turn
    return picture(await files.picture(sent.file, record_id(request, "page"), wanted))


async def _original(request: Request) -> File:
    """It has the full number on it."""
    placement = await placements.get(reviewer_of(request), record_id(request), today_of(request))
    if not may_look(placement.facts, reviewer_of(request).role):
        raise Missing
    return await papers.file_of(KIND, placement.id, _version(request, placement), site_of(request))


def _version(request: Request, placement: Placement) -> int:
    """The one in force; or an older one, named in the address."""
    return whole_number(query_of(request).one("version")) or placement.agreement


async def _uploaded(request: Request) -> Page:
    """What was sent; never what the employer is still putting together."""
    viewer, today = reviewer_of(request), today_of(request)
    file = record_id(request, "file")
    return await signed_pages.get(viewer, AGREEMENT, record_id(request), file, today)


AT = "/placements/{id}/upload/files/{file}"
routes = [
    Route("/placements/{id}/agreement", agreement, name="placement_agreement", methods=["GET"]),
    Route(
        "/placements/{id}/agreement/pages/{page}",
        agreement_page,
        name="placement_agreement_page",
        methods=["GET"],
    ),
    Route(AT, view, name="placement_upload", methods=["GET"]),
    Route(f"{AT}/content", content, name="placement_upload_content", methods=["GET"]),
    Route(f"{AT}/pages/{{page}}", page, name="placement_upload_page", methods=["GET"]),
]
