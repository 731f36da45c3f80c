"""What is kept as objects in a folder or in a bucket that speaks S3. The one door to them; what goes in is sealed."""

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import obstore

from jianxi.crypto import sealing
from jianxi.domain.outcomes import Unavailable
from jianxi.storage import folder, naming, places, segments

if TYPE_CHECKING:
    from obstore import ObjectMeta

LISTED_AT_ONCE = 1000

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
    places.opened.cache_clear()


def place() -> str:
    """The folder or bucket, in words for whoever runs the installation."""
    return str(places.folder_of(_url) or _url)


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
    return segments.plain_size(await _sealed_size(key))


async def parts(key: str, size: int) -> AsyncIterator[bytes]:
    """The content of an object of `size` bytes, one segment in memory at a time. Raises `Lost`, before the first where
    its length tells it, and `Away`."""
    lying = await _sealed_size(key)
    if segments.plain_size(lying) != size:
        raise Lost(key)
    for number in range(segments.count(lying)):
        if (part := await _do(_unless_missing, partial(_segment, number=number, size=lying), key)) is None:
            raise Lost(key)
        yield part


async def reseal(key: str) -> bool:
    """Seals it anew where the old key has sealed it; answers whether. What has gone meanwhile stays gone. Raises `Lost`
    for what no key opens, and `Away`."""
    begins = await _do(_unless_missing, _begins, key)
    if begins is None or not sealing.needs_resealing(begins):
        return False
    await put(key, await get(key))
    return True


async def delete(keys: Collection[str]) -> None:
    """Those that are not there count as deleted. Raises `Away`."""
    for key in keys:
        await _do(_unless_missing, _delete, key)


async def objects() -> AsyncIterator[list[Object]]:
    """Everything that lies in the store, part by part. Raises `Away`."""
    listing = await _do(lambda: iter(obstore.list(places.opened(_url), chunk_size=LISTED_AT_ONCE)))
    while part := await _do(next, listing, None):
        yield [
            Object(meta["path"], segments.plain_size(meta["size"]), meta["last_modified"]) for meta in part
        ]


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


async def _sealed_size(key: str) -> int:
    if (found := await _do(_unless_missing, _head, key)) is None:
        raise Lost(key)
    return found["size"]


async def _do(what: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """In a thread. obstore's own coroutines abort the process now and then when it ends after one of them."""
    try:
        return await asyncio.get_running_loop().run_in_executor(_threads, partial(what, *args, **kwargs))
    except places.FAILURES as error:
        raise Away(places.told(error)) from error


def _put(key: str, content: bytes) -> None:
    store, lies_in = places.opened(_url), places.folder_of(_url)
    sealed = segments.seal(key, content)
    if lies_in is None:
        obstore.put(store, key, sealed)
    else:
        folder.write(lies_in, key, sealed)


def _unless_missing(what: Callable[[str], T], key: str) -> T | None:
    """None where there is no such object; a folder or bucket that has gone is another matter."""
    try:
        return what(key)
    except FileNotFoundError as error:
        if places.has_gone(_url, error):
            raise
        return None


def _get(key: str) -> bytes:
    sealed = bytes(obstore.get(places.opened(_url), key).bytes())
    try:
        return segments.unseal(key, sealed)
    except sealing.Unreadable as error:
        raise Lost(key) from error


def _segment(key: str, number: int, size: int) -> bytes:
    """One of an object of `size` bytes as it lies."""
    start = number * segments.SEALED
    length = min(segments.SEALED, size - start)
    part = bytes(obstore.get_range(places.opened(_url), key, start=start, length=length))
    try:
        return segments.unseal_one(key, part, number, size)
    except sealing.Unreadable as error:
        raise Lost(key) from error


def _begins(key: str) -> bytes:
    """As much of it as tells by which key it was sealed. What is shorter than any seal is told by `get`."""
    return bytes(obstore.get_range(places.opened(_url), key, start=0, length=segments.SEAL))


def _delete(key: str) -> None:
    obstore.delete(places.opened(_url), key)


def _head(key: str) -> "ObjectMeta":
    return obstore.head(places.opened(_url), key)
