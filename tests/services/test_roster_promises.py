"""报送 of a 花名册 does what the page promised: those people and that money, else nothing, with what changed in a sentence."""

from datetime import date

import pytest

from jianxi.domain.jobs import JobKind
from jianxi.domain.outcomes import Stale
from jianxi.queries import jobs as reading
from jianxi.queries import roster_computing, roster_promises
from jianxi.services import job_running, jobs, placement_review, rosters
from jianxi.tables.rosters import RosterLine
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.rosters import AUTUMN, roster, seen, wage
from tests.traineeships import Trainee, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def promised(of: Trainee) -> str:
    """What the page says now."""
    kind = (await seen(of.unit, await roster(of.unit, "draft"))).kind
    found = await roster_computing.computed(of.unit.employer, kind, AUTUMN, NOW.date())
    return (await roster_promises.of(found)).text


async def test_other_people_or_other_money_than_the_page_said_are_not_sent() -> None:
    of, office = await trainee(), await cast.official(cast.LIXIA)
    other = await trainee("waiting", unit=of.unit, position=of.position, name="钱多")
    id = await roster(of.unit, "draft")
    first = await promised(of)

    await wage("2500", date(2026, 10, 1))
    money = r"计入人数仍为1人，合计由2,880.00元变为2,940.00元。请核对后重新报送。"
    with pytest.raises(Stale, match=money):
        await rosters.submit(of.unit, id, 1, NOW, promised=first)
    second = await promised(of)
    await placement_review.reopen(office, of.placement, 1, NOW)
    await placement_review.approve(office, other.placement, 1, NOW)
    with pytest.raises(Stale, match="计入人数和合计不变，但各人各月的金额有变化"):
        await rosters.submit(of.unit, id, 1, NOW, promised=second)
    await placement_review.approve(office, of.placement, 2, NOW)
    with pytest.raises(Stale, match=r"计入人数由1人变为2人，合计由2,940.00元变为5,880.00元"):
        await rosters.submit(of.unit, id, 1, NOW, promised=second)
    for nothing in ("", "x", "1.2", "１.294000.0123456789abcdef"):
        with pytest.raises(Stale, match="没有收到您核对过的人数和合计"):
            await rosters.submit(of.unit, id, 1, NOW, promised=nothing)
    assert await RosterLine.count() == 0

    third = await promised(of)
    await wage("2600", date(2026, 11, 1))
    for _ in range(2):
        await rosters.submit(of.unit, id, 1, NOW, promised=third)
    sent = await seen(of.unit, id)
    assert (sent.state, sent.round, sent.fen) == ("sent", 1, 588_000)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_job_sends_what_the_page_promised_when_it_was_asked_for() -> None:
    of = await trainee()
    id = await roster(of.unit, "draft")
    old = await promised(of)
    await wage("2500", date(2026, 10, 1))
    told = []
    for given in (old, await promised(of)):
        args = {"id": id, "version": 1, "promised": given}
        job = await jobs.ask(of.unit, JobKind.ROSTER_SUBMISSION, "报送", args, NOW)
        await job_running.run_one(lambda: NOW, lambda: False, lambda job, error: None)
        told.append((await reading.get(of.unit, job)).told)

    assert "合计由2,880.00元变为2,940.00元" in told[0]
    assert told[1] == "花名册已报送主管部门。"
