"""The running estimate: the present month up to today, and each month over that no roster claims."""

from datetime import date

import pytest

from jianxi.domain.periods import Period
from jianxi.queries.subsidy_estimates import Estimate, running
from tests.rosters import roster
from tests.traineeships import departure, trainee

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]
TODAY = date(2026, 11, 20)
SEPTEMBER, OCTOBER, NOVEMBER = (date(2026, month, 1) for month in (9, 10, 11))


async def test_the_present_month_counts_up_to_today_and_others_whole() -> None:
    of = await trainee()
    await trainee("waiting", unit=of.unit, position=of.position, name="李四")
    leaving = await trainee(unit=of.unit, position=of.position, name="王五")
    await departure(leaving.placement, "waiting", last_day=date(2026, 11, 18), asked_by_person=False)

    found = await running(of.unit.employer, TODAY)

    # Twenty days of thirty, 60 % of 2,400.00.
    assert found == (
        Estimate(NOVEMBER, False, 1, 96_000, 0, 1, 1),
        Estimate(OCTOBER, True, 2, 288_000, 0, 0, 1),
        Estimate(SEPTEMBER, True, 2, 288_000, 0, 0, 1),
    )


async def test_what_is_sent_or_accepted_is_left_out_and_what_came_back_is_not() -> None:
    october, states = Period(OCTOBER, date(2026, 10, 31)), {}
    for state in ("draft", "returned", "sent", "accepted"):
        of = await trainee()
        await roster(of.unit, state, period=october)
        states[state] = OCTOBER in [each.month for each in await running(of.unit.employer, TODAY)]

    assert states == {"draft": True, "returned": True, "sent": False, "accepted": False}


async def test_a_month_without_a_wage_says_so_and_the_others_are_told() -> None:
    of = await trainee(starts_on=date(2025, 9, 1), ends_on=date(2025, 10, 31))

    found = await running(of.unit.employer, TODAY)

    assert [(each.month, each.fen, each.lacking) for each in found] == [
        (date(2025, 10, 1), 144_000, ()),
        (date(2025, 9, 1), 0, ("缺少 济南市历下区 2025年9月 的最低工资标准",)),
    ]
    assert await running(of.unit.employer, date(2025, 8, 31)) == ()
