"""When a database cannot be used: not reached, stopped, full, or held for too long by another process."""

import asyncpg
from pysqlite3 import dbapi2 as sqlite

from jianxi.domain.outcomes import Unavailable

OF_POSTGRES = (
    OSError,  # Not reached, broken off, or no answer in time.
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,  # Stopping, starting, crashed, or somebody ended the connection.
    asyncpg.InsufficientResourcesError,  # The disk is full, too many connections.
    asyncpg.PostgresSystemError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.InternalClientError,  # The server said goodbye between a question and its answer.
)
_OF_SQLITE = frozenset(
    {
        sqlite.SQLITE_BUSY,
        sqlite.SQLITE_LOCKED,
        sqlite.SQLITE_NOMEM,
        sqlite.SQLITE_READONLY,
        sqlite.SQLITE_IOERR,
        sqlite.SQLITE_FULL,
        sqlite.SQLITE_CANTOPEN,
    }
)


def check_usable(error: sqlite.OperationalError) -> None:
    """Raises `Unavailable` unless it is a fault of ours."""
    if getattr(error, "sqlite_errorcode", 0) & 0xFF in _OF_SQLITE:
        raise Unavailable from error
