"""Pictures of the pages of kept files: drawn when they are first looked at, then kept sealed beside their file."""

from contextlib import suppress

from jianxi.storage import checking, store
from jianxi.storage.checking import Kind
from jianxi.storage.turns import turn


async def picture(key: str, kind: Kind, page: int) -> bytes:
    """A JPEG of one page, counted from 1. `LookupError` where there is none. Raises `Lost` and `Away`."""
    drawn = f"{key}.p{page}"
    with suppress(store.Lost):
        return await store.get(drawn)
    async with turn():
        jpeg = await checking.picture(await store.get(key), kind, page)
    # A store that is full is no reason to show nothing.
    with suppress(store.Away):
        await store.put(drawn, jpeg)
    return jpeg
