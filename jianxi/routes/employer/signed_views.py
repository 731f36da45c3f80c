"""The page of 上传协议 and of 上传解除协议证明, and what it is given."""

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from jianxi.domain.outcomes import Told
from jianxi.domain.signed_pages import MOST_FILES, TITLES, WORDS, SignedKind
from jianxi.queries import counts, signed_pages
from jianxi.queries.signed_pages import AGREEMENT, CERTIFICATE, DRAFT, NOUNS
from jianxi.services.signed_records import Open, look
from jianxi.storage.kinds import LARGEST
from jianxi.storage.refusals import megabytes
from jianxi.web.pages import fragment, respond, wants_partial
from jianxi.web.refusals import on_page
from jianxi.web.requests import back_of, employer_of, now_of, query_of, record_id, today_of

PAGE, PARTIAL = "pages/employer/signed_upload.html", "partials/signed/upload.html"
AROUND = "partials/signed/around.html"
SIGNING = {
    AGREEMENT: "见习人员签字，单位盖章并签署日期。",
    CERTIFICATE: "双方签字，单位盖章并签署日期；见习人员没有签字的，另附说明一并上传。",
}
AT = {
    AGREEMENT: (("at", "employer:placement_upload"), ("download_at", "employer:placement_agreement")),
    CERTIFICATE: (("at", "employer:departure_upload"), ("download_at", "employer:departure_certificate")),
}
DOWNLOAD = {AGREEMENT: "下载协议", CERTIFICATE: "下载解除协议证明"}


async def upload_page(
    request: Request,
    kind: SignedKind,
    *,
    errors: Mapping[str, str] | None = None,
    no: Told | None = None,
    signed: int | None = None,
    swapping: int = 0,
    focus: str = "",
) -> Response:
    """As it is now: 422 with messages, 409 with a refusal. `signed` is the version of the paper that was shown,
    `swapping` the page that is about to be replaced; `focus` says where the focus goes when the button that was pressed is
    no longer there.
    """
    found = await look(employer_of(request), kind, record_id(request), now_of(request))
    context = {
        **_words(request, kind, found),
        **await _pages(kind, found),
        "errors": errors or {},
        "refusal": _refusal(no, kind, signed, found.paper) if no else "",
        "swapping": swapping,
        "focus": focus,
    }
    status = 409 if no else 422 if errors else 200
    if no and wants_partial(request):
        request.state.waiting = await counts.waiting(employer_of(request), today_of(request))
        return fragment(request, PARTIAL, context, status=status, around=AROUND)
    return respond(request, PAGE, context, partial=PARTIAL, status=status)


def _refusal(no: Told, kind: SignedKind, signed: int | None, paper: int) -> str:
    """With what became of the pages put together, where the paper has another version by now."""
    if signed is None or signed == paper:
        return on_page(no)
    word = WORDS[kind]
    gone = f"原来放入的扫描件属于第{signed}版{word}，已不再使用"
    return on_page(no, f"{gone}；请下载第{paper}版{word}，签字盖章后重新上传")


async def _pages(kind: SignedKind, found: Open) -> dict[str, object]:
    sendings = await signed_pages.sendings(kind, found.record.id)
    draft = await signed_pages.of_round(kind, found.record.id, DRAFT)
    newest, is_open = sendings[0].pages if sendings else (), not found.objection
    return {
        "found": found,
        "is_open": is_open,
        "pages": draft if is_open else newest,
        "mark": signed_pages.mark(draft),
        "sendings": sendings,
    }


def _words(request: Request, kind: SignedKind, found: Open) -> dict[str, object]:
    addresses = {name: str(request.app.url_path_for(route, id=found.record.id)) for name, route in AT[kind]}
    person = str(request.app.url_path_for("employer:placement", id=found.placement.id))
    return {
        **addresses,
        "back": back_of(query_of(request), person),
        "noun": NOUNS[kind],
        "paper": TITLES[kind],
        "word": WORDS[kind],
        "signing": SIGNING[kind],
        "download": DOWNLOAD[kind],
        "most_files": MOST_FILES,
        "file_megabytes": megabytes(LARGEST),
    }
