"""Turns: what may only be done by one after the other, though no row is there yet that they could meet at."""

from enum import IntEnum

from jianxi.tables.engine import current


class Turn(IntEnum):
    """The number of the advisory lock on PostgreSQL."""

    SIGN_IN_IDENTITY = 0x6A69616E7801
    SIGN_IN_ACCOUNT = 0x6A69616E7802
    SIGN_IN_EMPLOYER = 0x6A69616E7803
    UPLOAD = 0x6A69616E7804
    POLICY = 0x6A69616E7806
    JOB = 0x6A69616E7805


async def take(turn: Turn) -> None:
    """Inside a unit of work: whoever takes the same turn waits until it ends. SQLite has one writer anyway."""
    if current().engine_type == "postgres":
        await current().run(f"SELECT pg_advisory_xact_lock({turn:d})")
