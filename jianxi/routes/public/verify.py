"""文书核验: whether a printed paper is what this system issued, and what it is worth today. For anybody."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain import paper_codes
from jianxi.domain.outcomes import Missing
from jianxi.domain.texts import Malformed
from jianxi.queries import papers
from jianxi.web.pages import redirect, respond
from jianxi.web.requests import query_of

NOT_FOUND = "没有这个核验码的文书，请与纸上印的核验码核对后再输入"
UNLISTED = {"X-Robots-Tag": "noindex"}


async def form(request: Request) -> Response:
    """Type a code; the right one leads to its paper's address, which the QR code also has."""
    query = query_of(request)
    typed = query.one("code")
    if "code" not in query.values:
        return _form(request, typed)
    try:
        code = paper_codes.check(typed)
    except Malformed as error:
        return _form(request, typed, str(error), 422)
    return redirect(request, str(request.app.url_path_for("verification", code=code)))


async def show(request: Request) -> Response:
    typed = request.path_params["code"]
    try:
        found = await papers.verified(paper_codes.check(typed))
    except (Malformed, Missing):
        return _form(request, typed, NOT_FOUND, 404)
    return _unlisted(respond(request, "pages/public/verification.html", {"paper": found}))


def _form(request: Request, typed: str, error: str = "", status: int = 200) -> Response:
    context = {"typed": typed[:100], "errors": {"code": error} if error else {}}
    return _unlisted(respond(request, "pages/public/verify.html", context, status=status))


def _unlisted(response: Response) -> Response:
    response.headers.update(UNLISTED)
    return response


routes = [
    Route("/verify", form, name="verify", methods=["GET"]),
    Route("/verify/{code}", show, name="verification", methods=["GET"]),
]
