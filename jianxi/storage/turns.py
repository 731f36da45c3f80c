"""How many large files one process holds in memory at the same time. Who sends and who looks stand in lines of their
own, and nobody has two places in one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from enum import StrEnum
from weakref import WeakKeyDictionary, WeakValueDictionary


class Line(StrEnum):
    """One for what is sent, one for pages that are looked at: an official does not wait for somebody's uploads."""

    SENT = "sent"
    LOOKED_AT = "looked at"


AT_ONCE = {Line.SENT: 2, Line.LOOKED_AT: 1}
"""Each file is there as sent, as rewritten and as sealed."""

_lines: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[Line, asyncio.Semaphore]] = WeakKeyDictionary()
_places: WeakValueDictionary[tuple[Line, str], asyncio.Lock] = WeakValueDictionary()


@asynccontextmanager
async def turn(line: Line, whose: str) -> AsyncIterator[None]:
    """To be held while a file's content is in memory. First come, first served among those who differ: whoever is in
    line already waits for that one before joining it again."""
    place = _places.setdefault((line, whose), asyncio.Lock())
    lines = _lines.setdefault(asyncio.get_running_loop(), {})
    async with place, lines.setdefault(line, asyncio.Semaphore(AT_ONCE[line])):
        yield
