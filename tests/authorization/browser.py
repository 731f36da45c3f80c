"""A browser that sends fifty thousand requests: it does what httpx does for a `Visitor`, in a fifth of the time."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from starlette.types import ASGIApp, Message

from tests.hostile.visiting import FORM, Visitor
from tests.web.site import OWN

HOST = OWN.partition("://")[2]
ALWAYS = ((b"host", HOST.encode()), (b"accept", b"*/*"), (b"accept-encoding", b"identity"))


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back; bytes that are no text are told as well as they can be."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass
class _Exchange:
    """One request on its way, and what was answered so far."""

    body: bytes
    status: int = 500
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    parts: list[bytes] = field(default_factory=list)
    is_read: bool = False
    over: asyncio.Event = field(default_factory=asyncio.Event)

    async def receive(self) -> Message:
        if self.is_read:
            await self.over.wait()
            return {"type": "http.disconnect"}
        self.is_read = True
        return {"type": "http.request", "body": self.body, "more_body": False}

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status, self.headers = message["status"], list(message["headers"])
            return
        self.parts.append(message.get("body", b""))
        if not message.get("more_body", False):
            self.over.set()


class Browser:
    """In the chair of a visitor, with the cookies and the token that the visitor has when it sits down."""

    def __init__(self, visitor: Visitor) -> None:
        assert visitor.app is not None
        self._app: ASGIApp = visitor.app
        self._visitor = visitor
        self.sit_down()

    def sit_down(self) -> None:
        self.token, self.cookies = self._visitor.token, dict(self._visitor.client.cookies)

    async def request(
        self, method: str, path: str, query: str = "", body: bytes = b"", *, script: bool = False
    ) -> Reply:
        exchange = _Exchange(body)
        # As in `visiting`: a failure of ours is an answer 500.
        with suppress(Exception):
            await self._app(self._scope(method, path, query, body, script), exchange.receive, exchange.send)
        exchange.over.set()
        self._keep(exchange)
        headers = {
            name.decode("latin-1").lower(): value.decode("latin-1") for name, value in exchange.headers
        }
        return Reply(exchange.status, headers, b"".join(exchange.parts).decode("utf-8", "replace"))

    def _scope(self, method: str, path: str, query: str, body: bytes, script: bool) -> dict[str, Any]:
        headers = [*ALWAYS]
        if self.cookies:
            headers.append((b"cookie", "; ".join(f"{k}={v}" for k, v in self.cookies.items()).encode()))
        if body:
            headers += [(b"content-type", FORM.encode()), (b"content-length", str(len(body)).encode())]
        if script:
            headers.append((b"hx-request", b"true"))
        return {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "headers": headers,
            "scheme": OWN.partition(":")[0],
            "path": path,
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "server": (HOST, None),
            "client": ("203.0.113.7", 5000),
            "root_path": "",
        }

    def _keep(self, exchange: _Exchange) -> None:
        for name, value in exchange.headers:
            if name.lower() != b"set-cookie":
                continue
            pair, *attributes = value.decode("latin-1").split(";")
            cookie, _, content = pair.partition("=")
            if any(each.strip().lower() == "max-age=0" for each in attributes):
                self.cookies.pop(cookie, None)
            else:
                self.cookies[cookie] = content
