"""Asks the finished application in this process as a server would, without a client's own cost in between."""

import asyncio
import re
import time
from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import structlog
from starlette.types import ASGIApp

from jianxi.app import create_app
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.services import sessions
from jianxi.settings import Settings
from jianxi.web import logs

NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
ADDRESS = "http://127.0.0.1:8000"
SCRIPT = (b"hx-request", b"true")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long it took."""

    status: int
    headers: dict[bytes, bytes]
    body: bytes
    seconds: float


def application() -> tuple[ASGIApp, Settings]:
    """As `jianxi serve` has it; its log goes nowhere, but is written."""
    logs.configure()
    nowhere = Path("/dev/null").open("w")  # noqa: SIM115 -- open for as long as the process runs.
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(file=nowhere))
    settings = Settings(env="development", public_url=ADDRESS, now=NOW, demo=False)
    return create_app(settings), settings


async def sign_in(viewer: EmployerViewer | OfficialViewer | PersonViewer, settings: Settings) -> str:
    """The session's cookie."""
    if isinstance(viewer, PersonViewer):
        assert viewer.person is not None
        token = await sessions.start_for_person(viewer.person, settings.clock())
    else:
        token = await sessions.start_for_account(viewer.account, settings.clock())
    return f"jianxi-session={token}"


async def ask(
    app: ASGIApp, address: str, cookie: str = "", *, fragment: bool = False, encoding: str = "identity"
) -> Answer:
    """One GET."""
    headers = [(b"host", b"127.0.0.1:8000"), (b"accept-encoding", encoding.encode())]
    headers += [(b"cookie", cookie.encode())] if cookie else []
    headers += [SCRIPT] if fragment else []
    sent: list[MutableMapping[str, Any]] = []

    coming = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> MutableMapping[str, Any]:
        """The request, and then nothing more: the browser stays connected."""
        for message in coming:
            return message
        await asyncio.Event().wait()
        raise AssertionError("nothing ends that wait but the end of the answer")

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    scope = _scope(address, headers)
    started = time.perf_counter()
    await app(scope, receive, send)
    seconds = time.perf_counter() - started
    body = b"".join(message.get("body", b"") for message in sent[1:])
    return Answer(sent[0]["status"], dict(sent[0]["headers"]), body, seconds)


def _scope(address: str, headers: list[tuple[bytes, bytes]]) -> dict[str, Any]:
    parts = urlsplit(address)
    return {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": parts.path,
        "raw_path": parts.path.encode(),
        "root_path": "",
        "query_string": quote(parts.query, safe="=&").encode(),
        "headers": headers,
        "client": ("127.0.0.1", 5000),
        "server": ("127.0.0.1", 8000),
    }


def static_parts(page: bytes) -> list[str]:
    """The addresses of the files that a page loads."""
    return sorted(set(re.findall(r'(?:href|src)="(/static/[^"]+)"', page.decode())))
