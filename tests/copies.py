"""Databases of a throw-away PostgreSQL: copies made ahead of the tests that use them and dropped behind them."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from itertools import count
from threading import Thread
from typing import Any

import asyncpg

AHEAD = 2
PLAIN = "?sslmode=disable"
"""Asking for TLS leaves an unread error behind wherever a request is cancelled while it connects."""


class Copies:
    """One connection, kept in a thread of its own: a test waits neither for it nor for what it leaves behind."""

    def __init__(self, address: str) -> None:
        """`address`: of the maintenance database."""
        self.address = address
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._turn = asyncio.Lock()
        self._numbers = count(1)
        self._made: defaultdict[str, deque[Future[str]]] = defaultdict(deque)
        self._connection: Any = self._later(asyncpg.connect(address + PLAIN)).result()

    def _later(self, deed: Any) -> "Future[Any]":
        return asyncio.run_coroutine_threadsafe(deed, self._loop)

    def at(self, name: str) -> str:
        """The address of a database of the cluster."""
        return self.address.removesuffix("postgres") + name + PLAIN

    def empty(self, name: str) -> str:
        self._later(self._command(f"CREATE DATABASE {name}")).result()
        return self.at(name)

    @contextmanager
    def of(self, template: str) -> Iterator[str]:
        """The address of a database just like it, to which nobody may be connected. Others are made meanwhile."""
        waiting = self._made[template]
        while len(waiting) <= AHEAD:
            waiting.append(self._later(self._copied(template)))
        name = waiting.popleft().result()
        yield self.at(name)
        self._later(self._command(f"DROP DATABASE {name} WITH (FORCE)"))

    async def _copied(self, template: str) -> str:
        name = f"copy_{next(self._numbers)}"
        # Older servers know only this way, which is twice as fast for a database that is small.
        how = "STRATEGY file_copy" if self._connection.get_server_version().major >= 15 else ""
        await self._command(f"CREATE DATABASE {name} TEMPLATE {template} {how}")
        return name

    async def _command(self, statement: str) -> None:
        async with self._turn:
            await self._connection.execute(statement)

    def close(self) -> None:
        """Once what was asked for has been done."""
        self._later(self._command("SELECT 1")).result()
        self._later(self._connection.close()).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
