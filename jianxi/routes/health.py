"""Whether the process lives and whether it can serve, for whoever watches over it."""

import asyncio

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from jianxi.domain.outcomes import Unavailable
from jianxi.services import installation

ANSWERED_WITHIN = 1
"""Seconds. A database that has nothing free for so long would keep people waiting, too."""


async def live(_request: Request) -> Response:
    """The process answers, whatever becomes of the database: starting it anew would not help."""
    return PlainTextResponse("ok")


async def ready(request: Request) -> Response:
    """503 with the reason while it should be asked nothing else."""
    hindrance = "stopping" if getattr(request.app.state, "stopping", False) else await _hindrance()
    return PlainTextResponse(hindrance or "ok", 503 if hindrance else 200)


async def _hindrance() -> str:
    try:
        async with asyncio.timeout(ANSWERED_WITHIN):
            return "migrations" if await installation.pending() else ""
    except (Unavailable, TimeoutError):
        return "database"


routes = [
    Route("/health/live", live, name="live"),
    Route("/health/ready", ready, name="ready"),
]
