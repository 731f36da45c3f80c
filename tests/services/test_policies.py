"""A parameter is what was last entered for the nearest place, from its day on."""

from datetime import date

import pytest

from jianxi.domain.texts import Malformed
from jianxi.queries import policies as reading
from jianxi.queries import regions
from jianxi.services import policies
from jianxi.tables.engine import Engine
from jianxi.tables.log import LogEntry
from jianxi.tables.policies import PolicyRow
from tests import cast
from tests.cast_facts import MOMENT

pytestmark = pytest.mark.anyio

TODAY = date(2026, 11, 20)


async def put(key: str, value: str, region: str, day: date, source: str = "鲁人社〔2026〕1号") -> None:
    await policies.set_value(key, value, region, day, source, MOMENT)


async def test_shipped_values_hold_while_nobody_has_entered_any(database: Engine) -> None:
    rules = await reading.snapshot(cast.LIXIA, TODAY)

    assert (rules.cohort, rules.cohort_window, rules.youth_from, rules.youth_until) == (2026, 3, 16, 25)
    assert rules.county_position_city_review
    assert rules.minimum_wage == 240_000


async def test_a_citys_value_holds_for_its_counties_from_its_day_and_nowhere_else(database: Engine) -> None:
    await put("county_position_city_review", "否", cast.JINAN, date(2026, 11, 1))

    assert not (await reading.snapshot(cast.LIXIA, TODAY)).county_position_city_review
    assert (await reading.snapshot(cast.LIXIA, date(2026, 10, 31))).county_position_city_review
    assert (await reading.snapshot(cast.ZAOZHUANG_SHIZHONG, TODAY)).county_position_city_review


async def test_the_provinces_cohort_holds_for_somebody_whose_place_is_not_known(database: Engine) -> None:
    await put("cohort", "2027", cast.SHANDONG, date(2026, 9, 1))

    assert (await reading.snapshot("", TODAY)).cohort == 2027
    assert (await reading.snapshot(cast.LIXIA, TODAY)).limits.cohort == 2027


async def test_what_another_province_has_does_not_count_here(database: Engine) -> None:
    regions.use_province("110000")
    try:
        await put("cohort", "2030", "110000", date(2026, 9, 1))
    finally:
        regions.use_province(cast.SHANDONG)

    assert (await reading.snapshot("", TODAY)).cohort == 2026


async def test_a_correction_is_a_newer_row_and_both_are_logged(database: Engine) -> None:
    for wage in ("2300", "2,350.00"):
        await put("minimum_wage", wage, cast.ZAOZHUANG_SHIZHONG, date(2026, 1, 1))

    found = await reading.in_force("minimum_wage", cast.ZAOZHUANG_SHIZHONG, TODAY)

    assert found is not None
    assert (found.value, found.entered_by) == (235_000, "系统管理员")
    assert await PolicyRow.count() == await LogEntry.count() == 2


@pytest.mark.parametrize(
    ("key", "value", "region", "source"),
    [
        ("no_such_key", "1", "370000", "文号"),
        ("cohort", "二零二六", "370000", "文号"),
        ("cohort", "2027", "370102", "文号"),
        ("cohort", "2027", "37", "文号"),
        ("cohort", "2027", "110000", "文号"),
        ("minimum_wage", "2300", "370199", "文号"),
        ("cohort", "2027", "370000", " "),
    ],
)
async def test_what_cannot_be_a_value_is_refused_and_nothing_written(
    database: Engine, key: str, value: str, region: str, source: str
) -> None:
    with pytest.raises(Malformed):
        await put(key, value, region, TODAY, source)

    assert await PolicyRow.count() == 0
