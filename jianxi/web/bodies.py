"""Reads the body of every request that may change something: within its limits, once, and only with a valid csrf token."""

import asyncio
import re
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import dataclass

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData, Headers
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonViewer
from jianxi.web import csrf
from jianxi.web.requests import fields_of

MULTIPART = b"multipart/form-data"
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much a body may be, and of how many files. `to`: the kind of viewer; anybody else is held to the normal."""

    most: int
    files: int
    to: type = object


MEGABYTE = 1024 * 1024
NORMAL = Allowance(256 * 1024, 1)
WORKBOOK = Allowance(20 * MEGABYTE, 1, OfficialViewer)
ATTACHMENTS = Allowance(64 * MEGABYTE, 60, EmployerViewer)
"""More files than a record may have, so that who chose too many gets a sentence by the field."""
ALLOWANCES: Mapping[str, Allowance] = {
    "/authority/register/import": WORKBOOK,
    "/authority/wages/import": WORKBOOK,
    "/employer/base": ATTACHMENTS,
    "/employer/base/amendment": ATTACHMENTS,
    "/applicant/intention": Allowance(24 * MEGABYTE, 4, PersonViewer),
    "/employer/placements/{id}/upload": ATTACHMENTS,
    "/employer/departures/{id}/upload": ATTACHMENTS,
    "/employer/placements/{id}/retention": ATTACHMENTS,
    "/employer/retentions/{id}/registration": ATTACHMENTS,
    "/employer/rosters/{id}/submission": ATTACHMENTS,
}
"""The paths at which files arrive; {id} stands for the number of a record."""
_NUMBER = re.compile("/[0-9]+(?=/|$)")

MOST_FIELDS = 2000
LONGEST_FIELD = 128 * 1024
"""As encoded: a text of 10,000 Chinese characters still arrives and gets its message."""

WITHIN = 20.0
"""Seconds for a body to arrive, and one more for each so many bytes that came: a slow line is waited for, somebody who
sends a byte now and then to hold the place is not."""
BYTES_A_SECOND = 1_000

THROWN_AWAY = 4
"""Times what is allowed."""

LONGEST_EPILOGUE = 256
"""Bytes after the last boundary; browsers send two."""


class Bodies:
    """Stands right before the routes, inside the error handlers; leaves the fields in `request.state.fields`."""

    def __init__(self, app: ASGIApp, within: float = WITHIN) -> None:
        self.app = app
        self.within = within

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in SAFE:
            await self.app(scope, receive, send)
            return
        timely = _timely(receive, self.within)
        allowed = _allowance(scope)
        request = Request(scope, _whole(_counted(timely, allowed.most), scope))
        csrf.check_origin(request)
        await _check_length(request, allowed.most, timely)
        pairs = await _parsed(request, allowed.files)
        try:
            request.state.fields = fields_of(pairs)
            csrf.check_token(
                request, request.headers.get(csrf.HEADER) or request.state.fields.one(csrf.FIELD)
            )
            await self.app(scope, receive, send)
        finally:
            await pairs.close()


class _Parser(MultiPartParser):
    """Where files of many megabytes may come, what is typed may still be no longer than elsewhere; and no part of a
    file stays in memory, however many are sent at once."""

    spool_max_size = 1
    typed = 0

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self._current_part.file is None:
            self.typed += end - start
            if self.typed > NORMAL.most:
                raise HTTPException(413)
        super().on_part_data(data, start, end)


async def _parsed(request: Request, files: int) -> FormData:
    if _kind(request.scope)[0] != MULTIPART:
        return await request.form(max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)
    async with aclosing(request.stream()) as stream:
        parser = _Parser(
            request.headers, stream, max_files=files, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD
        )
        try:
            return await parser.parse()
        except MultiPartException as error:
            raise HTTPException(400) from error


def _kind(scope: Scope) -> tuple[bytes, dict[bytes, bytes]]:
    return parse_options_header(Headers(scope=scope).get("content-type"))


def _allowance(scope: Scope) -> Allowance:
    there = ALLOWANCES.get(_NUMBER.sub("/{id}", scope["path"]), NORMAL)
    return there if isinstance(scope["state"].get("viewer"), there.to) else NORMAL


async def _check_length(request: Request, most: int, receive: Receive) -> None:
    """Refuses by the announced length. What is not too much is let come first and thrown away: a browser that is
    answered while it still sends shows a broken connection, not the answer."""
    announced = request.headers.get("content-length", "0")
    if not (announced.isascii() and announced.isdigit()):
        raise HTTPException(400)
    length = int(announced[:12])
    if most < length <= THROWN_AWAY * most:
        while (await receive()).get("more_body"):
            pass
    if length > most:
        raise HTTPException(413)


def _counted(receive: Receive, most: int) -> Receive:
    """Refuses by what really comes: a stream announces no length, and a length may lie."""
    total = 0

    async def counting() -> Message:
        nonlocal total
        message = await receive()
        total += len(message.get("body", b""))
        if total > most:
            raise HTTPException(413)
        return message

    return counting


def _timely(receive: Receive, within: float) -> Receive:
    """Refuses a body that takes too long. The connection goes with it, or the rest would be read as a request."""
    until = asyncio.get_running_loop().time() + within
    is_whole = False

    async def hurrying() -> Message:
        nonlocal until, is_whole
        if is_whole:
            # Only the client's leaving can come now, whenever that is.
            return await receive()
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            raise HTTPException(408, headers={"Connection": "close"}) from None
        until += len(message.get("body", b"")) / BYTES_A_SECOND
        is_whole = not message.get("more_body", False)
        return message

    return hurrying


def _whole(receive: Receive, scope: Scope) -> Receive:
    """Refuses a multipart body that stops before its last boundary, while the parser still closes its files: it would
    be read as a form without the part that broke off."""
    kind, options = _kind(scope)
    last = b"--" + options.get(b"boundary", b"") + b"--"
    tail = b""

    async def reading() -> Message:
        nonlocal tail
        message = await receive()
        tail = (tail + message.get("body", b""))[-len(last) - LONGEST_EPILOGUE :]
        if message["type"] == "http.request" and not message.get("more_body") and last not in tail:
            raise HTTPException(400)
        return message

    return reading if kind == MULTIPART else receive
