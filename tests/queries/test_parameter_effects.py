"""What a new value would do is what the rosters come to once it is entered."""

from datetime import date

import pytest

from jianxi.domain.parameter_effects import Effect
from jianxi.domain.policy import PolicyValue
from jianxi.domain.rosters import RosterKind
from jianxi.queries import parameter_effects, roster_computing
from jianxi.queries.parameter_effects import effect
from jianxi.services.policies import set_by_office
from jianxi.tables.engine import Engine
from tests import cast
from tests.cast_facts import MOMENT
from tests.rosters import AUTUMN, FULL, roster, wage
from tests.traineeships import trainee

pytestmark = pytest.mark.anyio
TODAY = date(2026, 11, 20)
SEPTEMBER, OCTOBER = date(2026, 9, 1), date(2026, 10, 1)


def rate(value: int, day: date = SEPTEMBER, region: str = cast.JINAN) -> PolicyValue:
    return PolicyValue("subsidy_rate", region, value, day, "文号")


async def test_open_rosters_are_computed_and_accepted_ones_counted(database: Engine) -> None:
    """Two people wait, one has been accepted, one of another city is not looked at."""
    one, other, third = [await trainee() for _ in range(3)]
    far = await trainee(unit=await cast.employer(cast.ZAOZHUANG_SHIZHONG))
    await wage("2400", region=cast.ZAOZHUANG_SHIZHONG)
    for who, state in ((one, "sent"), (other, "draft"), (third, "accepted"), (far, "draft")):
        await roster(who.unit, state)

    found = await effect([rate(7_000)], TODAY)
    half = await effect([rate(7_000, OCTOBER)], TODAY)

    assert found == Effect(
        SEPTEMBER,
        open=2,
        changed=2,
        sent=1,
        people=2,
        before_fen=4 * FULL,
        after_fen=4 * 168_000,
        accepted=1,
    )
    assert half is not None and half.after_fen == 2 * FULL + 2 * 168_000
    await set_by_office(await cast.official(cast.JINAN), "subsidy_rate", [rate(7_000)], 0, MOMENT)
    units = (one.unit, other.unit)
    sums = [
        (await roster_computing.computed(unit.employer, RosterKind.PERIOD, AUTUMN, TODAY)).fen
        for unit in units
    ]
    assert sum(sums) == found.after_fen


async def test_what_no_month_depends_on_changes_nothing(database: Engine) -> None:
    unit = (await trainee()).unit
    await roster(unit, "draft")

    assert await effect([rate(6_000)], TODAY) == Effect(
        SEPTEMBER, open=1, before_fen=2 * FULL, after_fen=2 * FULL
    )
    assert await effect([rate(7_000, date(2026, 11, 1))], TODAY) == Effect(date(2026, 11, 1))
    assert await effect([PolicyValue("cohort", cast.SHANDONG, 2027, TODAY, "文号")], TODAY) is None


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_wage_that_was_lacking_lets_rosters_be_computed(database: Engine) -> None:
    county = cast.ZAOZHUANG_SHIZHONG
    unit = (await trainee(unit=await cast.employer(county))).unit
    await roster(unit, "draft")

    until = await effect([PolicyValue("minimum_wage", county, 200_000, OCTOBER, "文号")], TODAY)
    found = await effect([PolicyValue("minimum_wage", county, 200_000, SEPTEMBER, "文号")], TODAY)

    assert until == Effect(OCTOBER, open=1, lacking=1)
    assert found == Effect(SEPTEMBER, open=1, mended=1)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_of_too_many_the_rest_is_only_counted(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also of a single one that is too large: it is not computed before its size is known."""
    for _ in range(3):
        await roster((await trainee()).unit, "draft")
    told = []
    for most in (3, 2):
        monkeypatch.setattr(parameter_effects, "MOST_ROWS", most)
        found = await effect([rate(7_000)], TODAY)
        assert found is not None
        told.append((found.open, found.changed, found.left_out, found.people))

    assert told == [(3, 1, 2, 1), (3, 0, 3, 0)]
