"""补贴经费汇总 adds up in rows and columns, whatever rosters were accepted, corrected or only sent."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from jianxi import templating
from jianxi.domain.periods import Period
from jianxi.forms.office_roster_filters import SummaryFilters, read_summary
from jianxi.queries import regions, subsidy_summary
from jianxi.queries.subsidy_summary import Sums
from jianxi.services import rosters as services
from jianxi.services import subsidy_exports
from tests.cast import JINAN, LIXIA, SHIZHONG, base, employer, official, position
from tests.cast_facts import MOMENT
from tests.rosters import FULL, roster, seen, wage
from tests.traineeships import trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = date(2026, 11, 1)
YEAR = SummaryFilters("2026-01", "2026-12")
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


async def accepted() -> tuple[int, int]:
    """One unit of two people with both months accepted, one of another county with October; a third only sent."""
    unit, other, third = await employer(), await employer(SHIZHONG), await employer()
    place = await position(await base(unit))
    for name in ("赵敏", "钱进"):
        await trainee(unit=unit, position=place, name=name)
    there = await position(await base(other), county=SHIZHONG)
    await trainee(unit=other, position=there)
    await trainee(unit=third)
    await wage("2200", region=SHIZHONG)
    one = await roster(unit, "accepted")
    two = await roster(other, "accepted", period=OCTOBER, office=await official(SHIZHONG))
    await roster(third, "sent")
    return one, two


async def test_the_sums_of_counties_and_of_months_are_those_of_the_whole() -> None:
    await accepted()
    city = await subsidy_summary.of(await official(JINAN), YEAR)
    there = 132_000
    assert city.total == Sums(2, 3, 5, 4 * FULL + there)
    assert [(each.county, each.sums.fen, each.sums.months) for each in city.counties] == [
        (LIXIA, 4 * FULL, 4),
        (SHIZHONG, there, 1),
    ]
    assert [(each.month, each.sums.fen, each.sums.people) for each in city.months] == [
        (date(2026, 9, 1), 2 * FULL, 2),
        (date(2026, 10, 1), 2 * FULL + there, 3),
    ]
    cells = [cell.sums for county in city.counties for cell in county.months]
    assert sum(cell.fen for cell in cells) == city.total.fen and sum(cell.months for cell in cells) == 5


async def test_a_county_sees_its_own_and_filters_narrow_to_what_they_say() -> None:
    await accepted()
    county, city = await official(LIXIA), await official(JINAN)
    asked = {
        "the county": (county, YEAR),
        "another county, of the county": (county, SummaryFilters("2026-01", "2026-12", SHIZHONG)),
        "another county, of the city": (city, SummaryFilters("2026-01", "2026-12", SHIZHONG)),
        "one month": (city, SummaryFilters("2026-09", "2026-09")),
        "months the wrong way round": (city, read_summary({"from": ["2026-10"], "to": ["2026-09"]}, TODAY)),
        "the settlements": (city, SummaryFilters("2026-01", "2026-12", "", "settlement")),
        "another year": (city, SummaryFilters("2025-01", "2025-12")),
    }
    found = {name: (await subsidy_summary.of(*each)).total.months for name, each in asked.items()}
    assert list(found.values()) == [4, 0, 1, 2, 5, 0, 0], found


async def test_a_correction_takes_the_place_of_what_it_corrects_once_it_is_accepted() -> None:
    one, _ = await accepted()
    city, office = await official(JINAN), await official(LIXIA)
    await services.correct(office, one, (await seen(office, one)).version, "生活费有误", MOMENT)
    begun = (await subsidy_summary.of(city, YEAR)).total
    assert begun.fen == 4 * FULL + 132_000


async def test_the_workbook_has_the_same_numbers_typed_and_a_total_row_in_each_sheet() -> None:
    await accepted()
    templating.use_directory(await regions.directory())
    made = await subsidy_exports.export_summary(await official(JINAN), YEAR, MOMENT)
    book = load_workbook(BytesIO(made))
    for name in ("区县各月", "按区县", "按月份"):
        rows = list(book[name].iter_rows(values_only=True))
        place = rows[0].index("合计（元）")
        assert rows[-1][0] == "合计" and rows[-1][place] == 7080
        assert sum(row[place] for row in rows[1:-1]) == 7080
