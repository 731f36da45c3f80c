"""登录次数限制 of 账号登录: 5 wrong passwords an account and address in 15 minutes, then the waits."""

from datetime import timedelta

import pytest

from jianxi.tables.sign_in import SignInFailure, SignInTry
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert_many
from tests.acquaintances import PASSWORD, with_password
from tests.conftest import NOW
from tests.guessing import HELD_BACK, HOME, MINUTE, RIGHT, WRONG, at_once, by_password, elsewhere

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def wrong_passwords(times: int, username: str = "linxiao", address: str = HOME) -> list[str]:
    return [(await by_password(username, "wrong", address))[0] for _ in range(times)]


@pytest.mark.parametrize("username", ["linxiao", "LinXiao", "ｌｉｎｘｉａｏ", "nobody", "disabled"])
async def test_after_five_wrong_passwords_the_right_one_waits_too(username: str) -> None:
    await with_password("linxiao")
    await with_password("disabled", disabled=True)
    assert await wrong_passwords(6, username) == [WRONG] * 5 + [HELD_BACK]
    assert await by_password(username.lower(), PASSWORD) == (HELD_BACK, 15 * 60)


async def test_from_another_address_the_account_opens() -> None:
    await with_password("linxiao")
    await wrong_passwords(5)
    assert (await by_password("linxiao", PASSWORD, elsewhere(1)))[0] == RIGHT
    assert (await by_password("linxiao", PASSWORD))[0] == HELD_BACK


async def test_another_account_at_the_same_address_opens() -> None:
    await with_password("linxiao")
    await wrong_passwords(5, "nobody")
    assert (await by_password("linxiao", PASSWORD))[0] == RIGHT


async def test_each_further_wrong_password_doubles_the_wait() -> None:
    await wrong_passwords(5)
    now, waits = NOW, []
    for _ in range(3):
        _, seconds = await by_password("linxiao", "wrong", now=now)
        waits.append(seconds // 60)
        now += timedelta(seconds=seconds)
        assert (await by_password("linxiao", "wrong", now=now))[0] == WRONG
    assert waits == [15, 30, 60]


async def test_the_right_password_ends_the_count_and_is_told_of_wrong_ones_from_everywhere() -> None:
    await with_password("linxiao")
    await wrong_passwords(4)
    await wrong_passwords(2, address=elsewhere(1))
    assert await by_password("linxiao", PASSWORD) == (RIGHT, 6)
    assert await by_password("linxiao", PASSWORD) == (RIGHT, 0)
    assert await wrong_passwords(6) == [WRONG] * 5 + [HELD_BACK]


async def test_the_right_password_does_not_free_whoever_guesses_elsewhere() -> None:
    await with_password("linxiao")
    await wrong_passwords(5, address=elsewhere(1))
    await by_password("linxiao", PASSWORD)
    assert await wrong_passwords(1, address=elsewhere(1)) == [HELD_BACK]


async def test_of_fifty_at_once_five_passwords_are_looked_at() -> None:
    await with_password("linxiao")
    said = await at_once(*(by_password("linxiao", f"wrong {place}") for place in range(50)))
    assert (said.count(WRONG), said.count(HELD_BACK)) == (5, 45)


async def test_one_password_is_not_tried_at_a_hundred_accounts_from_one_address() -> None:
    rows = [
        {"family": "account", "address": "", "subject": f"{place}", "against": f"{place}"}
        | {"answer": "", "area": "", "outcome": "wrong", "at": NOW}
        for place in range(99)
    ]
    await wrong_passwords(1, "somebody")
    address = (await SignInTry.select(SignInTry.address))[0]["address"]
    async with unit_of_work():
        await insert_many(SignInTry, [row | {"address": address} for row in rows])
    assert await by_password("another", "wrong", now=NOW + 20 * MINUTE) == (HELD_BACK, 40 * 60)


async def test_a_whole_office_signs_in_from_one_address() -> None:
    await with_password("linxiao")
    said = [(await by_password("linxiao", PASSWORD))[0] for _ in range(30)]
    assert said == [RIGHT] * 30


async def test_right_passwords_that_come_at_once_are_all_let_in() -> None:
    await with_password("linxiao")
    assert await at_once(*(by_password("linxiao", PASSWORD) for _ in range(8))) == [RIGHT] * 8


async def test_right_passwords_count_for_the_address_too() -> None:
    await with_password("linxiao")
    said = [(await by_password("linxiao", PASSWORD))[0] for _ in range(61)]
    assert said == [RIGHT] * 60 + [HELD_BACK]
    assert (await by_password("linxiao", PASSWORD, elsewhere(1)))[0] == RIGHT
    assert (await by_password("linxiao", PASSWORD, now=NOW + MINUTE))[0] == RIGHT


async def test_no_user_name_and_no_address_is_kept_in_the_clear() -> None:
    await wrong_passwords(1)
    kept = repr([*await SignInTry.select(), *await SignInFailure.select()])
    assert "linxiao" not in kept and HOME not in kept
