"""报送材料 of a 花名册 for the employer itself: on screen, as it was sent, page by page."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Missing
from jianxi.domain.roster_evidence import LABELS
from jianxi.queries import files, roster_files
from jianxi.queries.roster_files import Kept
from jianxi.queries.rosters import Roster
from jianxi.web.files import attachment, picture
from jianxi.web.files import show as show_file
from jianxi.web.requests import back_of, employer_of, query_of, record_id, today_of


async def show(request: Request) -> Response:
    """查看: the pages as pictures."""
    roster, kept = await _found(request)
    url = request.app.url_path_for
    at = str(url("employer:roster_file", id=roster.id, file=kept.file.id))
    back = back_of(query_of(request), str(url("employer:roster", id=roster.id)))
    title = f"{roster.title}的{LABELS[kept.kind]}"
    return await show_file(request, kept.file, title=title, back=back, at=at)


async def content(request: Request) -> Response:
    """下载."""
    return await attachment(request, (await _found(request))[1].file)


async def page(request: Request) -> Response:
    """One page as a picture."""
    _, kept = await _found(request)
    number = record_id(request, "page")
    if not 1 <= number <= kept.file.pages:
        raise Missing
    return picture(await files.picture(kept.file, number))


async def _found(request: Request) -> tuple[Roster, Kept]:
    ids = record_id(request), record_id(request, "file")
    return await roster_files.get(employer_of(request), *ids, today_of(request))


PATH = "/rosters/{id}/files/{file}"
routes = [
    Route(PATH, show, name="roster_file", methods=["GET"]),
    Route(f"{PATH}/content", content, name="roster_file_content", methods=["GET"]),
    Route(f"{PATH}/pages/{{page}}", page, name="roster_file_page", methods=["GET"]),
]
