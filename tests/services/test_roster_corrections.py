"""更正 of a 花名册 that takes back all of it, holds what took the place of what was frozen, or is withdrawn."""

from datetime import date

import pytest

from jianxi.domain.periods import Period
from jianxi.services import roster_review, rosters
from jianxi.tables.rosters import RosterMonth
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import FULL, roster, seen
from tests.services.test_rosters import counted, wrong
from tests.traineeships import departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


async def test_money_of_months_in_which_nobody_served_after_all_is_taken_back_by_an_empty_correction() -> (
    None
):
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit, "accepted", office=office, period=OCTOBER)
    assert [row[4] for row in await counted()] == [FULL]
    await departure(of.placement, "approved", last_day=date(2026, 9, 20), asked_by_person=False)

    empty = await rosters.correct(office, id, 3, "9月20日已离岗", NOW)
    await rosters.submit(of.unit, empty, 1, NOW)
    sent = await seen(office, empty)
    assert (sent.people, sent.total_fen, [row[0] for row in await counted()]) == (0, 0, [id])
    await roster_review.accept(office, empty, 2, NOW)

    before, after = await seen(office, id), await seen(office, empty)
    assert (before.counts, after.counts, await counted()) == (False, True, [])
    assert await RosterMonth.count().where(RosterMonth.roster == id) == 1
    assert await wrong() == []
