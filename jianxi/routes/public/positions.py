"""见习岗位: the public search in published positions, and one of them."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.domain.viewers import Anyone
from jianxi.queries import positions
from jianxi.routes.searching import RESULTS, searched
from jianxi.web.pages import respond
from jianxi.web.requests import back_of, query_of, record_id, today_of


async def index(request: Request) -> Response:
    context = {**await searched(request), "refusal": "", "may_apply": False}
    return respond(request, "pages/public/positions.html", context, partial=RESULTS)


async def show(request: Request) -> Response:
    """Only while it is published: everything else does not exist for the public."""
    position = await positions.get(Anyone(), record_id(request), today_of(request))
    back = back_of(query_of(request), str(request.app.url_path_for("positions")))
    return respond(request, "pages/public/position.html", {"position": position, "back": back})


routes = [
    Route("/positions", index, name="positions"),
    Route("/positions/{id}", show, name="position"),
]
