"""核对 of large rosters (花名册) kept in memory for some minutes: whoever goes from page to page of what differs waits once."""

import time
from collections.abc import Hashable
from typing import Generic, TypeVar

MOST = 4
"""Of thousands of people each: some dozens of megabytes at the most."""
SECONDS = 600.0
Kept = TypeVar("Kept")


class Recent(Generic[Kept]):
    """The newest few. The key has to say all that a check depends on: what is kept is never looked at again."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[float, Kept]] = {}

    def get(self, key: Hashable) -> Kept | None:
        now = time.monotonic()
        self._kept = {each: found for each, found in self._kept.items() if now - found[0] < SECONDS}
        found = self._kept.get(key)
        return found[1] if found else None

    def keep(self, key: Hashable, found: Kept) -> Kept:
        self._kept[key] = (time.monotonic(), found)
        while len(self._kept) > MOST:
            del self._kept[next(iter(self._kept))]
        return found
