"""Page or partial: the one place that decides, and the only one that knows what htmx says and hears."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from jianxi.domain.outcomes import Told
from jianxi.templating import render
from jianxi.web import csrf, notices
from jianxi.web.menu import entries
from jianxi.web.preferences import look_of
from jianxi.web.requests import addresses, now_of, today_of, viewer_of
from jianxi.web.sessions import session_of
from jianxi.web.static import static_url

VARY = "HX-Request"
KEPT = ":/%#?=@[]!$&'()*+,"
"""What stays as it is in an address that goes into a header: what Starlette's redirect leaves."""


def wants_partial(request: Request) -> bool:
    """htmx asks for a piece. When it restores a page from history it needs the whole."""
    headers = request.headers
    return headers.get("HX-Request") == "true" and headers.get("HX-History-Restore-Request") != "true"


def respond(
    request: Request,
    page: str,
    context: Mapping[str, Any],
    *,
    partial: str | None = None,
    status: int = 200,
) -> Response:
    """The partial for htmx where there is one, else the whole page."""
    if partial is not None and wants_partial(request):
        return fragment(request, partial, context, status=status)
    given = surroundings(request) | {"notice": notices.read(request)} | dict(context)
    response = HTMLResponse(render(page, given), status)
    response.headers.add_vary_header(VARY)
    notices.drop(request, response)
    csrf.keep_visit(request, response)
    return response


def fragment(
    request: Request, partial: str, context: Mapping[str, Any], *, status: int = 200, around: str = ""
) -> Response:
    """Only the partial, whoever asks; and a second one, whose pieces htmx puts where they belong on the page."""
    given = surroundings(request) | {"notice": ""} | dict(context)
    response = HTMLResponse(render(partial, given) + (render(around, given) if around else ""), status)
    response.headers.add_vary_header(VARY)
    csrf.keep_visit(request, response)
    return response


def redirect(request: Request, to: str, notice: str = "") -> Response:
    """On to a page of this site, which shows the notice: 303 for a form, a word to htmx."""
    if wants_partial(request):
        response = Response(status_code=204, headers={"HX-Redirect": quote(to, safe=KEPT), "Vary": VARY})
    else:
        response = RedirectResponse(to, 303, headers={"Vary": VARY})
    notices.keep(request, response, notice)
    return response


async def carry_out(
    request: Request,
    deed: Awaitable[object],
    *,
    partial: str,
    fresh: Callable[[], Awaitable[Mapping[str, Any]]],
    to: str,
    notice: str = "",
) -> Response:
    """Does it and shows the record as it now is. htmx gets its partial, with `refusal` and 409 when it could not be
    done; a plain form goes on to `to` with the notice, or gets the refusal's page (web/errors.py)."""
    if not wants_partial(request):
        await deed
        return redirect(request, to, notice)
    try:
        await deed
    except Told as no:
        return fragment(request, partial, {**await fresh(), "refusal": no.sentence}, status=409)
    return fragment(request, partial, {"refusal": "", **await fresh()})


def here_of(request: Request) -> str:
    """The address as asked, without the host, fit for a link back."""
    query = request.scope.get("query_string", b"").decode("latin-1")
    path = quote(request.scope["path"], errors="replace")
    return f"{path}?{quote(query, safe='%&=+-._~:,/')}" if query else path


def surroundings(request: Request) -> dict[str, Any]:
    """What every template may use; names as agreed in templates/layout.html."""
    look = look_of(request)
    found = session_of(request)
    return {
        "viewer": viewer_of(request),
        "csrf_token": csrf.token_of(request),
        "url_for": addresses(request.app),
        "static_url": static_url,
        "now": now_of(request),
        "today": today_of(request),
        "demo": request.app.state.demo,
        "menu": entries(request),
        "text_size": look.size,
        "high_contrast": look.high_contrast,
        "look": look.classes,
        "here": here_of(request),
        "previous_sign_in_at": found.previous_sign_in_at if found is not None else None,
        "idle_minutes": int(found.idle.total_seconds()) // 60 if found is not None else 0,
        "refusal": "",
    }
