"""A sign-in whose password was right and that waits for the second factor: ten minutes, five tries."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from piccolo.custom_types import Combinable

from jianxi.queries import sign_in_limits as guesses
from jianxi.services import second_factors
from jianxi.services.sign_in_limits import Outcome, admit, settle
from jianxi.tables.credentials import HalfOpen
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

VALID = timedelta(minutes=10)
TRIES = 5


@dataclass(frozen=True, slots=True)
class Tried:
    """`account` when the code was right; `left` tries otherwise, after none of them it starts again."""

    account: int | None
    left: int


async def open_for(account: int, now: datetime) -> str:
    """The token of the browser that may go on; others of the account stay, they may be other browsers."""
    token = secrets.token_urlsafe(32)
    async with unit_of_work():
        await HalfOpen.delete().where(HalfOpen.opened_at <= now - VALID)
        await insert(HalfOpen(token_hash=_hash(token), account=account, opened_at=now))
    return token


async def account_of(token: str, now: datetime) -> int | None:
    """Whose it is; None when it is unknown, over or used up."""
    row = await HalfOpen.select(HalfOpen.account).where(*_standing(token, now)).first()
    return int(row["account"]) if row else None


async def attempt(token: str, typed: str, address: str, now: datetime) -> Tried:
    """One try. Raises `TooMany` where there were too many for the account, whoever opened them."""
    account = await account_of(token, now)
    if account is None:
        return Tried(None, 0)
    admitted = await admit(guesses.of_code(account, address), now)
    tried = await _judged(token, typed, now)
    await settle(admitted, Outcome.WRONG if tried.account is None else Outcome.RIGHT)
    return tried


async def _judged(token: str, typed: str, now: datetime) -> Tried:
    """It counts before it is judged, so that tries at once count, too."""
    async with unit_of_work():
        counted = HalfOpen.update({HalfOpen.tries: HalfOpen.tries + 1}).where(*_standing(token, now))
        rows = await counted.returning(HalfOpen.account, HalfOpen.tries)
        if not rows:
            return Tried(None, 0)
        account, left = int(rows[0]["account"]), TRIES - int(rows[0]["tries"])
        right = await second_factors.take(account, typed, now)
        if right or not left:
            await HalfOpen.delete().where(HalfOpen.token_hash == _hash(token))
    return Tried(account if right else None, left)


async def close(token: str) -> None:
    async with unit_of_work():
        await HalfOpen.delete().where(HalfOpen.token_hash == _hash(token))


def _standing(token: str, now: datetime) -> tuple[Combinable, ...]:
    young = HalfOpen.opened_at > now - VALID
    return (HalfOpen.token_hash == _hash(token), young, HalfOpen.tries < TRIES)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
