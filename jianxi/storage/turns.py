"""How many large files one process holds in memory at the same time, whoever sends or looks at them."""

import asyncio
from weakref import WeakKeyDictionary

AT_ONCE = 3
"""Each is there as sent, as rewritten and as sealed."""

_of_loops: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


def turn() -> asyncio.Semaphore:
    """To be held while a file's content is in memory: `async with turn():`. First come, first served."""
    return _of_loops.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(AT_ONCE))
