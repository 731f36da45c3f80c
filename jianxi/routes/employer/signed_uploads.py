"""上传协议 and 上传解除协议证明: one page and its buttons for both, and the files that were uploaded."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.outcomes import Invalid, Told
from jianxi.domain.signed_pages import MOST_FILES, SignedKind
from jianxi.domain.viewers import EmployerViewer
from jianxi.queries import signed_pages as reading
from jianxi.queries.signed_pages import AGREEMENT, CERTIFICATE, DRAFT
from jianxi.routes.employer import signed_files
from jianxi.routes.employer.signed_views import upload_page
from jianxi.services import agreement_uploads, certificate_uploads, signed_pages, upload_limits
from jianxi.services.signed_pages import FIELD, Taken
from jianxi.services.signed_records import as_shown, look
from jianxi.templating import region
from jianxi.web import uploads
from jianxi.web.pages import redirect, wants_partial
from jianxi.web.requests import Fields, employer_of, form_of, now_of, record_id, version_of, whole_number
from jianxi.web.uploads import Kept

SWAP = "swap"
"""The chooser of the page that replaces another."""
LIST = "signed-list"
NOTHING_CHOSEN = "没有选择文件，请先选择文件"
SEND = {AGREEMENT: agreement_uploads.upload, CERTIFICATE: certificate_uploads.upload}


@dataclass(frozen=True, slots=True)
class Posted:
    """What came with the form."""

    request: Request
    viewer: EmployerViewer
    kind: SignedKind
    id: int
    version: int
    fields: Fields
    file: int
    """The page that the pressed button is about."""
    to: int
    """Its place or turn then."""

    @property
    def of(self) -> tuple[EmployerViewer, SignedKind, int, int]:
        return self.viewer, self.kind, self.id, self.version


@dataclass(frozen=True, slots=True)
class Uploads:
    """The page of one kind."""

    kind: SignedKind

    async def show(self, request: Request) -> Response:
        """What is put together while something can be uploaded, else what was sent."""
        return await upload_page(request, self.kind)

    async def act(self, request: Request) -> Response:
        """Every button of the page. Files that come with any of them are taken in before it does its work."""
        fields = await form_of(request)
        name, file, to = _pressed(fields)
        try:
            of = (request, employer_of(request), self.kind, record_id(request), version_of(fields))
            return await ACTS.get(name, add)(Posted(*of, fields, file, to))
        except Told as no:
            return await upload_page(request, self.kind, no=no, signed=whole_number(fields.one("paper")))
        except Invalid as no:
            swapping = file if name == "with" else 0
            return await upload_page(request, self.kind, errors=no.messages, swapping=swapping)


def _pressed(fields: Fields) -> tuple[str, int, int]:
    """move:17:2 is the act, the page and where it goes."""
    name, _, on = fields.one("act").partition(":")
    file, _, to = on.partition(":")
    return name, whole_number(file) or 0, whole_number(to) or 0


async def send(posted: Posted) -> Response:
    """确认上传协议, 确认上传解除协议证明: what is there and what was just chosen, in one press."""
    taken, now = await _take_in(posted), now_of(posted.request)
    of = (posted.viewer, posted.id, posted.version, now, posted.fields.one("files"))
    await SEND[posted.kind](*of, taken.added)
    office = (await look(posted.viewer, posted.kind, posted.id, now)).placement.office
    told = f"已上传。由{region(office)}审核，结果会显示在本页。"
    return redirect(posted.request, posted.request.url.path, told)


async def add(posted: Posted) -> Response:
    """上传 of what is chosen; also what Enter and an unknown button do. Once there are files, it may be none."""
    if not posted.fields.uploads(FIELD) and not await reading.of_round(posted.kind, posted.id, DRAFT):
        raise Invalid({FIELD: NOTHING_CHOSEN})
    await _take_in(posted)
    return await _again(posted)


async def move(posted: Posted) -> Response:
    """上移, 下移: to the place that the button names, so that a second click does no more."""
    await signed_pages.move(*posted.of, posted.file, posted.to, now_of(posted.request))
    return await _after(posted, f"move:{posted.file}")


async def turn(posted: Posted) -> Response:
    """旋转: by so much as the button names."""
    await signed_pages.turn(*posted.of, posted.file, posted.to, now_of(posted.request))
    return await _after(posted)


async def drop(posted: Posted) -> Response:
    """删除."""
    await signed_pages.remove(*posted.of, posted.file, now_of(posted.request))
    return await _after(posted, "add")


async def swap(posted: Posted) -> Response:
    """替换: asks for the page that takes its place."""
    await _take_in(posted)
    return await upload_page(posted.request, posted.kind, swapping=posted.file)


async def swap_with(posted: Posted) -> Response:
    """确认替换."""
    kept = await _kept(posted, SWAP, 0, 1)
    if not kept.stored and not kept.refusals:
        raise Invalid({SWAP: NOTHING_CHOSEN})
    taken, now = Taken(), now_of(posted.request)
    for stored in kept.stored:
        taken = await signed_pages.replace(*posted.of, posted.file, stored, now)
    _none_refused(SWAP, kept, taken)
    return await _after(posted, "add")


async def cancel(posted: Posted) -> Response:
    """不替换."""
    return await _after(posted, f"swap:{posted.file}")


async def _after(posted: Posted, focus: str = "") -> Response:
    """Files that came along with another button are taken in as well: nothing chosen is lost."""
    await _take_in(posted)
    return await _again(posted, focus)


async def _again(posted: Posted, focus: str = "") -> Response:
    """The list for a script, else the page: a reload must not move or turn anything again."""
    if wants_partial(posted.request):
        return await upload_page(posted.request, posted.kind, focus=focus)
    return redirect(posted.request, f"{posted.request.url.path}#{LIST}")


async def _take_in(posted: Posted) -> Taken:
    """`Invalid` with a sentence for each file that was not taken; the others are."""
    if not posted.fields.uploads(FIELD):
        return Taken()
    now = now_of(posted.request)
    has = len(await reading.of_round(posted.kind, posted.id, DRAFT))
    kept = await _kept(posted, FIELD, has, MOST_FILES)
    taken = await signed_pages.attach(*posted.of, kept.stored, now) if kept.stored else Taken()
    _none_refused(FIELD, kept, taken)
    return taken


async def _kept(posted: Posted, field: str, has: int, most: int) -> Kept:
    """Nothing is looked at that could not be uploaded in any case."""
    now = now_of(posted.request)
    await as_shown(*posted.of, now)
    sender = upload_limits.of_employer(posted.viewer)
    return await uploads.keep(posted.fields, field, sender, now, has=has, most=most, codes=True)


def _none_refused(field: str, kept: Kept, taken: Taken) -> None:
    if refusals := (*taken.refusals, *kept.refusals):
        raise Invalid({field: "；".join(refusals)})


def _routes(kind: SignedKind, noun: str) -> list[Route]:
    path, name, page = f"/{noun}s/{{id}}", f"{noun}_upload", Uploads(kind)
    return [
        Route(f"{path}/upload", page.show, name=name, methods=["GET"]),
        Route(f"{path}/upload", page.act, name=f"{name}_act", methods=["POST"]),
        *signed_files.routes(kind, path, noun),
    ]


ACTS: dict[str, Callable[[Posted], Awaitable[Response]]] = {
    "send": send,
    "move": move,
    "turn": turn,
    "drop": drop,
    "swap": swap,
    "with": swap_with,
    "cancel": cancel,
}
routes = [*_routes(AGREEMENT, "placement"), *_routes(CERTIFICATE, "departure")]
