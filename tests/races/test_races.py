"""A short form of every race; `python -m bench races` runs each a thousand times and more."""

import pytest

from jianxi.queries.invariants import violations
from tests.races.races import RACES, Race, few_seats
from tests.races.races_of_departures import OF_DEPARTURES
from tests.races.races_of_placements import OF_PLACEMENTS
from tests.races.races_of_rosters import OF_ROSTERS
from tests.races.stage import stage

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ROUNDS = 5
LIVES = {**OF_PLACEMENTS, **OF_DEPARTURES, **OF_ROSTERS}
LIVES_EACH = 2
"""Each begins with somebody new, who is first accepted, registered and approved."""
APART = [race for name, race in RACES.items() if name not in LIVES and race is not few_seats]


@pytest.mark.parametrize("race", APART)
async def test_no_rule_is_broken_by_who_comes_first(race: Race) -> None:
    of = await stage()

    fair = [await race(of) for _ in range(ROUNDS)]

    assert fair == [True] * ROUNDS


async def test_two_hundred_applicants_never_take_more_than_five_seats() -> None:
    of = await stage(200)

    assert await few_seats(of)


@pytest.mark.parametrize(
    ("races", "rounds"),
    [(OF_PLACEMENTS, LIVES_EACH), (OF_DEPARTURES, LIVES_EACH), (OF_ROSTERS, 1)],
    ids=["placements", "departures", "rosters"],
)
async def test_whoever_acts_on_a_traineeship_at_once_with_others_wins_alone_or_is_told(
    races: dict[str, Race], rounds: int
) -> None:
    of = await stage()

    unfair = [name for name, race in races.items() for _ in range(rounds) if not await race(of)]

    assert unfair == []
    assert await violations() == []
