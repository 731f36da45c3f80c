"""Where the objects lie: a folder or a bucket that speaks S3. The one door to obstore; what goes in is sealed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import unquote, urlsplit

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, S3Store

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Unavailable
from jianxi.storage import folder, naming

if TYPE_CHECKING:
    from obstore import ObjectMeta

FAILURES = (BaseError, OSError, ValueError)
LISTED_AT_ONCE = 1000
SEAL = 33
"""Bytes that sealing adds."""

P = ParamSpec("P")
T = TypeVar("T")
_threads = ThreadPoolExecutor(8, "store")
"""Of its own, so that a bucket that does not answer holds up nothing else."""
_url = ""


class Away(Unavailable):
    """The store cannot be used: not reached, no such bucket, wrong keys, a folder that is full or not to be written."""


class Lost(Exception):
    """The store has no object of that key, or not as it was kept."""


@dataclass(frozen=True, slots=True)
class Object:
    """What a listing tells of one object."""

    key: str
    size: int
    """Bytes of the content, before sealing."""
    modified: datetime
    """By the store's own clock."""


def use(url: str) -> None:
    """`file:///folder`, made when it is first needed, or `s3://bucket`, whose access is told by AWS_* variables."""
    global _url
    _url = url
    _opened.cache_clear()


def place() -> str:
    """The folder or bucket, in words for whoever runs the installation."""
    return str(_folder() or _url)


async def put(key: str, content: bytes) -> None:
    """Seals and writes it; when this returns it is on the disk. Raises `Away`."""
    await _do(_put, key, content)


async def get(key: str) -> bytes:
    """The content as it was kept. Raises `Lost` and `Away`."""
    if (content := await _do(_unless_missing, _get, key)) is None:
        raise Lost(key)
    return content


async def size(key: str) -> int:
    """Bytes of its content, found without reading it. Raises `Lost` and `Away`."""
    if (found := await _do(_unless_missing, _head, key)) is None:
        raise Lost(key)
    return int(found["size"]) - SEAL


async def delete(keys: Collection[str]) -> None:
    """Those that are not there count as deleted. Raises `Away`."""
    for key in keys:
        await _do(_unless_missing, _delete, key)


async def objects() -> AsyncIterator[list[Object]]:
    """Everything that lies in the store, part by part. Raises `Away`."""
    listing = await _do(lambda: iter(obstore.list(_opened(_url), chunk_size=LISTED_AT_ONCE)))
    while part := await _do(next, listing, None):
        yield [Object(meta["path"], meta["size"] - SEAL, meta["last_modified"]) for meta in part]


async def clock() -> datetime:
    """What time it is by the clock that stamps the objects; found by writing, reading and deleting one. Raises `Away`."""
    key = naming.probe()
    await put(key, key.encode())
    try:
        if await get(key) != key.encode():
            raise Away("读回的内容与写入的不同")
        return (await _do(_head, key))["last_modified"]
    except Lost as error:
        raise Away("写入的内容读不回来") from error
    finally:
        await delete([key])


async def _do(what: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """In a thread. obstore's own coroutines abort the process now and then when it ends after one of them."""
    try:
        return await asyncio.get_running_loop().run_in_executor(_threads, partial(what, *args, **kwargs))
    except FAILURES as error:
        raise Away(_told(error)) from error


def _put(key: str, content: bytes) -> None:
    store, lies_in = _opened(_url), _folder()
    sealed = sealing.seal_bytes(content, _purpose(key))
    if lies_in is None:
        obstore.put(store, key, sealed)
    else:
        folder.write(lies_in, key, sealed)


def _unless_missing(what: Callable[[str], T], key: str) -> T | None:
    """None where there is no such object; a folder or bucket that has gone is another matter."""
    try:
        return what(key)
    except FileNotFoundError as error:
        if _has_gone(error):
            raise
        return None


def _get(key: str) -> bytes:
    sealed = bytes(obstore.get(_opened(_url), key).bytes())
    try:
        return sealing.unseal_bytes(sealed, _purpose(key))
    except sealing.Unreadable as error:
        raise Lost(key) from error


def _delete(key: str) -> None:
    obstore.delete(_opened(_url), key)


def _head(key: str) -> "ObjectMeta":
    return obstore.head(_opened(_url), key)


def _folder() -> Path | None:
    parts = urlsplit(_url)
    return Path(unquote(parts.path)) if parts.scheme == "file" else None


@lru_cache(maxsize=1)
def _opened(url: str) -> LocalStore | S3Store:
    """Somebody waits for the answer, so that a bucket is tried for seconds and not for obstore's three minutes. An
    address without TLS has to be written out, and what is sent is sealed. Objects are deleted one by one, because not
    every S3-like store knows the request for many."""
    if not url:
        raise RuntimeError("no file store is in use: call use(url) first")
    lies_in = _folder()
    if lies_in is not None:
        lies_in.mkdir(mode=0o700, exist_ok=True)
        return LocalStore(lies_in)
    return S3Store.from_url(
        url,
        client_options={"connect_timeout": "3s", "timeout": "30s", "allow_http": True},
        retry_config={"max_retries": 2, "retry_timeout": timedelta(seconds=10)},
        disable_bulk_delete=True,
    )


def _has_gone(error: FileNotFoundError) -> bool:
    """Whether it is not the object that is missing but the whole folder or bucket."""
    lies_in = _folder()
    return "NoSuchBucket" in str(error) if lies_in is None else not lies_in.is_dir()


def _told(error: Exception) -> str:
    """The cause in one line, without what obstore adds for debugging."""
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.partition("Debug source")[0].split())[:300]


def _purpose(key: str) -> str:
    return f"file:{key}"
