"""Whether the process lives and whether it can serve, for whoever watches over it."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from jianxi.queries import health


async def live(_request: Request) -> Response:
    return PlainTextResponse("ok")


async def ready(_request: Request) -> Response:
    """503 while the database does not answer."""
    answers = await health.database_answers()
    return PlainTextResponse("ok" if answers else "database", 200 if answers else 503)


routes = [
    Route("/health/live", live, name="live"),
    Route("/health/ready", ready, name="ready"),
]
