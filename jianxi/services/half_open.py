"""A sign-in whose password was right and that waits for the second factor: ten minutes, five tries."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from piccolo.custom_types import Combinable

from jianxi.crypto.sealing import unseal
from jianxi.crypto.tokens import token_hash
from jianxi.domain import periods
from jianxi.domain.outcomes import Missing
from jianxi.queries import account_owners
from jianxi.queries import second_factors as reading
from jianxi.queries import sign_in_limits as guesses
from jianxi.services import second_factors
from jianxi.services.account_holds import Proof, hold, overtaken, raise_version, unchanged, unlocked
from jianxi.services.accounts import Opened
from jianxi.services.second_factors import Way
from jianxi.services.sign_in_limits import Outcome, admit, settle
from jianxi.tables.accounts import Account
from jianxi.tables.credentials import HalfOpen
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

VALID = timedelta(minutes=10)
TRIES = 5


@dataclass(frozen=True, slots=True)
class Begun:
    """`token` is the browser's; whether it goes on to enrol, or to a code."""

    token: str
    enrols: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Whose it is; `secret` is the one that this sign-in alone is shown to enrol, "" where a code is asked for."""

    account: int
    secret: str


@dataclass(frozen=True, slots=True)
class Entered:
    """The second factor was right, too: what a session may begin with."""

    account: int
    proof: Proof
    way: Way


@dataclass(frozen=True, slots=True)
class Tried:
    """`entered` when the code was right; `left` tries otherwise, after none of them it starts again."""

    entered: Entered | None
    left: int


async def begin(opened: Opened, now: datetime) -> Begun | None:
    """The way on for this browser, None where no second factor is asked for. Others of the account stay, they may be
    other browsers. Raises `Invalid` as for a wrong password when that was changed meanwhile."""
    if opened.kind != "official":
        return None
    token = secrets.token_urlsafe(32)
    async with unit_of_work():
        if not await hold(unchanged(opened.account, opened.proof.password_hash)):
            raise overtaken()
        is_on = await reading.is_on(opened.account)
        if not is_on and not await reading.is_needed(opened.account, periods.today(now)):
            return None
        await HalfOpen.delete().where(HalfOpen.opened_at <= now - VALID)
        shown = None if is_on else second_factors.fresh_secret()
        row = HalfOpen(token_hash=token_hash(token), account=opened.account, opened_at=now, enrolment=shown)
        await insert(row)
    return Begun(token, not is_on)


async def look(token: str, now: datetime) -> Standing | None:
    """None when it is unknown, over or used up."""
    query = HalfOpen.select(HalfOpen.account, HalfOpen.enrolment).where(*_standing(token, now))
    row = await query.first()
    if row is None:
        return None
    sealed = row["enrolment"]
    return Standing(int(row["account"]), unseal(sealed, reading.SEAL) if sealed else "")


async def attempt(token: str, typed: str, address: str, now: datetime) -> Tried:
    """One try. Raises `TooMany` where there were too many for the account, whoever opened them."""
    standing = await look(token, now)
    if standing is None:
        return Tried(None, 0)
    admitted = await admit(guesses.of_code(standing.account, address), now)
    tried = await _judged(token, typed, now)
    await settle(admitted, Outcome.WRONG if tried.entered is None else Outcome.RIGHT)
    return tried


async def _judged(token: str, typed: str, now: datetime) -> Tried:
    """It counts before it is judged, so that tries at once count, too."""
    async with unit_of_work():
        counted = HalfOpen.update({HalfOpen.tries: HalfOpen.tries + 1}).where(*_standing(token, now))
        rows = await counted.returning(HalfOpen.account, HalfOpen.tries)
        if not rows:
            return Tried(None, 0)
        account, left = int(rows[0]["account"]), TRIES - int(rows[0]["tries"])
        way = await second_factors.take(account, typed, now)
        if way or not left:
            await HalfOpen.delete().where(HalfOpen.token_hash == token_hash(token))
        return Tried(Entered(account, await _proof(account), way) if way else None, left)


async def enrol(token: str, typed: str, now: datetime) -> tuple[Entered, list[str]]:
    """启用动态口令 by a first code of the secret that this sign-in was shown; the 恢复码 with it. It ends every half-open
    sign-in of the account. `Missing` when this one stands no longer."""
    async with unit_of_work():
        before = await look(token, now)
        if before is None or not await raise_version(unlocked(before.account)):
            raise Missing
        # Another enrolment, which ends this one, may have held the account until now.
        standing = await look(token, now)
        if standing is None:
            raise Missing
        owner = await account_owners.of(standing.account, periods.today(now))
        codes = await second_factors.switch_on(owner.official, standing.secret, typed, now)
        return Entered(standing.account, Proof(owner.password_hash, second=True), Way.CODE), codes


async def _proof(account: int) -> Proof:
    """A new password ends this sign-in in its own transaction: while the row is held, the password is the one shown."""
    row = await Account.select(Account.password_hash).where(Account.id == account).first()
    return Proof(row["password_hash"] if row else "", second=True)


def _standing(token: str, now: datetime) -> tuple[Combinable, ...]:
    young = HalfOpen.opened_at > now - VALID
    return (HalfOpen.token_hash == token_hash(token), young, HalfOpen.tries < TRIES)
