"""Whoever tries names and ID numbers at 往届毕业生/社会青年登录: sends forms from any address, through the finished application."""

import asyncio
import logging
import re
import time
from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import urlencode

import structlog
from starlette.types import ASGIApp

from bench.visitor import ADDRESS, Answer
from jianxi.app import create_app
from jianxi.settings import Settings
from tests.web.site import Circumstances

PATH = "/login/identity"
HOST = (b"host", ADDRESS.partition("://")[2].encode())
FORM = (b"content-type", b"application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class Guesser:
    """A browser's cookie and token, which serve from every address alike."""

    app: ASGIApp
    cookie: bytes
    token: str


def application(circumstances: Circumstances, pace: float) -> ASGIApp:
    """With the clock of the circumstances; `pace` 0 answers at once."""
    circumstances.public_url = ADDRESS
    return create_app(cast(Settings, circumstances), pace=pace)


def be_quiet() -> None:
    """The log of 100,000 tries is made and thrown away."""
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))


async def guesser(app: ASGIApp) -> Guesser:
    answer = await _send(app, "GET", [HOST], b"", "127.0.0.1")
    token = re.search('name="csrf" value="([^"]+)"', answer.body.decode())
    assert token is not None
    return Guesser(app, answer.headers[b"set-cookie"].partition(b";")[0], token[1])


async def try_in(
    who: Guesser, name: str, id_number: str, address: str, encoding: bytes = b"identity"
) -> Answer:
    """One try, from that address."""
    fields = {"csrf": who.token, "name": name, "id_number": id_number}
    body = urlencode(fields).encode()
    length = (b"content-length", str(len(body)).encode())
    headers = [HOST, FORM, length, (b"cookie", who.cookie), (b"accept-encoding", encoding)]
    return await _send(who.app, "POST", headers, body, address)


async def _send(
    app: ASGIApp, method: str, headers: list[tuple[bytes, bytes]], body: bytes, address: str
) -> Answer:
    sent: list[MutableMapping[str, Any]] = []
    coming = iter([{"type": "http.request", "body": body, "more_body": False}])

    async def receive() -> MutableMapping[str, Any]:
        for message in coming:
            return message
        await asyncio.Event().wait()
        raise AssertionError("nothing ends that wait but the end of the answer")

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = _scope(method, headers, address)
    started = time.perf_counter()
    await app(scope, receive, send)
    seconds = time.perf_counter() - started
    page = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], dict(sent[0]["headers"]), page, seconds)


def _scope(method: str, headers: list[tuple[bytes, bytes]], address: str) -> dict[str, Any]:
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": PATH,
        "raw_path": PATH.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": headers,
        "client": (address, 5000),
        "server": ("127.0.0.1", 8000),
    }
