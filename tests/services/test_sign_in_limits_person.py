"""登录次数限制 of one ID number: 5 wrong names in 15 minutes, then waits that double from 15 minutes to a day."""

from datetime import timedelta

import pytest

from jianxi.tables import engine
from jianxi.tables.sign_in import SignInFailure, SignInHour, SignInTry
from tests.acquaintances import here_before, id_number, in_register
from tests.conftest import NOW
from tests.guessing import (
    HELD_BACK,
    MINUTE,
    RIGHT,
    WRONG,
    at_once,
    by_name,
    elsewhere,
    number,
    wrong_names,
)

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
YOUTH = id_number()


async def test_after_five_wrong_names_even_the_right_one_waits_a_quarter_of_an_hour() -> None:
    await here_before(number())
    assert await wrong_names(number(), 6) == [WRONG] * 5 + [HELD_BACK]
    assert await by_name(number(), "林晓") == (HELD_BACK, 15 * 60)
    assert (await by_name(number(), "林晓", now=NOW + 15 * MINUTE))[0] == RIGHT


async def test_five_wrong_names_in_more_than_a_quarter_of_an_hour_are_no_matter() -> None:
    await here_before(number())
    said = [await wrong_names(number(), 1, NOW + place * 4 * MINUTE) for place in range(12)]
    assert said == [[WRONG]] * 12


async def test_each_further_wrong_name_doubles_the_wait_up_to_a_day() -> None:
    await here_before(number())
    await wrong_names(number(), 5)
    now, waits = NOW, []
    for _ in range(9):
        held_back, seconds = await by_name(number(), "赵敏", now=now)
        assert held_back == HELD_BACK
        waits.append(seconds // 60)
        now += timedelta(seconds=seconds)
        assert await wrong_names(number(), 1, now) == [WRONG]
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]


async def test_a_day_after_the_last_wait_all_is_forgotten() -> None:
    await here_before(number())
    await wrong_names(number(), 5)
    now = NOW + timedelta(days=1, minutes=15)
    assert await wrong_names(number(), 6, now) == [WRONG] * 5 + [HELD_BACK]
    assert await by_name(number(), now=now) == (HELD_BACK, 15 * 60)


async def test_the_right_name_ends_the_count_and_is_told_of_it() -> None:
    await here_before(number())
    await wrong_names(number(), 4)
    assert await by_name(number()) == (RIGHT, 4)
    assert await by_name(number()) == (RIGHT, 0)
    assert await wrong_names(number(), 6) == [WRONG] * 5 + [HELD_BACK]


async def test_wrong_names_from_many_addresses_count_together() -> None:
    await here_before(number())
    said = [(await by_name(number(), "赵敏", elsewhere(place)))[0] for place in range(6)]
    assert said == [WRONG] * 5 + [HELD_BACK]


async def test_of_fifty_wrong_names_at_once_five_are_looked_at() -> None:
    await here_before(number())
    said = await at_once(*(by_name(number(), "赵敏", elsewhere(place)) for place in range(50)))
    assert (said.count(WRONG), said.count(HELD_BACK)) == (5, 45)


async def test_a_wait_stands_after_a_restart(database: engine.Engine, database_url: str) -> None:
    await here_before(number())
    await wrong_names(number(), 5)
    await database.stop()
    another = engine.open_engine(database_url)
    engine.use(another)
    await another.start()
    assert await by_name(number()) == (HELD_BACK, 15 * 60)
    await another.stop()


async def test_a_youth_who_comes_again_with_the_same_name_is_not_counted_again() -> None:
    said = [(await by_name(YOUTH, now=NOW + place * MINUTE))[0] for place in range(12)]
    assert said == [RIGHT] * 12


@pytest.mark.parametrize("known", ["nobody", "in the register", "as of long ago"])
async def test_a_youth_of_many_names_is_held_back_whoever_the_register_knows(known: str) -> None:
    if known != "nobody":
        await in_register(YOUTH, "林晓", cohort=2026 if known == "in the register" else 2010)
    names = ("赵一", "钱二", "孙三", "李四", "周五", "吴六")
    said = [(await by_name(YOUTH, name))[0] for name in names]
    assert said == [RIGHT] * 5 + [HELD_BACK]


@pytest.mark.parametrize("name", ["林晓", "赵敏"])
async def test_a_name_that_the_register_has_of_long_ago_is_counted_like_one_that_it_lacks(name: str) -> None:
    await in_register(number(), cohort=2010)
    said = [(await by_name(number(), name))[0] for _ in range(6)]
    assert said == [WRONG] * 5 + [HELD_BACK]


async def test_nothing_that_was_typed_is_kept_in_the_clear() -> None:
    await by_name(number(), "赵敏")
    rows = [*await SignInTry.select(), *await SignInFailure.select(), *await SignInHour.select()]
    kept = repr(rows)
    assert [typed for typed in (number(), "赵敏", "203.0.113.7", number()[:6]) if typed in kept] == []


async def test_what_is_older_than_the_longest_window_is_swept() -> None:
    await by_name(number(), "赵敏")
    await by_name(number(1), "赵敏", now=NOW + timedelta(days=31))
    assert (await SignInTry.count(), await SignInFailure.count(), await SignInHour.count()) == (1, 1, 1)


async def test_the_first_sign_in_of_a_youth_is_not_told_later_as_a_wrong_name() -> None:
    assert await by_name(YOUTH) == (RIGHT, 0)
    await here_before(YOUTH)
    assert await by_name(YOUTH, now=NOW + 20 * MINUTE) == (RIGHT, 0)


async def test_who_was_let_in_under_another_name_than_the_register_s_is_told_of() -> None:
    await in_register(YOUTH, cohort=2025)
    assert await by_name(YOUTH, "赵敏") == (RIGHT, 0)
    assert await by_name(YOUTH, now=NOW + 20 * MINUTE) == (RIGHT, 1)


async def test_being_let_in_untold_counts_against_the_number_all_the_same() -> None:
    said = [(await by_name(YOUTH, name))[0] for name in ("赵敏", "钱敏", "孙敏", "李敏", "周敏", "吴敏")]
    assert said == [RIGHT] * 5 + [HELD_BACK]
