"""Passwords: argon2id in a thread, a few at a time, so that a crowd signing in leaves memory and the loop alone."""

import asyncio
import threading
from functools import lru_cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_ONCE = 2

_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_turns = threading.BoundedSemaphore(AT_ONCE)


async def hash_password(password: str) -> str:
    return await asyncio.to_thread(_in_turn_hash, password)


async def verify_password(hash: str | None, password: str) -> bool:
    """Whether it fits. None (unknown account) takes as long as a wrong password and is False."""
    fits = await asyncio.to_thread(_in_turn_verify, hash or _nobody(), password)
    return fits and hash is not None


def _in_turn_hash(password: str) -> str:
    with _turns:
        return _hasher.hash(password)


def _in_turn_verify(hash: str, password: str) -> bool:
    with _turns:
        try:
            return _hasher.verify(hash, password)
        except (VerificationError, InvalidHashError):
            return False


@lru_cache(maxsize=1)
def _nobody() -> str:
    return _hasher.hash("nobody has this password")
