"""参数 set by offices: each for its own region, nobody over another's head."""

import asyncio
from datetime import date
from typing import Any

import pytest

from jianxi.domain.outcomes import Forbidden, Invalid, Missing, Stale
from jianxi.domain.policy import PolicyValue
from jianxi.queries import parameters as reading
from jianxi.queries import policies
from jianxi.services.policies import set_by_office
from jianxi.tables.engine import Engine
from jianxi.tables.log import LogEntry
from jianxi.tables.policies import PolicyRow
from tests import cast
from tests.cast_facts import MOMENT

pytestmark = pytest.mark.anyio
TODAY = date(2026, 11, 20)
WAGE = "minimum_wage"


def new(key: str, value: Any, region: str, day: date = TODAY) -> PolicyValue:
    return PolicyValue(key, region, value, day, "济人社发〔2026〕1号")


async def test_each_office_sets_its_own_and_the_nearest_holds(database: Engine) -> None:
    city, province = await cast.official(cast.JINAN), await cast.official(cast.SHANDONG)

    await set_by_office(province, "subsidy_rate", [new("subsidy_rate", 6_200, cast.SHANDONG)], 0, MOMENT)
    first = (await reading.get(city, "subsidy_rate", TODAY)).newest
    await set_by_office(city, "subsidy_rate", [new("subsidy_rate", 6_500, cast.JINAN)], first, MOMENT)
    counties = [new(WAGE, 250_000, code) for code in (cast.LIXIA, cast.SHIZHONG)]
    await set_by_office(city, WAGE, counties, 0, MOMENT)

    rates = [
        (await policies.in_force("subsidy_rate", place, TODAY)) for place in (cast.LIXIA, cast.ZAOZHUANG)
    ]
    assert [rate.value for rate in rates if rate] == [6_500, 6_200]
    assert (await policies.snapshot(cast.SHIZHONG, TODAY)).minimum_wage == 250_000
    held = await reading.get(await cast.official(cast.LIXIA), "subsidy_rate", TODAY)
    assert not held.may_set
    assert [(each.shown, each.region) for each in (held.current, *held.others) if each] == [
        ("65%", cast.JINAN),
        ("62%", cast.SHANDONG),
    ]
    assert await reading.of_cities(city, "subsidy_rate", TODAY) == ()
    (told,) = await reading.of_cities(province, "subsidy_rate", TODAY)
    assert (told[0], told[1].by, told[1].label) == (cast.JINAN, city.name, "现行")
    entries = await LogEntry.select(LogEntry.noun, LogEntry.verb, LogEntry.actor).order_by(LogEntry.id)
    actors = [province.official, city.official, city.official, city.official]
    assert [tuple(entry.values()) for entry in entries] == [("policy", "set", actor) for actor in actors]


@pytest.mark.parametrize(
    ("office", "value", "no"),
    [
        (cast.LIXIA, new("subsidy_rate", 6_500, cast.LIXIA), Forbidden),
        (cast.LIXIA, new(WAGE, 250_000, cast.LIXIA), Forbidden),
        (cast.JINAN, new("cohort", 2027, cast.JINAN), Forbidden),
        (cast.SHANDONG, new(WAGE, 250_000, cast.LIXIA), Forbidden),
        (cast.JINAN, new("subsidy_rate", 6_500, cast.SHANDONG), Missing),
        (cast.JINAN, new("subsidy_rate", 6_500, cast.LIXIA), Missing),
        (cast.JINAN, new(WAGE, 250_000, cast.ZAOZHUANG_SHIZHONG), Missing),
        (cast.JINAN, new(WAGE, 250_000, "370199"), Missing),
        (cast.SHANDONG, new("subsidy_rate", 6_500, cast.JINAN), Missing),
        (cast.JINAN, new("no_such", 1, cast.JINAN), Missing),
        (cast.JINAN, new("placement_min_months", 13, cast.JINAN), Invalid),
    ],
)
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_nobody_sets_what_is_not_theirs(
    database: Engine, office: str, value: PolicyValue, no: type[Exception]
) -> None:
    viewer = await cast.official(office)

    with pytest.raises(no):
        await set_by_office(viewer, value.key, [value], 0, MOMENT)

    assert await PolicyRow.count() == 0


async def test_whoever_has_not_seen_the_newest_value_is_told_of_it(database: Engine) -> None:
    one, other = await cast.official(cast.JINAN), await cast.official(cast.JINAN)
    await set_by_office(one, "subsidy_rate", [new("subsidy_rate", 6_500, cast.JINAN)], 0, MOMENT)

    with pytest.raises(Stale) as caught:
        await set_by_office(other, "subsidy_rate", [new("subsidy_rate", 7_000, cast.JINAN)], 0, MOMENT)

    assert f"{one.name}已于09:00将该参数设置为65%（自2026年11月20日起）" in str(caught.value)
    assert await PolicyRow.count() == 1


async def test_of_several_counties_all_are_entered_or_none(database: Engine) -> None:
    city = await cast.official(cast.JINAN)
    values = [new(WAGE, 250_000, cast.LIXIA), new(WAGE, 250_000, cast.ZAOZHUANG_SHIZHONG)]

    with pytest.raises(Missing):
        await set_by_office(city, WAGE, values, 0, MOMENT)

    assert await PolicyRow.count() == await LogEntry.count() == 0


async def test_of_two_at_once_one_is_entered(database: Engine) -> None:
    officials = [await cast.official(cast.JINAN) for _ in range(4)]
    tries = (
        set_by_office(each, "subsidy_rate", [new("subsidy_rate", 6_500 + place, cast.JINAN)], 0, MOMENT)
        for place, each in enumerate(officials)
    )

    ends = await asyncio.gather(*tries, return_exceptions=True)

    assert [type(end) for end in ends].count(Stale) == 3
    assert await PolicyRow.count() == 1
