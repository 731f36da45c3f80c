"""更正 of a 花名册 that takes back all of it, holds what took the place of what was frozen, or is withdrawn."""

from datetime import date
from typing import Any

import pytest

from jianxi.domain.outcomes import Missing, Refused
from jianxi.domain.periods import Period
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.services import departure_review, retentions, roster_review, roster_withdrawals, rosters
from jianxi.tables.departures import Departure, Retention
from jianxi.tables.notices import Notice
from jianxi.tables.rosters import RosterMonth
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import AUTUMN, FULL, roster, seen
from tests.services.test_rosters import counted, wrong
from tests.traineeships import departure, retention, trainee

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


async def test_what_took_the_place_of_what_was_sent_is_held_fast_like_it() -> None:
    kept, office = await trainee(), await cast.official(cast.LIXIA)
    gone = await trainee(unit=kept.unit, position=kept.position, name="钱多")
    contract: dict[str, Any] = {"contract_from": date(2026, 10, 25), "insured_on": None}
    left: dict[str, Any] = {"last_day": date(2026, 10, 20), "asked_by_person": False}
    first_kept = await retention(kept.placement, **contract)
    first_gone = await departure(gone.placement, "approved", **left)
    id = await roster(kept.unit)
    async with unit_of_work():
        await Retention.update({Retention.state: "revoked"}).where(Retention.id == first_kept)
        await Departure.update({Departure.state: "recalled"}).where(Departure.id == first_gone)
    again_kept = await retention(kept.placement, **contract)
    again_gone = await departure(gone.placement, "approved", **left)

    await roster_review.accept(office, id, 2, NOW)

    with pytest.raises(Refused, match="更正办理期间可以撤销"):
        await departure_review.reopen(office, again_gone, 1, NOW)
    with pytest.raises(Refused, match="花名册"):
        await retentions.revoke(kept.unit, again_kept, 1, NOW)
    await rosters.correct(kept.unit, id, 3, "离岗日期有误", NOW)
    await departure_review.reopen(office, again_gone, 1, NOW)
    await retentions.revoke(kept.unit, again_kept, 1, NOW)


async def test_what_came_after_the_acceptance_and_changed_nothing_of_it_is_free() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    await roster(of.unit, "accepted", office=office)
    late = await departure(of.placement, "approved", last_day=AUTUMN.last, asked_by_person=False)

    await departure_review.reopen(office, late, 1, NOW)


async def test_the_office_takes_back_what_it_asked_for_until_the_employer_has_sent_it() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    id = await roster(of.unit, "accepted", office=office)
    own = await rosters.correct(of.unit, id, 3, "考勤有误", NOW)
    with pytest.raises(Refused):
        await roster_withdrawals.withdraw(office, id, 4, NOW)
    await rosters.discard(of.unit, own, 1, NOW)

    asked_for = await rosters.correct(office, id, 4, "请核对考勤", NOW)
    for stranger in (await cast.official(cast.JINAN), await cast.official(cast.SHIZHONG)):
        assert not await may_take_back(stranger, id)
    assert await may_take_back(office, id) and not await may_take_back(of.unit, id)
    await roster_withdrawals.withdraw(office, id, 5, NOW)

    with pytest.raises(Missing):
        await seen(of.unit, asked_for)
    found = await seen(office, id)
    assert (found.counts, found.correction, found.offers) == (True, None, ("correct",))
    told = (await Notice.select().where(Notice.verb == "withdraw"))[0]
    assert (told["employer"], told["path"]) == (of.unit.employer, f"/employer/rosters/{id}")
    assert "提出的更正已撤回" in told["body"] and "历下区" in told["body"]
    with pytest.raises(Refused, match="没有正在办理的更正"):
        await roster_withdrawals.withdraw(office, id, 5, NOW)

    sent = await rosters.correct(office, id, 5, "请核对考勤", NOW)
    await rosters.submit(of.unit, sent, 1, NOW)
    with pytest.raises(Refused, match="不能删除"):
        await roster_withdrawals.withdraw(office, id, 6, NOW)
    assert await wrong() == []


async def may_take_back(viewer: EmployerViewer | OfficialViewer, id: int) -> bool:
    try:
        return (await seen(viewer, id)).may_take_back
    except Missing:
        return False
