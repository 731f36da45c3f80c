"""Pictures of the pages of kept files: drawn when they are first looked at, then kept sealed beside their file."""

from contextlib import suppress

from jianxi.storage import checking, store
from jianxi.storage.checking import Kind
from jianxi.storage.turns import Line, turn


async def picture(key: str, kind: Kind, page: int, degrees: int = 0) -> bytes:
    """A JPEG of one page, counted from 1, turned by so many degrees clockwise. `LookupError` where there is none. Raises
    `Lost` and `Away`."""
    drawn = f"{key}.p{page}t{degrees}" if degrees else f"{key}.p{page}"
    with suppress(store.Lost):
        return await store.get(drawn)
    # The pages of one file one after another: whoever leafs through it leaves room for those who look at others.
    async with turn(Line.LOOKED_AT, key):
        jpeg = await checking.picture(await store.get(key), kind, page, degrees=degrees)
    # A store that is full is no reason to show nothing.
    with suppress(store.Away):
        await store.put(drawn, jpeg)
    return jpeg
