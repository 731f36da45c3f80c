"""One JSON line a request, without personal data: the route's name instead of the address, no values in tracebacks."""

import logging
import secrets
import sys
import time
import traceback
from typing import Any

import structlog
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer

log = structlog.get_logger("jianxi")


def configure() -> None:
    """JSON lines on standard error."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )


class RequestLog:
    """Logs each answer. An exception that comes out here was answered with the 500 page already: it is told and ends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state["request_id"] = secrets.token_hex(8)
        started = time.perf_counter()
        status = 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        failure: Exception | None = None
        try:
            await self.app(scope, receive, noting)
        except Exception as error:  # noqa: BLE001
            failure = error
        _tell(scope, status, time.perf_counter() - started, failure)


def _tell(scope: Scope, status: int, seconds: float, failure: Exception | None) -> None:
    state = scope["state"]
    line: dict[str, Any] = {
        "request": state["request_id"],
        "method": scope["method"],
        "route": _route_name(scope),
        "status": status,
        "ms": round(seconds * 1000, 1),
        "viewer": _kind(state.get("viewer")),
    }
    if failure is None:
        log.info("answered", **line)
    else:
        log.error("failed", **line, **trace(failure))


def trace(error: BaseException) -> dict[str, object]:
    """Types and places only: messages of database errors repeat the values of a row."""
    frames = traceback.extract_tb(error.__traceback__)
    cause = error.__cause__ or error.__context__
    told: dict[str, object] = {
        "error": type(error).__qualname__,
        "frames": [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames],
    }
    return told | ({"cause": trace(cause)} if cause is not None else {})


def _route_name(scope: Scope) -> str:
    """The name of the route that answered, never the address: that may hold what a person typed."""
    route = scope.get("route")
    endpoint = scope.get("endpoint")
    return str(getattr(route, "name", "") or getattr(endpoint, "__name__", "") or "-")


def _kind(viewer: object) -> str:
    match viewer:
        case EmployerViewer():
            return "employer"
        case PersonViewer(kind=kind):
            return str(kind)
        case OfficialViewer(role=role):
            return str(role)
    return "anyone"
