"""上传的协议 and 盖章的解除协议证明 of a person, as the employer sent them: on screen, to save, and each page as a picture.
Who is signed in by name and ID number alone sees none of them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.signed_pages import WORDS, SignedKind
from jianxi.queries import departures, files, placements, signed_pages
from jianxi.queries.signed_pages import AGREEMENT, CERTIFICATE, Page
from jianxi.web.files import attachment, picture, show
from jianxi.web.requests import person_of, record_id, today_of

NOUNS = {AGREEMENT: "placement", CERTIFICATE: "departure"}
Handler = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Shown:
    """The files of one kind."""

    kind: SignedKind

    async def show(self, request: Request) -> Response:
        """The pages on screen."""
        page, id = await self._page(request), record_id(request)
        name = f"applicant:{NOUNS[self.kind]}_upload"
        at = str(request.app.url_path_for(name, id=id, file=page.file.id))
        back = str(request.app.url_path_for("applicant:application", id=await self._application(request)))
        return await show(request, page.file, title=f"上传的{WORDS[self.kind]}", back=back, at=at)

    async def content(self, request: Request) -> Response:
        """As a file to keep."""
        return await attachment(request, (await self._page(request)).file)

    async def picture(self, request: Request) -> Response:
        """One page, turned as the unit has turned it."""
        page = await self._page(request)
        return picture(await files.picture(page.file, record_id(request, "page"), page.turn))

    async def _page(self, request: Request) -> Page:
        record, file = record_id(request), record_id(request, "file")
        return await signed_pages.get(person_of(request), self.kind, record, file, today_of(request))

    async def _application(self, request: Request) -> int:
        """Of the record, which was just found to be their own."""
        viewer, id, today = person_of(request), record_id(request), today_of(request)
        if self.kind is AGREEMENT:
            return (await placements.get(viewer, id, today)).application
        return (await departures.get(viewer, id, today)).placement.application


def _routes(kind: SignedKind) -> list[Route]:
    shown, noun = Shown(kind), NOUNS[kind]
    parts: list[tuple[str, str, Handler]] = [
        ("", "", shown.show),
        ("/content", "_content", shown.content),
        ("/pages/{page}", "_page", shown.picture),
    ]
    path = f"/{noun}s/{{id}}/upload/files/{{file}}"
    return [
        Route(path + part, handler, name=f"{noun}_upload{also}", methods=["GET"])
        for part, also, handler in parts
    ]


routes = [*_routes(AGREEMENT), *_routes(CERTIFICATE)]
