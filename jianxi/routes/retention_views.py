"""佐证材料 of a 留用 as both desks see it: on screen, as it was sent, page by page."""

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.outcomes import Missing
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries import files, retention_files
from jianxi.queries.files import File
from jianxi.queries.retentions import Retention
from jianxi.web.files import attachment, picture
from jianxi.web.files import show as show_file
from jianxi.web.requests import back_of, query_of, record_id, today_of

Reader = EmployerViewer | OfficialViewer


async def show(request: Request, viewer: Reader, own: str, of_placement: str) -> Response:
    """查看: the pages as pictures. `own` and `of_placement` are the desk's routes of the file and of the person's page."""
    retention, file = await _found(request, viewer)
    url = request.app.url_path_for
    at = url(own, id=retention.id, file=file.id)
    back = back_of(query_of(request), str(url(of_placement, id=retention.placement.id)))
    return await show_file(
        request, file, title=f"{retention.placement.name}的留用佐证材料", back=back, at=str(at)
    )


async def content(request: Request, viewer: Reader) -> Response:
    """下载."""
    return await attachment(request, (await _found(request, viewer))[1])


async def page(request: Request, viewer: Reader) -> Response:
    """One page as a picture."""
    _, file = await _found(request, viewer)
    number = record_id(request, "page")
    if not 1 <= number <= file.pages:
        raise Missing
    return picture(await files.picture(file, number))


async def _found(request: Request, viewer: Reader) -> tuple[Retention, File]:
    return await retention_files.get(
        viewer, record_id(request), record_id(request, "file"), today_of(request)
    )
