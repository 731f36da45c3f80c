"""Where the objects lie: a folder or a bucket that speaks S3. The one door to obstore; what goes in is sealed."""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Unavailable

FAILURES = (BaseError, OSError)
_current: LocalStore | S3Store | None = None


class Lost(Exception):
    """The store has no object of that key."""


@dataclass(frozen=True, slots=True)
class Object:
    """What a listing tells of one object."""

    key: str
    size: int
    modified: datetime


def use(url: str) -> None:
    """`file:///folder`, made when something is first kept, or `s3://bucket`, whose access is told by AWS_* variables."""
    global _current
    parts = urlsplit(url)
    if parts.scheme == "file":
        _current = LocalStore(Path(unquote(parts.path)), mkdir=True)
    else:
        _current = S3Store.from_url(url)


def current() -> LocalStore | S3Store:
    if _current is None:
        raise RuntimeError("no file store is in use: call use(url) first")
    return _current


async def put(key: str, content: bytes) -> None:
    """Seals and writes it. Raises `Unavailable`."""
    try:
        await obstore.put_async(current(), key, sealing.seal_bytes(content, _purpose(key)))
    except FAILURES as error:
        raise Unavailable from error


async def get(key: str) -> bytes:
    """The content as it was kept. Raises `Lost` and `Unavailable`."""
    try:
        found = await obstore.get_async(current(), key)
        sealed = bytes(await found.bytes_async())
    except FileNotFoundError as error:
        raise Lost from error
    except FAILURES as error:
        raise Unavailable from error
    return sealing.unseal_bytes(sealed, _purpose(key))


async def delete(keys: Collection[str]) -> None:
    """Those that are not there count as deleted."""
    for key in keys:
        try:
            await obstore.delete_async(current(), key)
        except FileNotFoundError:
            continue
        except FAILURES as error:
            raise Unavailable from error


async def objects() -> AsyncIterator[Object]:
    """Everything that lies in the store."""
    try:
        async for part in obstore.list(current()):
            for meta in part:
                yield Object(meta["path"], meta["size"], meta["last_modified"])
    except FAILURES as error:
        raise Unavailable from error


def _purpose(key: str) -> str:
    return f"file:{key}"
