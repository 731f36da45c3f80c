"""Answers to a guess come after the same time, whatever was found: the time must not tell a hit from a miss."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps
from time import perf_counter

from starlette.requests import Request
from starlette.responses import Response

SECONDS = 0.3
TOO_MANY = 429
Handler = Callable[[Request], Awaitable[Response]]


def paced(handler: Handler) -> Handler:
    """The answer is ready first and then waits, so that nothing but sending follows. Work that took longer waits for
    the next multiple. What was not looked at (429) says so at once."""

    @wraps(handler)
    async def waiting(request: Request) -> Response:
        began = perf_counter()
        response = await handler(request)
        pace: float = request.app.state.pace
        if pace and response.status_code != TOO_MANY:
            await asyncio.sleep(pace - (perf_counter() - began) % pace)
        return response

    return waiting
