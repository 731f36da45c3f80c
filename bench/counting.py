"""Counts the statements that reach the database, by standing in front of the engine's one way in."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from jianxi.tables.engine import Engine

Statement = tuple[str, tuple[object, ...]]


@contextmanager
def statements(database: Engine) -> Iterator[list[Statement]]:
    """Those that run inside the block, with what was bound."""
    seen: list[Statement] = []
    kind = type(database)
    run = kind.run

    async def noting(self: Any, statement: str, arguments: Sequence[object] = ()) -> Any:
        seen.append((statement, tuple(arguments)))
        return await run(self, statement, arguments)

    setattr(kind, "run", noting)  # noqa: B010 -- mypy knows, rightly, that one does not assign to methods.
    try:
        yield seen
    finally:
        setattr(kind, "run", run)  # noqa: B010
