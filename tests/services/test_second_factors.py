"""动态口令 is on after a first right code, taken once, replaced by a 恢复码 once, and asked for within five tries."""

from datetime import timedelta

import pytest

from jianxi.domain.outcomes import Invalid, Refused
from jianxi.domain.periods import today
from jianxi.domain.sign_in_limits import TooMany
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import second_factors as reading
from jianxi.services import account_locks, half_open, second_factors
from jianxi.services.second_factors import Way
from jianxi.tables.accounts import Session
from jianxi.tables.credentials import RecoveryCode, SecondFactor
from jianxi.tables.log import LogEntry
from tests.cast import LIXIA, PASSWORD, ZAOZHUANG_SHIZHONG, employer, official
from tests.conftest import NOW
from tests.factors import HOME, ask_for_it, code_of, half_in, seated, shown, turned_on

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LATER = NOW + timedelta(minutes=1)


async def enrolled() -> tuple[OfficialViewer, list[str]]:
    who = await official(LIXIA, username="lixia")
    return who, await turned_on(who)


async def way(account: int, typed: str) -> Way | None:
    tried = await half_open.attempt(await half_in(account, LATER), typed, HOME, LATER)
    return tried.entered.way if tried.entered else None


async def test_a_secret_that_was_shown_is_not_asked_for_yet() -> None:
    who = await official(LIXIA)
    await shown(who)

    assert not await reading.is_on(who.account)


async def test_a_first_right_code_turns_it_on_with_ten_recovery_codes() -> None:
    who, codes = await enrolled()

    assert await reading.is_on(who.account)
    assert len(set(codes)) == await reading.codes_left(who.account) == 10


async def test_a_wrong_first_code_turns_nothing_on() -> None:
    who = await official(LIXIA)
    holder = await shown(who)
    with pytest.raises(Invalid):
        await second_factors.confirm(who, holder.session, "abcdef", NOW)

    assert not await reading.is_on(who.account)


async def test_what_is_on_is_not_begun_again() -> None:
    who, _ = await enrolled()
    with pytest.raises(Refused):
        await shown(who)


async def test_a_secret_is_shown_to_nobody_who_does_not_know_the_password() -> None:
    holder = await seated(await official(LIXIA))
    with pytest.raises(Invalid):
        await second_factors.begin(holder, "wrong", HOME, NOW)

    assert await reading.shown_to(holder.session) == ""


async def test_secret_and_recovery_codes_stand_nowhere_in_the_clear() -> None:
    who, codes = await enrolled()
    factor = await reading.of(who.account)
    other = await shown(await official(LIXIA))
    assert factor is not None

    stored = str([await each.select() for each in (SecondFactor, RecoveryCode, Session)])
    told = (factor.secret, await reading.shown_to(other.session), *codes)
    assert [secret for secret in told if secret in stored] == []


async def test_the_code_of_now_opens_and_the_same_one_does_not_again() -> None:
    who, _ = await enrolled()
    code = await code_of(who.account, LATER)

    assert await way(who.account, code) is Way.CODE
    assert await way(who.account, code) is None


async def test_the_code_of_the_enrolment_does_not_open_again() -> None:
    who, _ = await enrolled()
    token = await half_in(who.account)

    assert (await half_open.attempt(token, await code_of(who.account), HOME, NOW)).entered is None


async def test_a_recovery_code_opens_once_however_it_is_typed() -> None:
    who, codes = await enrolled()
    typed = f" {codes[0].lower().replace('-', '')} "

    assert await way(who.account, typed) is Way.RECOVERY
    assert await way(who.account, codes[0]) is None
    assert await reading.codes_left(who.account) == 9


async def test_the_use_of_a_recovery_code_is_logged_and_told() -> None:
    who, codes = await enrolled()
    before = await reading.recovery_used_at(who.account)
    await way(who.account, codes[0])

    entry = await LogEntry.select(LogEntry.facts).where(LogEntry.verb == "recovery_code").first()
    assert entry == {"facts": '{"left":9}'}
    assert (before, await reading.recovery_used_at(who.account)) == (None, LATER)


async def test_five_wrong_codes_end_the_sign_in_and_then_wait() -> None:
    who, _ = await enrolled()
    token = await half_in(who.account, LATER)
    left = [(await half_open.attempt(token, "000000", HOME, LATER)).left for _ in range(5)]

    assert left == [4, 3, 2, 1, 0]
    assert await half_open.look(token, LATER) is None
    with pytest.raises(TooMany):
        await way(who.account, await code_of(who.account, LATER))


async def test_wrong_codes_count_wherever_they_come_from() -> None:
    who, _ = await enrolled()
    for number in range(5):
        await half_open.attempt(await half_in(who.account, LATER), "000000", f"198.51.100.{number}", LATER)

    with pytest.raises(TooMany):
        await way(who.account, await code_of(who.account, LATER))


async def test_ten_minutes_end_a_sign_in_half_done() -> None:
    who, _ = await enrolled()
    token = await half_in(who.account)

    assert await half_open.look(token, NOW + timedelta(minutes=9)) is not None
    assert await half_open.look(token, NOW + timedelta(minutes=10)) is None


async def test_a_lock_ends_a_sign_in_half_done() -> None:
    who, _ = await enrolled()
    token = await half_in(who.account)
    await account_locks.lock("lixia", NOW)

    assert await half_open.look(token, NOW) is None


@pytest.mark.parametrize("totp_too", [False, True])
async def test_a_reset_clears_it_only_when_asked_to(totp_too: bool) -> None:
    who, _ = await enrolled()
    await account_locks.reset("lixia", NOW, totp=totp_too)

    assert await reading.is_on(who.account) is not totp_too


async def test_it_is_turned_off_with_the_password_alone() -> None:
    who, _ = await enrolled()
    holder = await seated(who)
    with pytest.raises(Invalid):
        await second_factors.remove(holder, "wrong", HOME, NOW)
    assert await reading.is_on(who.account)

    await second_factors.remove(holder, PASSWORD, HOME, NOW)
    assert (await reading.is_on(who.account), await reading.codes_left(who.account)) == (False, 0)


async def test_it_is_not_turned_off_while_the_office_asks_for_it() -> None:
    who, _ = await enrolled()
    await ask_for_it()
    with pytest.raises(Refused):
        await second_factors.remove(await seated(who), PASSWORD, HOME, NOW)

    assert await reading.is_on(who.account)


async def test_the_parameter_asks_officials_of_its_region_alone() -> None:
    here, there = await official(LIXIA), await official(ZAOZHUANG_SHIZHONG)
    unit = await employer(LIXIA)
    await ask_for_it()

    asked = [await reading.is_needed(each.account, today(NOW)) for each in (here, there, unit)]
    assert asked == [True, False, False]
