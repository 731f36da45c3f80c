"""How a unit of work ends on either database: what it may still do, and what must run though the task is cancelled."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from jianxi.tables.conflicts import Conflict

T = TypeVar("T")


class NotInUnitOfWork(RuntimeError):
    """Somebody wrote, or used a transaction, outside the unit of work it belongs to."""

    def __init__(self) -> None:
        super().__init__("every write belongs inside `async with unit_of_work()`")


class Work:
    """The transaction of the running task. A task that outlives it must not write into the next one's."""

    __slots__ = ("closed", "connection", "spoilt")

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.closed = False
        self.spoilt: Conflict | None = None

    def close(self) -> None:
        self.closed = True

    def check(self) -> None:
        """PostgreSQL refuses all further work after a conflict; SQLite would go on and save half of it."""
        if self.closed:
            raise NotInUnitOfWork
        if self.spoilt is not None:
            raise self.spoilt

    @contextmanager
    def using(self) -> Iterator[None]:
        self.check()
        try:
            yield
        except Conflict as conflict:
            self.spoilt = conflict
            raise


async def to_the_end(act: Coroutine[Any, Any, T]) -> T:
    """Wait for it to finish even if this task is cancelled meanwhile; then be cancelled."""
    task = asyncio.ensure_future(act)
    cancelled: asyncio.CancelledError | None = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is None:
        return task.result()
    if not task.cancelled():
        task.exception()
    raise cancelled
