"""报省厅备案 of a base that was revoked and goes through the chain anew: what holds it, and what the province is told."""

import asyncio
from datetime import datetime, timedelta

import pytest

from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import EmployerViewer
from jianxi.forms.bases import BaseForm
from jianxi.forms.reading import read
from jianxi.queries import bases as reading
from jianxi.queries import filed_bases, filing_plans, invariants
from jianxi.queries.bases import Base
from jianxi.queries.invariants_filings import OF_FILINGS
from jianxi.services import base_review, base_standing, bases
from jianxi.services import filings as services
from jianxi.tables.employers import Base as Row
from jianxi.tables.engine import current
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast import JINAN, LIXIA, base, employer, official
from tests.cast_facts import BASE_FORM
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
UNIT = "济南甲精工有限公司"


def after(hours: int) -> datetime:
    return NOW + timedelta(hours=hours)


async def own(unit: EmployerViewer) -> Base:
    found = await reading.of_employer(unit)
    assert found is not None
    return found


async def filed() -> tuple[EmployerViewer, int]:
    unit = await employer(name=UNIT)
    await services.file(await official(JINAN), [(await base(unit, approved_at=NOW), 1)], NOW)
    return unit, (await own(unit)).id


async def file_another(at: int) -> list[tuple[str, str]]:
    """What a filing of another base of the city tells of those no longer in force."""
    id = await services.file(await official(JINAN), [(await base(await employer()), 1)], after(at))
    stopped = (await filed_bases.of_round(id, 1)).stopped
    return [(line.facts.unit, line.standing.label) for line in stopped]


async def revoke(unit: EmployerViewer, at: int) -> None:
    seen = await own(unit)
    await base_standing.revoke(await official(JINAN), seen.id, seen.version, "指导师不在岗", after(at))


async def submit(unit: EmployerViewer, at: int) -> None:
    form = read(BaseForm, BASE_FORM, after(at).date())
    await bases.submit(unit, (await own(unit)).version, form, after(at))


async def approve(unit: EmployerViewer, office: str, at: int) -> None:
    seen = await own(unit)
    await base_review.approve(await official(office), seen.id, seen.version, after(at))


async def reopen(unit: EmployerViewer, at: int) -> None:
    seen = await own(unit)
    await base_review.reopen(await official(JINAN), seen.id, seen.version, after(at))


@pytest.mark.parametrize("was_told", [True, False])
async def test_a_filing_of_an_approval_that_was_revoked_does_not_hold_the_next_one(was_told: bool) -> None:
    unit, id = await filed()
    await revoke(unit, 1)
    if was_told:
        await file_another(2)
    await submit(unit, 3)
    await approve(unit, LIXIA, 4)
    await approve(unit, JINAN, 5)
    assert not (await own(unit)).is_filed
    await reopen(unit, 6)
    assert await invariants.violations(OF_FILINGS) == []
    await approve(unit, JINAN, 7)
    await services.file(await official(JINAN), [(id, (await own(unit)).version)], after(8))
    with pytest.raises(Refused, match="已报省厅备案"):
        await reopen(unit, 9)


async def test_an_approval_that_is_filed_stays_held_once_its_suspension_was_told_and_ended() -> None:
    unit, id = await filed()
    city = await official(JINAN)
    await base_standing.suspend(city, id, 1, "实地核查", after(1))
    told = await file_another(2)
    await base_standing.resume(city, id, 2, "整改完成", after(3))
    assert told == [(UNIT, "已暂停")]
    with pytest.raises(Refused, match="已报省厅备案"):
        await reopen(unit, 4)


async def test_an_approval_of_the_same_day_with_the_same_facts_can_be_filed_anew() -> None:
    unit, id = await filed()
    await revoke(unit, 1)
    await submit(unit, 2)

    await approve(unit, LIXIA, 3)
    await approve(unit, JINAN, 4)
    again = await services.file(await official(JINAN), [(id, (await own(unit)).version)], after(5))
    assert [line.facts.unit for line in (await filed_bases.of_round(again, 1)).in_force] == [UNIT]


async def test_the_province_is_told_once_that_it_is_revoked_and_nothing_of_the_chain_that_begins_anew() -> (
    None
):
    unit, id = await filed()
    seen = await own(unit)
    await base_standing.suspend(await official(JINAN), id, seen.version, "实地核查", after(1))
    told = [await file_another(2)]
    await revoke(unit, 3)
    told.append(await file_another(4))
    await submit(unit, 5)
    told.append(await file_another(6))
    await approve(unit, LIXIA, 7)
    told.append(await file_another(8))
    again = await own(unit)
    await base_review.reject(await official(JINAN), id, again.version, ["other"], "材料不全", after(9))
    told.append(await file_another(10))
    assert told == [[(UNIT, "已暂停")], [(UNIT, "已取消资格")], [], [], []]


async def test_a_revocation_that_was_not_told_is_told_as_such_while_the_chain_goes_on() -> None:
    unit, _ = await filed()
    await revoke(unit, 1)
    await submit(unit, 2)
    assert [await file_another(3), await file_another(4)] == [[(UNIT, "已取消资格")], []]


@pytest.mark.parametrize("database_kind", ["postgres"], indirect=True)
async def test_a_base_that_is_resumed_while_a_filing_is_sent_is_not_told_as_suspended() -> None:
    _, id = await filed()
    city, other, begun = await official(JINAN), await base(await employer()), asyncio.Event()
    await base_standing.suspend(city, id, 1, "实地核查", after(1))

    async def send() -> int:
        await begun.wait()
        return await services.file(city, [(other, 1)], after(2))

    sending = asyncio.create_task(send())
    async with unit_of_work():
        await Row.update({Row.state: "approved", Row.stopped_reason: ""}).where(Row.id == id)
        begun.set()
        while not (sending.done() or await somebody_waits()):
            pass  # Each question lets the other go on.
    assert (await filed_bases.of_round(await sending, 1)).stopped == ()


async def somebody_waits() -> bool:
    """For a lock that another unit of work holds."""
    await current().run("SELECT pg_stat_clear_snapshot()")
    waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
    return bool(await current().run(waiting))


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_of_many_bases_only_those_are_read_that_most_likely_have_something_to_tell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = [await base(await employer(), decided_at=after(-each)) for each in (9, 3, 6)]
    city = await official(JINAN)
    await services.file(city, [(id, 1) for id in told], NOW)
    never = await base(await employer())
    async with unit_of_work():
        await Row.update({Row.yearly_posts: 70}).where(Row.id.is_in(told))
    monkeypatch.setattr(filing_plans, "READ_TO_ADD", 2)
    found = await filing_plans.addable(city, 0, [], NOW.date())
    assert [each.base.id for each in found] == [never, told[1]]
