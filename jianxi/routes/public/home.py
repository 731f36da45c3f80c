"""首页: what the system is, three ways in, the search, what is new; and 帮助."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from jianxi.queries import policies, portal, search
from jianxi.web.pages import respond
from jianxi.web.requests import today_of

LATEST = 5


async def home(request: Request) -> Response:
    today = today_of(request)
    context = {
        "figures": await portal.figures(today),
        "latest": await search.latest(today, LATEST),
        "bases": await portal.newest_bases(LATEST),
        "rules": await policies.snapshot("", today),
    }
    return respond(request, "pages/public/home.html", context)


async def help(request: Request) -> Response:
    return respond(request, "pages/public/help.html", {})


routes = [
    Route("/", home, name="home"),
    Route("/help", help, name="help"),
]
