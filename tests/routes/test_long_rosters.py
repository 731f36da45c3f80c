"""A 花名册 with many months is put off although it has few people: its rows are counted, one a person and month besides."""

from datetime import date

import pytest

from jianxi.domain.periods import Period
from jianxi.queries import roster_sizes
from jianxi.tables.engine import Engine
from jianxi.tables.jobs import Job
from tests import cast
from tests.rosters import AUTUMN, roster, seen
from tests.routes.base_desks import desk_of, hidden_fields
from tests.traineeships import trainee

pytestmark = pytest.mark.anyio
ONE_DATABASE = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


async def test_rows_are_counted_by_people_and_their_months(database: Engine) -> None:
    first = await trainee(starts_on=date(2026, 10, 31), ends_on=date(2026, 12, 31))
    unit, post = first.unit, first.position
    await trainee(unit=unit, position=post)
    await trainee(unit=unit, position=post, starts_on=date(2026, 8, 1), ends_on=date(2026, 9, 1))
    long_ago = Period(date(2020, 1, 1), date(2020, 1, 31))
    periods = (AUTUMN, Period(AUTUMN.first, date(2026, 9, 30)), long_ago)
    many = [await roster_sizes.of_employer(unit.employer, period) for period in periods]
    assert many == [3 + 4, 2 + 2, 0]
    assert await roster_sizes.of_sending(await roster(unit), 1) == 3 + 4


@ONE_DATABASE
async def test_a_workbook_is_put_off_by_its_rows_and_a_decision_by_a_fifth_of_them(database: Engine) -> None:
    found = await trainee()
    draft, office = await roster(found.unit, "draft"), await cast.official(cast.LIXIA)
    at, months = "/employer/rosters", "kind=period&from=2026-09&to=2026-10"
    submission = f"{at}/{draft}/submission"
    answers = list[str]()
    async with desk_of(found.unit, large=2) as long, desk_of(found.unit, large=3) as short:
        answers += [
            (await desk.get(f"{at}/preview/export?{months}")).headers.get("Location", "")
            for desk in (long, short)
        ]
    async with desk_of(found.unit, large=0) as long, desk_of(found.unit, large=1) as short:
        for desk in (long, short):
            sends = {**hidden_fields((await desk.get(submission)).text), "act": "send"}
            answers.append((await desk.post(submission, sends)).headers["Location"])
    async with desk_of(office, large=0) as long, desk_of(office, large=1) as short:
        one = f"/authority/rosters/{draft}"
        answers += [(await long.get(f"{one}/export")).headers["Location"]]
        answers += [
            (await desk.post(f"{one}/acceptance", {"v": "2"})).headers["Location"] for desk in (long, short)
        ]
    assert ["/jobs/" in each for each in answers] == [True, False, True, False, True, True, False]
    assert (await seen(found.unit, draft)).shown.label == "已接受" and await Job.count() == 4


@ONE_DATABASE
async def test_the_estimate_of_very_many_people_is_computed_when_it_is_asked_for(database: Engine) -> None:
    found, at = await trainee(), "/employer/rosters"
    async with desk_of(found.unit, large=0) as many, desk_of(found.unit, large=1) as few:
        waits, asked, usual = [
            (await desk.get(f"{at}{query}")).text
            for desk, query in ((many, ""), (many, "?estimate=yes"), (few, ""))
        ]
    assert '<a class="btn" href="/employer/rosters?estimate=yes">计算</a>' in waits
    assert "本月至今估算" not in waits and "起始月份" in waits
    for page in (asked, usual):
        assert "本月至今估算" in page and "960.00" in page and ">计算</a>" not in page
