"""Stored files on their way to a person: as page pictures on screen, and as attachments to save. Who may see a file was
decided before, by the record that it belongs to."""

from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response

from jianxi.queries import files
from jianxi.queries.files import File
from jianxi.storage.checking import Kind
from jianxi.web.downloads import stream
from jianxi.web.pages import respond
from jianxi.web.paging import Paging, page_number

PAGE = "pages/file.html"
PICTURES_A_PAGE = 10
MEDIA_TYPES = {Kind.PDF: "application/pdf", Kind.JPEG: "image/jpeg", Kind.PNG: "image/png"}


async def attachment(request: Request, file: File) -> Response:
    """The file to save, under the name it came with and the ending of what it is. However slowly somebody reads, one
    part of it is in memory. What turns out broken in the first part is a page; later the connection ends."""
    parts = files.content(file)
    first = await anext(parts)
    return stream(request, _from(first, parts), file.size, file.saved_as, MEDIA_TYPES[file.kind])


async def _from(first: bytes, following: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    del first
    async for part in following:
        yield part


def picture(jpeg: bytes) -> Response:
    """One page of a file, for an <img>."""
    return Response(jpeg, media_type="image/jpeg")


async def show(request: Request, file: File, *, title: str, back: str, at: str) -> Response:
    """The viewer of all desks: `title` names what the file is, `back` is the record's address. `at` is the file's own
    address, under which its `/content` and `/pages/{page}` are."""
    paging = Paging(page_number(request), file.pages, PICTURES_A_PAGE)
    if paging.number > paging.pages:
        paging = Paging(1, file.pages, PICTURES_A_PAGE)
    context = {"file": file, "title": title, "back": back, "at": at, "paging": paging}
    return respond(request, PAGE, context)
