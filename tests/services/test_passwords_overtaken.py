"""A session or a half-open sign-in begins only while the password that was looked at is still the account's, and not locked."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from jianxi.crypto.tokens import token_hash
from jianxi.domain.outcomes import Invalid, Stale
from jianxi.forms.passwords import NewPassword, PasswordChange
from jianxi.queries import account_owners, own_sessions
from jianxi.services import account_locks, half_open, own_account, reset_links, sessions
from jianxi.services.account_holds import Proof
from jianxi.services.accounts import Opened, open_with
from jianxi.tables.accounts import Session
from jianxi.tables.credentials import HalfOpen
from tests.cast import LIXIA, PASSWORD, employer, official
from tests.conftest import NOW
from tests.factors import HOME, ask_for_it, code, code_of, half_in, opened, secret_for, turned_on

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
NEW = "晴天 散步 43 公里呀呀"


async def looked_at(username: str) -> Opened:
    found = await open_with(username, PASSWORD)
    assert found is not None
    return found


async def reset() -> None:
    _, token = await account_locks.reset("lixia", NOW)
    await reset_links.use(token, NewPassword(password=NEW, password_again=NEW), NOW)


async def lock() -> None:
    await account_locks.lock("lixia", NOW)


@pytest.mark.parametrize("meanwhile", [reset, lock])
async def test_no_session_begins_with_a_password_that_was_overtaken(meanwhile: object) -> None:
    who = await official(LIXIA, username="lixia")
    found = await looked_at("lixia")
    await meanwhile()  # type: ignore[operator]

    with pytest.raises(Invalid):
        await sessions.start_for_account(who.account, NOW, proof=found.proof)
    assert await Session.count() == 0


@pytest.mark.parametrize("meanwhile", [reset, lock])
async def test_no_sign_in_is_half_open_with_a_password_that_was_overtaken(meanwhile: object) -> None:
    await official(LIXIA, username="lixia")
    await ask_for_it()
    found = await looked_at("lixia")
    await meanwhile()  # type: ignore[operator]

    with pytest.raises(Invalid):
        await half_open.begin(found, NOW)
    assert await HalfOpen.count() == 0


async def test_a_second_factor_that_was_right_begins_nothing_after_a_reset() -> None:
    await official(LIXIA, username="lixia")
    await ask_for_it()
    found = await looked_at("lixia")
    token = await half_in(found.account)
    entered, _ = await half_open.enrol(token, code(await secret_for(token)), NOW)
    await reset()

    with pytest.raises(Invalid):
        await sessions.start_for_account(entered.account, NOW, proof=entered.proof)


async def test_the_password_alone_opens_nothing_once_a_second_factor_was_turned_on() -> None:
    who = await official(LIXIA, username="lixia")
    found = await looked_at("lixia")
    await turned_on(who)

    with pytest.raises(Invalid):
        await sessions.start_for_account(who.account, NOW, proof=found.proof)


async def test_no_sign_in_in_flight_outlives_a_reset() -> None:
    who = await official(LIXIA, username="lixia")
    tries = [asyncio.create_task(sign_in_with_the_old_one(who.account)) for _ in range(12)]
    await reset()
    await asyncio.gather(*tries)

    assert await Session.count() == 0


async def sign_in_with_the_old_one(account: int) -> None:
    found = await open_with("lixia", PASSWORD)
    with suppress(Invalid):
        if found is not None:
            await sessions.start_for_account(account, NOW, proof=found.proof)


async def test_with_nothing_in_between_both_ways_open() -> None:
    who = await official(LIXIA, username="lixia")
    await sessions.start_for_account(who.account, NOW, proof=(await opened(who.account)).proof)
    await turned_on(who, NOW - timedelta(minutes=5))
    tried = await half_open.attempt(await half_in(who.account), await code_of(who.account), HOME, NOW)

    assert tried.entered is not None
    await sessions.start_for_account(who.account, NOW, proof=tried.entered.proof)
    assert await Session.count() == 3  # with the one that turned it on


async def test_a_locked_account_does_not_change_its_password() -> None:
    unit = await employer(username="lixia")
    token = await sessions.start_for_account(unit.account, NOW)
    row = await Session.select(Session.id).where(Session.token_hash == token_hash(token)).first()
    assert row is not None
    holder = await own_sessions.holder(row["id"])
    await lock()

    given = PasswordChange(old_password=PASSWORD, password=NEW, password_again=NEW)
    with pytest.raises(Stale):
        await own_account.change_password(holder, given, HOME, NOW)


async def test_no_hash_is_told_by_what_is_handed_around() -> None:
    unit = await employer(username="lixia")
    owner = await account_owners.named("lixia", NOW.date())

    assert owner.password_hash not in repr(Proof(owner.password_hash)) + repr(await opened(unit.account))
