"""动态口令 is on after a first right code, taken once, replaced by a 恢复码 once, and asked for within five tries."""

from datetime import timedelta

import pytest

from jianxi.crypto import totp
from jianxi.domain.outcomes import Invalid, Refused
from jianxi.domain.periods import today
from jianxi.domain.sign_in_limits import TooMany
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import second_factors as reading
from jianxi.services import account_locks, half_open, policies, second_factors
from jianxi.tables.credentials import RecoveryCode, SecondFactor
from tests.cast import JINAN, LIXIA, ZAOZHUANG_SHIZHONG, employer, official
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
HOME = "203.0.113.7"
LATER = NOW + timedelta(minutes=1)


async def code_of(account: int, at: object = NOW) -> str:
    factor = await reading.of(account)
    assert factor is not None
    return totp.code(factor.secret, totp.step_at(at))  # type: ignore[arg-type]


async def enrolled() -> tuple[OfficialViewer, list[str]]:
    who = await official(LIXIA, username="lixia")
    await second_factors.begin(who.account, NOW)
    return who, await second_factors.confirm(who, await code_of(who.account), NOW)


async def tried(account: int, typed: str) -> half_open.Tried:
    return await half_open.attempt(await half_open.open_for(account, LATER), typed, HOME, LATER)


async def test_a_secret_that_was_shown_is_not_asked_for_yet() -> None:
    who = await official(LIXIA)
    await second_factors.begin(who.account, NOW)

    assert not await reading.is_on(who.account)


async def test_a_first_right_code_turns_it_on_with_ten_recovery_codes() -> None:
    who, codes = await enrolled()

    assert await reading.is_on(who.account)
    assert len(set(codes)) == await reading.codes_left(who.account) == 10


async def test_a_wrong_first_code_turns_nothing_on() -> None:
    who = await official(LIXIA)
    await second_factors.begin(who.account, NOW)
    with pytest.raises(Invalid):
        await second_factors.confirm(who, "abcdef", NOW)

    assert not await reading.is_on(who.account)


async def test_what_is_on_is_not_begun_again() -> None:
    who, _ = await enrolled()
    with pytest.raises(Refused):
        await second_factors.begin(who.account, NOW)


async def test_secret_and_recovery_codes_stand_nowhere_in_the_clear() -> None:
    who, codes = await enrolled()
    factor = await reading.of(who.account)
    assert factor is not None

    stored = str(await SecondFactor.select()) + str(await RecoveryCode.select())
    assert [secret for secret in (factor.secret, *codes) if secret in stored] == []


async def test_the_code_of_now_opens_and_the_same_one_does_not_again() -> None:
    who, _ = await enrolled()
    code = await code_of(who.account, LATER)

    assert (await tried(who.account, code)).account == who.account
    assert (await tried(who.account, code)).account is None


async def test_the_code_of_the_enrolment_does_not_open_again() -> None:
    who, _ = await enrolled()
    token = await half_open.open_for(who.account, NOW)

    assert (await half_open.attempt(token, await code_of(who.account), HOME, NOW)).account is None


async def test_a_recovery_code_opens_once_however_it_is_typed() -> None:
    who, codes = await enrolled()
    typed = f" {codes[0].lower().replace('-', '')} "

    assert (await tried(who.account, typed)).account == who.account
    assert (await tried(who.account, codes[0])).account is None
    assert await reading.codes_left(who.account) == 9


async def test_five_wrong_codes_end_the_sign_in_and_then_wait() -> None:
    who, _ = await enrolled()
    token = await half_open.open_for(who.account, LATER)
    left = [(await half_open.attempt(token, "000000", HOME, LATER)).left for _ in range(5)]

    assert left == [4, 3, 2, 1, 0]
    assert await half_open.account_of(token, LATER) is None
    with pytest.raises(TooMany):
        await tried(who.account, await code_of(who.account, LATER))


async def test_wrong_codes_count_wherever_they_come_from() -> None:
    who, _ = await enrolled()
    for number in range(5):
        token = await half_open.open_for(who.account, LATER)
        await half_open.attempt(token, "000000", f"198.51.100.{number}", LATER)

    with pytest.raises(TooMany):
        await tried(who.account, await code_of(who.account, LATER))


async def test_ten_minutes_end_a_sign_in_half_done() -> None:
    who, _ = await enrolled()
    token = await half_open.open_for(who.account, NOW)

    assert await half_open.account_of(token, NOW + timedelta(minutes=9)) == who.account
    assert await half_open.account_of(token, NOW + timedelta(minutes=10)) is None


async def test_a_lock_ends_a_sign_in_half_done() -> None:
    who, _ = await enrolled()
    token = await half_open.open_for(who.account, NOW)
    await account_locks.lock("lixia", NOW)

    assert await half_open.account_of(token, NOW) is None


@pytest.mark.parametrize("totp_too", [False, True])
async def test_a_reset_clears_it_only_when_asked_to(totp_too: bool) -> None:
    who, _ = await enrolled()
    await account_locks.reset("lixia", NOW, totp=totp_too)

    assert await reading.is_on(who.account) is not totp_too


async def test_the_parameter_asks_officials_of_its_region_alone() -> None:
    here, there = await official(LIXIA), await official(ZAOZHUANG_SHIZHONG)
    unit = await employer(LIXIA)
    await policies.set_value("officials_need_totp", "是", JINAN, today(NOW), "市局通知", NOW)

    asked = [await reading.is_needed(each.account, today(NOW)) for each in (here, there, unit)]
    assert asked == [True, False, False]
