"""Whoever else knows the password sees no secret that the owner enrols, confirms none, and is out when the owner has."""

import asyncio
from datetime import timedelta

import pytest

from jianxi.domain.outcomes import Missing, Refused
from jianxi.queries import second_factors as reading
from jianxi.services import half_open, second_factors
from jianxi.tables.credentials import HalfOpen
from jianxi.tables.log import LogEntry
from tests.cast import LIXIA, PASSWORD, official
from tests.conftest import NOW
from tests.factors import HOME, ask_for_it, code, code_of, half_in, secret_for, shown, turned_on

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LATER = NOW + timedelta(minutes=1)


async def test_each_half_open_sign_in_is_shown_a_secret_of_its_own() -> None:
    who = await official(LIXIA)
    await ask_for_it()
    attacker, owner = await half_in(who.account), await half_in(who.account)

    assert await secret_for(attacker) != await secret_for(owner) != ""


async def test_an_attacker_who_came_first_is_out_once_the_owner_has_enrolled() -> None:
    who = await official(LIXIA)
    await ask_for_it()
    attacker, owner = await half_in(who.account), await half_in(who.account)
    seen = await secret_for(attacker)
    await half_open.enrol(owner, code(await secret_for(owner)), NOW)

    later = await half_open.attempt(attacker, code(seen, LATER), HOME, LATER)
    with pytest.raises(Missing):
        await half_open.enrol(attacker, code(seen, LATER), LATER)
    assert (later.entered, await HalfOpen.count()) == (None, 0)


async def test_the_owner_s_secret_is_not_confirmed_by_the_attacker_s() -> None:
    who = await official(LIXIA)
    await ask_for_it()
    attacker, owner = await half_in(who.account), await half_in(who.account)
    secret = await secret_for(owner)
    await secret_for(attacker)
    await half_open.enrol(owner, code(secret), NOW)

    assert await code_of(who.account, LATER) == code(secret, LATER)


async def test_a_session_does_not_see_or_confirm_what_another_was_shown() -> None:
    who = await official(LIXIA)
    mine, other = await shown(who), await shown(who)
    seen = await reading.shown_to(other.session)
    assert seen != await reading.shown_to(mine.session)
    await second_factors.confirm(who, mine.session, code(await reading.shown_to(mine.session)), NOW)

    assert await reading.shown_to(other.session) == ""
    with pytest.raises(Refused):
        await second_factors.confirm(who, other.session, code(seen), NOW)


async def test_turning_it_on_in_the_own_account_ends_sign_ins_half_done() -> None:
    who = await official(LIXIA)
    await ask_for_it()
    attacker = await half_in(who.account)
    await turned_on(who)

    assert await half_open.look(attacker, NOW) is None


async def test_of_four_first_codes_at_once_one_turns_it_on() -> None:
    who = await official(LIXIA)
    holder = await shown(who)
    typed = code(await reading.shown_to(holder.session))
    tries = [second_factors.confirm(who, holder.session, typed, NOW) for _ in range(4)]
    said = await asyncio.gather(*tries, return_exceptions=True)

    assert sorted(type(each).__name__ for each in said) == ["Refused"] * 3 + ["list"]
    assert await reading.codes_left(who.account) == 10
    assert await LogEntry.count().where(LogEntry.verb == "totp_on") == 1


async def test_of_four_enrolments_at_once_one_turns_it_on() -> None:
    who = await official(LIXIA)
    await ask_for_it()
    tokens = [await half_in(who.account) for _ in range(4)]
    tries = [half_open.enrol(token, code(await secret_for(token)), NOW) for token in tokens]
    said = await asyncio.gather(*tries, return_exceptions=True)

    assert sorted(type(each).__name__ for each in said) == ["Missing"] * 3 + ["tuple"]
    assert await reading.codes_left(who.account) == 10


async def test_whoever_begins_twice_at_once_is_shown_one_secret() -> None:
    holder = await shown(await official(LIXIA))
    secret = await reading.shown_to(holder.session)
    again = [second_factors.begin(holder, PASSWORD, HOME, NOW) for _ in range(4)]
    await asyncio.gather(*again)

    assert await reading.shown_to(holder.session) == secret != ""
