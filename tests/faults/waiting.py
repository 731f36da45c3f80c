"""Waiting for something to become true, never longer than said."""

import asyncio
import time
from collections.abc import Awaitable, Callable

EVERY = 0.02


def until(happened: Callable[[], bool], within: float, what: str) -> float:
    """Seconds that it took."""
    began = time.monotonic()
    while not happened():
        assert time.monotonic() - began < within, f"not within {within} s: {what}"
        time.sleep(EVERY)
    return time.monotonic() - began


async def until_async(happened: Callable[[], Awaitable[bool]], within: float, what: str) -> float:
    """The same while other tasks go on."""
    began = time.monotonic()
    while not await happened():
        assert time.monotonic() - began < within, f"not within {within} s: {what}"
        await asyncio.sleep(EVERY)
    return time.monotonic() - began
