"""A short form of every race; `python -m bench races` runs each a thousand times and more."""

import pytest

from tests.races.races import RACES, Race, few_seats
from tests.races.stage import stage

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ROUNDS = 5


@pytest.mark.parametrize("race", [race for race in RACES.values() if race is not few_seats])
async def test_no_rule_is_broken_by_who_comes_first(race: Race) -> None:
    of = await stage()

    fair = [await race(of) for _ in range(ROUNDS)]

    assert fair == [True] * ROUNDS


async def test_two_hundred_applicants_never_take_more_than_five_seats() -> None:
    of = await stage(200)

    assert await few_seats(of)
