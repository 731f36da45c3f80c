"""Sessions (登录状态): begun at sign-in, touched while used, ended by leaving. Only the hash of a token is kept."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from jianxi.crypto import sealing
from jianxi.crypto.tokens import token_hash
from jianxi.domain.identity_cases import GIVEN_UP
from jianxi.domain.outcomes import Refused
from jianxi.queries import second_factors
from jianxi.queries import sessions as reading
from jianxi.queries.own_sessions import ADDRESS
from jianxi.queries.sessions import Claim, Found
from jianxi.services import holds
from jianxi.services.account_holds import Proof, overtaken, unchanged, unlocked
from jianxi.tables.accounts import Account, Session
from jianxi.tables.credentials import Arrival
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert

BY_PASSWORD = (timedelta(minutes=30), timedelta(hours=12))
BY_IDENTITY = (timedelta(minutes=15), timedelta(hours=2))
PROVISIONAL = (timedelta(minutes=30), timedelta(hours=2))
"""(idle, longest). A form is filled in during a provisional session, so it waits longer."""
TOUCH_EVERY = timedelta(minutes=1)
SWEPT_AFTER = timedelta(hours=24)
ARRIVALS = 10
"""So many sign-ins of an account or person are kept for their owner to look at."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a sign-in comes from: the browser in plain words, and the address, which is kept sealed."""

    browser: str = ""
    address: str = ""

    @property
    def columns(self) -> dict[str, Any]:
        return {
            "browser": self.browser,
            "address": sealing.seal(self.address, ADDRESS) if self.address else None,
        }


NOWHERE = Origin()


async def start_for_account(
    account: int,
    now: datetime,
    ending: int | None = None,
    origin: Origin = NOWHERE,
    proof: Proof | None = None,
) -> str:
    """A new session of an account (unit, official or graduate with a password); answers its token. `ending` is the
    session that the browser had before. Raises `Invalid` when the account was locked, or `proof` holds no more."""
    as_proven = unchanged(account, proof.password_hash) if proof else unlocked(account)
    async with unit_of_work():
        rows = await Account.select(Account.last_sign_in_at).where(Account.id == account)
        person = await Person.select(Person.id).where(Person.account == account).first()
        begun = Account.update({Account.last_sign_in_at: now}).where(as_proven)
        if not await begun.returning(Account.id):
            raise overtaken()
        if proof and not proof.second and await second_factors.is_on(account):
            raise overtaken()
        owner = {"account": account, "person": person["id"] if person else None}
        before = rows[0]["last_sign_in_at"]
        return await _begin(owner | origin.columns, BY_PASSWORD, now, before, ending)


async def start_for_person(
    person: int, now: datetime, ending: int | None = None, origin: Origin = NOWHERE
) -> str:
    """A new session of a person who signed in by name and ID number; `Refused` when an office has given that number to
    somebody else since it was looked up. The row stays locked, so that it cannot be given away in between."""
    async with unit_of_work():
        if (await holds.person(person)).is_released:
            raise Refused(GIVEN_UP)
        rows = await Person.select(Person.last_sign_in_at).where(Person.id == person)
        await Person.update({Person.last_sign_in_at: now}).where(Person.id == person)
        before = rows[0]["last_sign_in_at"]
        return await _begin({"person": person} | origin.columns, BY_IDENTITY, now, before, ending)


async def start_for_claim(
    claim: Claim, now: datetime, ending: int | None = None, origin: Origin = NOWHERE
) -> str:
    """A new provisional session: nothing is written about the person but the sealed claim."""
    async with unit_of_work():
        return await _begin({"claim": reading.seal(claim)} | origin.columns, PROVISIONAL, now, None, ending)


async def find(token: str, now: datetime, today: date) -> Found | None:
    """The standing session of a token. That it was used is written at most once a minute, not at every request."""
    found = await reading.find(token_hash(token), now, today)
    if found is not None and now - found.seen_at >= TOUCH_EVERY:
        async with unit_of_work():
            await Session.update({Session.seen_at: now}).where(Session.id == found.id)
    return found


async def end(session: int) -> None:
    async with unit_of_work():
        await Session.delete().where(Session.id == session)


async def _begin(
    owner: dict[str, Any],
    lengths: tuple[timedelta, timedelta],
    now: datetime,
    previous: datetime | None,
    ending: int | None,
) -> str:
    idle, longest = lengths
    token = secrets.token_urlsafe(32)
    await Session.delete().where(Session.seen_at < now - SWEPT_AFTER)
    if ending is not None:
        await Session.delete().where(Session.id == ending)
    row = Session(
        **owner,
        token_hash=token_hash(token),
        created_at=now,
        seen_at=now,
        idle_seconds=int(idle.total_seconds()),
        ends_at=now + longest,
        previous_sign_in_at=previous,
    )
    await insert(row)
    if "claim" not in owner:
        await _remember(owner, now)
    return token


async def _remember(owner: dict[str, Any], now: datetime) -> None:
    """The sign-in, beside those of before."""
    await insert(Arrival(**owner, at=now))
    account = owner.get("account")
    mine = Arrival.account == account if account is not None else Arrival.person == owner["person"]
    rows = await Arrival.select(Arrival.id).where(mine).order_by(Arrival.id, ascending=False).limit(ARRIVALS)
    await Arrival.delete().where(mine, Arrival.id < rows[-1]["id"])
