"""Loops over many rows in which other requests have their turn."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from typing import TypeVar

Each = TypeVar("Each")


async def in_turn(many: Iterable[Each], at_a_time: int) -> AsyncIterator[Each]:
    """One after the other; after so many of them others go first, however many there are."""
    for number, each in enumerate(many):
        if number % at_a_time == 0:
            await asyncio.sleep(0)
        yield each
