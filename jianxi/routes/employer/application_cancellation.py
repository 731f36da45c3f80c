"""取消录用 by the employer."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.routes import cancelling
from jianxi.web.requests import employer_of


async def confirm_cancellation(request: Request) -> Response:
    return await cancelling.confirm(request, employer_of(request), _list(request))


async def cancel(request: Request) -> Response:
    """确认取消录用."""
    return await cancelling.cancel(request, employer_of(request), _list(request))


def _list(request: Request) -> str:
    return str(request.app.url_path_for("employer:applications"))


PATH = "/applications/{id}/cancellation"
routes = [
    Route(PATH, confirm_cancellation, name="application_cancellation", methods=["GET"]),
    Route(PATH, cancel, methods=["POST"]),
]
