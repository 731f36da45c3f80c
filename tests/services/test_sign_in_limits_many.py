"""登录次数限制 of a region prefix and birth year, and of everybody together."""

from datetime import date, datetime, timedelta

import pytest

from jianxi.tables.sign_in import SignInHour, SignInTry
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert_many
from tests.acquaintances import here_before
from tests.conftest import NOW
from tests.guessing import HELD_BACK, MINUTE, RIGHT, WRONG, at_once, by_name, elsewhere, number

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LATER = NOW + 30 * MINUTE


async def fifty_wrong_ones() -> list[str]:
    """Of 370102 and 1980: ID numbers and addresses of their own."""
    return [(await by_name(number(place), address=elsewhere(place)))[0] for place in range(50)]


async def earlier_tries(many: int, at: datetime = NOW) -> None:
    """From as many addresses, by as many ID numbers."""
    rows = [
        {"family": "identity", "address": f"address {place}", "subject": f"{place}", "against": f"{place}"}
        | {"answer": "", "area": f"{place}", "outcome": "right", "at": at}
        for place in range(many)
    ]
    async with unit_of_work():
        for start in range(0, many, 500):
            await insert_many(SignInTry, rows[start : start + 500])


async def hours_before(numbers: list[int]) -> None:
    first = NOW.replace(minute=0)
    rows = [
        {"hour": first - timedelta(hours=place + 1), "tries": tries} for place, tries in enumerate(numbers)
    ]
    async with unit_of_work():
        await insert_many(SignInHour, rows)


async def test_fifty_wrong_ones_an_hour_of_one_prefix_and_birth_year() -> None:
    assert await fifty_wrong_ones() == [WRONG] * 50
    assert await by_name(number(50), address=elsewhere(50), now=LATER) == (HELD_BACK, 30 * 60)
    assert (await by_name(number(50), address=elsewhere(50), now=NOW + 60 * MINUTE))[0] == WRONG


@pytest.mark.parametrize(
    "other", [number(50, prefix="370103"), number(50, born=date(1981, 5, 6))], ids=["prefix", "year"]
)
async def test_another_prefix_or_birth_year_is_free(other: str) -> None:
    await fifty_wrong_ones()
    assert (await by_name(other, address=elsewhere(50)))[0] == WRONG


async def test_right_names_of_a_prefix_and_birth_year_are_not_among_the_fifty() -> None:
    await here_before(number(100))
    for place in range(10):
        await by_name(number(100), address=elsewhere(60 + place))
    assert await fifty_wrong_ones() == [WRONG] * 50


async def test_a_hundred_wrong_ones_at_once_are_fifty() -> None:
    said = await at_once(*(by_name(number(place), address=elsewhere(place)) for place in range(100)))
    assert (said.count(WRONG), said.count(HELD_BACK)) == (50, 50)


async def test_a_thousand_an_hour_of_all_successes_included() -> None:
    await here_before(number())
    await earlier_tries(999)
    assert (await by_name(number()))[0] == RIGHT
    assert await by_name(number(), now=LATER) == (HELD_BACK, 30 * 60)
    assert (await by_name(number(), now=NOW + 60 * MINUTE))[0] == RIGHT


async def test_five_times_the_weeks_hourly_median_where_that_is_more() -> None:
    await here_before(number())
    await hours_before([240] * 85)
    await earlier_tries(1_199)
    assert (await by_name(number()))[0] == RIGHT
    assert (await by_name(number()))[0] == HELD_BACK


async def test_half_a_week_of_quiet_hours_makes_a_quiet_week() -> None:
    await hours_before([5_000] * 83)
    await earlier_tries(1_000)
    assert (await by_name(number()))[0] == HELD_BACK


async def test_hours_of_the_week_before_no_longer_count() -> None:
    await hours_before([0] * 100 + [5_000] * 91)
    await earlier_tries(1_000)
    assert (await by_name(number()))[0] == HELD_BACK


async def test_every_try_is_counted_to_its_hour() -> None:
    for place in range(3):
        await by_name(number(place), now=NOW + place * 40 * MINUTE)
    rows = await SignInHour.select(SignInHour.hour, SignInHour.tries).order_by(SignInHour.hour)
    assert [row["tries"] for row in rows] == [2, 1]
    assert [row["hour"] for row in rows] == [NOW, NOW + 60 * MINUTE]
