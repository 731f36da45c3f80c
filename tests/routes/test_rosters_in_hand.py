"""补贴经费花名册 of an employer: what is begun, returned or settled already is not offered a second time."""

from datetime import date
from typing import Any

import pytest

from jianxi.domain.periods import Period
from jianxi.domain.rosters import RosterKind
from tests import cast
from tests.rosters import roster, wage
from tests.routes.base_desks import desk_of
from tests.traineeships import trainee

LIST = "/employer/rosters"
SEPTEMBER = Period(date(2026, 9, 1), date(2026, 9, 30))
LAST_YEAR = Period(date(2025, 1, 1), date(2025, 12, 31))


@pytest.mark.anyio
@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_months_and_years_that_are_in_a_roster_already_lead_to_it_instead_of_to_another() -> None:
    unit = await cast.employer()
    post = await cast.position(await cast.base(unit), headcount=9)
    months: dict[str, Any] = {"starts_on": date(2025, 3, 1), "ends_on": date(2025, 8, 31)}
    await trainee(unit=unit, position=post, **months)
    await wage("2200", since=months["starts_on"])
    await roster(unit, "accepted", period=Period(date(2025, 3, 1), date(2025, 8, 31)))
    settled = await roster(unit, "accepted", RosterKind.SETTLEMENT, LAST_YEAR)
    await trainee(unit=unit, position=post, name="孙七")
    returned = await roster(unit, "returned", period=SEPTEMBER)
    async with desk_of(unit) as desk:
        page = (await desk.get(LIST)).text
    assert f'href="{LIST}/{returned}">继续办理2026年9月（已退回）</a>' in page
    assert "办理2026年10月</a>" in page and "办理2026年9月</a>" not in page and "9月至10月" not in page
    assert "2026年9月</th>" in page
    assert f'已接受</span><a class="btn slim" href="{LIST}/{settled}">查看2025年年度清算</a>' in page
    assert "办理2025年年度清算" not in page
