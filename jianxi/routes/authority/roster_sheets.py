"""What an office saves of one roster (花名册): its workbook, and 报送材料 on screen and as files."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.jobs import JobKind
from jianxi.domain.roster_evidence import LABELS
from jianxi.queries import files, roster_files, roster_sizes, rosters
from jianxi.queries.files import File
from jianxi.queries.office_roster_pages import round_of
from jianxi.routes.authority.roster_pages import number_of
from jianxi.routes.authority.subsidies import office_of
from jianxi.services import roster_exports
from jianxi.web.downloads import XLSX, download
from jianxi.web.files import attachment, picture, show
from jianxi.web.jobs import is_large, put_off
from jianxi.web.requests import back_of, now_of, query_of, record_id, today_of


async def export(request: Request) -> Response:
    """The newest sending, or the one asked for, as it was frozen. Whoever asks only for its head takes nothing out."""
    roster = await rosters.get(office_of(request), record_id(request), today_of(request))
    number = round_of(roster, await rosters.rounds(roster), number_of(request)).number
    name = f"{roster.unit_name}_{roster.title}_第{number}次报送.xlsx"
    if request.method == "HEAD":
        return download(b"", name, XLSX)
    if is_large(request, await roster_sizes.of_sending(roster.id, number)):
        args = {"roster": roster.id, "round": number}
        return await put_off(request, JobKind.ROSTER_EXPORT, f"导出{roster.title}", args)
    made = await roster_exports.sending(office_of(request), roster, number, now_of(request))
    return download(made, name, XLSX)


async def evidence(request: Request) -> Response:
    """查看."""
    kept = (await _kept(request))[1]
    id = record_id(request)
    own = str(request.app.url_path_for("authority:roster", id=id))
    at = str(request.app.url_path_for("authority:roster_file", id=id, file=kept.file.id))
    back = back_of(query_of(request), own)
    return await show(request, kept.file, title=LABELS[kept.kind], back=back, at=at)


async def content(request: Request) -> Response:
    """下载."""
    return await attachment(request, await _file(request))


async def page(request: Request) -> Response:
    """One page as a picture."""
    return picture(await files.picture(await _file(request), record_id(request, "page")))


async def _file(request: Request) -> File:
    return (await _kept(request))[1].file


async def _kept(request: Request) -> tuple[rosters.Roster, roster_files.Kept]:
    viewer, file = office_of(request), record_id(request, "file")
    return await roster_files.get(viewer, record_id(request), file, today_of(request))


PATH = "/rosters/{id}/files/{file}"
routes = [
    Route("/rosters/{id}/export", export, name="roster_export", methods=["GET"]),
    Route(PATH, evidence, name="roster_file", methods=["GET"]),
    Route(f"{PATH}/content", content, name="roster_file_content", methods=["GET"]),
    Route(f"{PATH}/pages/{{page}}", page, name="roster_file_page", methods=["GET"]),
]
