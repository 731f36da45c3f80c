"""字号 and 高对比."""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.web.pages import redirect
from jianxi.web.preferences import chosen, keep_look, look_of
from jianxi.web.requests import back_of, form_of, local_path


async def choose(request: Request) -> Response:
    """Keeps the choice and returns to where it was made."""
    fields = await form_of(request)
    came_from = urlsplit(request.headers.get("referer", ""))
    before = local_path(f"{came_from.path}?{came_from.query}" if came_from.query else came_from.path)
    response = redirect(request, back_of(fields, before or "/"))
    keep_look(request, response, chosen(look_of(request), fields))
    return response


routes = [Route("/preferences", choose, name="preferences", methods=["POST"])]
