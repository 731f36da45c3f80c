"""Signed pages that the own unit uploaded (上传协议书, 上传证明图片): on screen, to save, and each page as a picture."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.signed_pages import SignedKind
from jianxi.queries import files, signed_pages
from jianxi.queries.signed_pages import AGREEMENT, CERTIFICATE, Page
from jianxi.web.files import attachment, picture, show
from jianxi.web.requests import employer_of, record_id, today_of

TITLES = {AGREEMENT: "上传协议书", CERTIFICATE: "上传证明图片"}
FILES = {AGREEMENT: "employer:placement_upload_file", CERTIFICATE: "employer:departure_upload_file"}
FILE = "/upload/files/{file}"
Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Shown:
    """The files of one kind."""

    kind: SignedKind

    async def show(self, request: Request) -> Response:
        """The pages on screen."""
        page = await self._page(request)
        at = str(request.app.url_path_for(FILES[self.kind], id=record_id(request), file=page.file.id))
        back = at.partition("/files/")[0]
        return await show(request, page.file, title=TITLES[self.kind], back=back, at=at)

    async def content(self, request: Request) -> Response:
        """As a file to keep."""
        return await attachment(request, (await self._page(request)).file)

    async def picture(self, request: Request) -> Response:
        """One page, turned as the unit has turned it."""
        page = await self._page(request)
        return picture(await files.picture(page.file, record_id(request, "page"), page.turn))

    async def _page(self, request: Request) -> Page:
        record, file = record_id(request), record_id(request, "file")
        return await signed_pages.get(employer_of(request), self.kind, record, file, today_of(request))


def routes(kind: SignedKind, path: str, name: str) -> list[Route]:
    """Under the record's address (`/placements/{id}`), named for it (`placement`)."""
    shown = Shown(kind)
    parts: list[tuple[str, str, Handler]] = [
        ("", "", shown.show),
        ("/content", "_content", shown.content),
        ("/pages/{page}", "_page", shown.picture),
    ]
    return [
        Route(path + FILE + part, handler, name=f"{name}_upload_file{also}", methods=["GET"])
        for part, also, handler in parts
    ]
