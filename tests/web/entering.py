"""Ways in and out of the small site, and what a browser sees after them."""

import httpx
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from jianxi.domain.viewers import PersonKind
from jianxi.queries.sessions import Claim
from jianxi.web.sessions import sign_in_account, sign_in_claim, sign_out
from tests.web.site import csrf_of

LIN = Claim("林晓", "370102200305061241", PersonKind.YOUTH)


async def enter_account(request: Request) -> Response:
    response = PlainTextResponse("in")
    await sign_in_account(request, response, int(request.path_params["id"]))
    return response


async def enter_claim(request: Request) -> Response:
    response = PlainTextResponse("in")
    await sign_in_claim(request, response, LIN)
    return response


async def leave(request: Request) -> Response:
    response = PlainTextResponse("out")
    await sign_out(request, response)
    return response


WAYS: list[BaseRoute] = [
    Route("/enter/{id:int}", enter_account, methods=["POST"]),
    Route("/enter", enter_claim, methods=["POST"]),
    Route("/leave", leave, methods=["POST"]),
]


async def post(visitor: httpx.AsyncClient, address: str) -> httpx.Response:
    return await visitor.post(address, data={"csrf": await csrf_of(visitor)})


async def seen(visitor: httpx.AsyncClient) -> str:
    """Who the site thinks is here: the viewer's class."""
    return (await visitor.get("/whoami")).text.partition("(")[0]
