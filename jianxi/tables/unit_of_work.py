"""The unit of work: one business verb, one transaction. All writes go through it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from jianxi.tables.engine import current


class NestedUnitOfWork(RuntimeError):
    """A verb called a verb: the inner one would be saved or lost with the outer one, whatever it believes."""

    def __init__(self) -> None:
        super().__init__("a unit of work is open already: one business verb is one transaction")


@asynccontextmanager
async def unit_of_work() -> AsyncIterator[None]:
    """Everything awaited inside is saved together or, after any exception, not at all. `Conflict` may come at the end."""
    engine = current()
    if engine.current_transaction.get() is not None:
        raise NestedUnitOfWork
    async with engine.work():
        yield
