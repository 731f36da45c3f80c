"""附件 of a 见习基地 at the offices: each on screen and to save, and all of one submission as a zip."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Missing
from jianxi.exports import archive
from jianxi.queries import base_attachments, base_files, files
from jianxi.web.downloads import stream
from jianxi.web.files import attachment, picture, show
from jianxi.web.requests import back_of, official_of, query_of, record_id

ZIP = "application/zip"


async def view(request: Request) -> Response:
    """查看: the pages as pictures."""
    base, file = await base_files.get(official_of(request), record_id(request), record_id(request, "file"))
    own = str(request.app.url_path_for("authority:base", id=base.id))
    at = str(request.app.url_path_for("authority:base_file", id=base.id, file=file.id))
    back = back_of(query_of(request), own)
    return await show(request, file, title=f"{base.unit}的附件", back=back, at=at)


async def content(request: Request) -> Response:
    """下载."""
    _, file = await base_files.get(official_of(request), record_id(request), record_id(request, "file"))
    return await attachment(request, file)


async def page(request: Request) -> Response:
    """One page as a picture."""
    _, file = await base_files.get(official_of(request), record_id(request), record_id(request, "file"))
    number = record_id(request, "page")
    if not 1 <= number <= file.pages:
        raise Missing
    return picture(await files.picture(file, number))


async def together(request: Request) -> Response:
    """下载全部附件, of what counts now or, with a number, of that submission."""
    number = record_id(request, "round") if "round" in request.path_params else None
    base, held = await base_attachments.submitted(official_of(request), record_id(request), number)
    if not held:
        raise Missing
    entries = base_attachments.entries(held)
    await base_attachments.check(held)
    name = f"{base.unit}附件.zip"
    return stream(request, archive.parts(entries), archive.size(entries), name, ZIP)


routes = [
    Route("/bases/{id}/files", together, name="base_files", methods=["GET"]),
    Route("/bases/{id}/versions/{round}/files", together, name="base_version_files", methods=["GET"]),
    Route("/bases/{id}/files/{file}", view, name="base_file", methods=["GET"]),
    Route("/bases/{id}/files/{file}/content", content, name="base_file_content", methods=["GET"]),
    Route("/bases/{id}/files/{file}/pages/{page}", page, name="base_file_page", methods=["GET"]),
]
