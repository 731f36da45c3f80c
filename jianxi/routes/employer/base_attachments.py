"""附件 of the own 见习基地: each on a page as pictures, and as it was sent."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Missing
from jianxi.queries import base_files, bases, files
from jianxi.queries.files import File
from jianxi.web.files import attachment, picture
from jianxi.web.files import show as show_file
from jianxi.web.requests import employer_of, record_id


async def show(request: Request) -> Response:
    """The pages on screen."""
    found = await _own(request)
    at = request.app.url_path_for("employer:base_file", file=found.id)
    back = request.app.url_path_for("employer:base")
    return await show_file(request, found, title="附件", back=str(back), at=str(at))


async def content(request: Request) -> Response:
    """As a file to keep."""
    found = await _own(request)
    return await attachment(request, found)


async def page(request: Request) -> Response:
    """One page as a picture."""
    found, number = await _own(request), record_id(request, "page")
    if not 1 <= number <= found.pages:
        raise Missing
    return picture(await files.picture(found, number))


async def _own(request: Request) -> File:
    viewer = employer_of(request)
    base = await bases.of_employer(viewer)
    if base is None:
        raise Missing
    return (await base_files.get(viewer, base.id, record_id(request, "file")))[1]


routes = [
    Route("/base/files/{file}", show, name="base_file"),
    Route("/base/files/{file}/content", content, name="base_file_content"),
    Route("/base/files/{file}/pages/{page}", page, name="base_file_page"),
]
