"""登录次数限制 of one address: 20 tries a minute, 60 an hour, 10 distinct ID numbers an hour; ten times that where listed."""

from datetime import date, timedelta

import pytest

from jianxi.domain.outcomes import Invalid
from jianxi.domain.sign_in_limits import TooMany
from jianxi.forms.accounts import GraduateRegistration
from jianxi.forms.reading import read
from jianxi.services import sign_in
from jianxi.tables.sign_in import ListedNetwork, SignInTry
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.acquaintances import here_before
from tests.conftest import NOW
from tests.guessing import HELD_BACK, HOME, MINUTE, RIGHT, WRONG, at_once, by_name, elsewhere, number
from tests.hostile.forms_of_entry import GRADUATE

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = date(2026, 11, 20)


async def right_ones(times: int) -> list[str]:
    """Tries of somebody known, one after the other, each counted though each is right."""
    await here_before(number())
    return [(await by_name(number()))[0] for _ in range(times)]


async def listed(network: str, until: date = TODAY) -> None:
    row = ListedNetwork(
        network=network,
        what="济南大学就业指导中心",
        region="370102",
        until_on=until,
        added_by="李建国",
        added_at=NOW,
    )
    async with unit_of_work():
        await insert(row)


async def test_twenty_tries_a_minute_successes_included() -> None:
    assert await right_ones(20) == [RIGHT] * 20
    assert await by_name(number(), now=NOW + timedelta(seconds=30)) == (HELD_BACK, 30)
    assert (await by_name(number(), now=NOW + MINUTE))[0] == RIGHT


async def test_sixty_tries_an_hour() -> None:
    await here_before(number())
    for place in range(60):
        assert (await by_name(number(), now=NOW + place / 2 * MINUTE))[0] == RIGHT
    assert await by_name(number(), now=NOW + 40 * MINUTE) == (HELD_BACK, 20 * 60)
    assert (await by_name(number(), now=NOW + 60 * MINUTE))[0] == RIGHT


async def test_ten_distinct_numbers_an_hour_and_those_ten_again() -> None:
    for place in range(10):
        assert (await by_name(number(place), now=NOW + place * MINUTE))[0] == WRONG
    assert await by_name(number(10), now=NOW + 10 * MINUTE) == (HELD_BACK, 50 * 60)
    assert (await by_name(number(3), now=NOW + 10 * MINUTE))[0] == WRONG
    assert (await by_name(number(10), now=NOW + 60 * MINUTE))[0] == WRONG


async def test_what_was_held_back_is_not_counted() -> None:
    await right_ones(20)
    for _ in range(30):
        await by_name(number(), now=NOW + timedelta(seconds=30))
    assert (await by_name(number(), now=NOW + MINUTE))[0] == RIGHT
    assert await SignInTry.count() == 21


async def test_another_address_is_free() -> None:
    await right_ones(20)
    assert (await by_name(number(), address=elsewhere(1), now=NOW))[0] == RIGHT


async def test_the_addresses_of_one_household_are_one() -> None:
    for place in range(10):
        await by_name(number(place), address=f"2001:db8:1:2:{place}::7")
    assert (await by_name(number(10), address="2001:db8:1:2:ffff::1"))[0] == HELD_BACK
    assert (await by_name(number(10), address="2001:db8:1:3::1"))[0] == WRONG


@pytest.mark.parametrize(
    ("network", "address"), [("203.0.113.0/24", HOME), ("2001:db8:1::/48", "2001:db8:1:2::7")]
)
async def test_a_listed_address_has_ten_times_as_much(network: str, address: str) -> None:
    await listed(network)
    said = [(await by_name(number(place), address=address))[0] for place in range(101)]
    assert said == [WRONG] * 50 + [HELD_BACK] * 51  # The 51st is past the limit of a prefix and birth year.
    later = date(1990, 1, 1)
    said = [(await by_name(number(place, later), address=address))[0] for place in range(51)]
    assert said == [WRONG] * 50 + [HELD_BACK]


async def test_what_was_listed_until_yesterday_is_an_address_like_any() -> None:
    await listed("203.0.113.0/24", TODAY - timedelta(days=1))
    said = [(await by_name(number(place)))[0] for place in range(11)]
    assert said == [WRONG] * 10 + [HELD_BACK]


async def test_fifty_at_once_pass_no_more_than_the_limit() -> None:
    for place in range(10):
        await here_before(number(place))
    said = await at_once(*(by_name(number(place % 10)) for place in range(50)))
    assert 0 < said.count(RIGHT) == await SignInTry.count() <= 20
    assert said.count(HELD_BACK) == 50 - said.count(RIGHT)


async def test_fifty_numbers_at_once_are_ten() -> None:
    said = await at_once(*(by_name(number(place)) for place in range(50)))
    assert (said.count(WRONG), said.count(HELD_BACK)) == (10, 40)


async def register_graduate(place: int) -> str:
    fields = GRADUATE | {"id_number": [number(place)], "username": [f"graduate{place}"]}
    try:
        await sign_in.register_graduate(read(GraduateRegistration, fields, TODAY), HOME, "370000", NOW)
    except (TooMany, Invalid) as no:
        return HELD_BACK if isinstance(no, TooMany) else WRONG
    return RIGHT


async def test_the_registration_of_graduates_counts_with_sign_in() -> None:
    said = [await register_graduate(place) for place in range(5)]
    said += [(await by_name(number(place)))[0] for place in range(5, 10)]
    assert said == [WRONG] * 10
    assert await register_graduate(10) == HELD_BACK
