"""A base is suspended or loses its standing while people wait at it or were accepted: all are told and may leave."""

import pytest

from jianxi.domain import periods
from jianxi.domain.outcomes import Refused
from jianxi.domain.viewers import EmployerViewer, PersonViewer
from jianxi.queries import applications
from jianxi.services import acceptances, base_standing
from jianxi.services.application_endings import decline
from jianxi.services.applications import switch, withdraw
from jianxi.tables.applications import Application
from jianxi.tables.employers import Base
from tests import cast
from tests.cast import JINAN
from tests.conftest import NOW
from tests.routes.applicant_desks import applicant_desk

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)
STOPPED = pytest.mark.parametrize(("stop", "word"), [("suspend", "已暂停"), ("revoke", "已取消资格")])


async def given(state: str) -> tuple[PersonViewer, int, EmployerViewer, int]:
    unit, person = await cast.employer(), await cast.person()
    base = await cast.base(unit)
    return person, await cast.application(person, await cast.position(base), state), unit, base


async def stopped(base: int, stop: str) -> None:
    row = (await Base.select(Base.version).where(Base.id == base))[0]
    deed = {"suspend": base_standing.suspend, "revoke": base_standing.revoke, "resume": base_standing.resume}
    await deed[stop](await cast.official(JINAN), base, row["version"], "核查中", NOW)


async def state_of(id: int) -> str:
    return str((await Application.select(Application.state).where(Application.id == id))[0]["state"])


@STOPPED
async def test_who_waits_is_told_and_changes_or_withdraws(stop: str, word: str) -> None:
    person, id, _, base = await given("waiting")
    await stopped(base, stop)

    told = (await applications.get(person, id, TODAY)).mind
    other = await cast.position(await cast.base(await cast.employer()))
    new = await switch(person, id, 1, other, NOW)
    await withdraw(person, new, 1, NOW)

    assert told.startswith(f"该单位的见习基地{word}，暂时不能录用。")
    assert "可以改报其他岗位，也可以撤销报名" in told
    assert await state_of(id) == "withdrawn"


@STOPPED
async def test_who_was_accepted_is_told_keeps_the_seat_and_may_leave(stop: str, word: str) -> None:
    person, id, _, base = await given("accepted")
    await stopped(base, stop)

    application = await applications.get(person, id, TODAY)
    kept = await state_of(id)
    await decline(person, id, 1, "不再等待", NOW)

    assert application.mind.startswith(f"该单位的见习基地{word}。您的录用和名额保留")
    assert (kept, await state_of(id)) == ("accepted", "cancelled")


async def test_nobody_is_accepted_until_the_base_is_resumed() -> None:
    _, id, unit, base = await given("waiting")
    await stopped(base, "suspend")
    with pytest.raises(Refused, match="恢复为审核通过后可以录用"):
        await acceptances.accept(unit, id, 1, NOW)

    await stopped(base, "resume")
    await acceptances.accept(unit, id, 1, NOW)

    assert await state_of(id) == "accepted"


async def test_nobody_changes_to_a_base_that_is_suspended() -> None:
    person, id, _, _ = await given("waiting")
    base = await cast.base(await cast.employer())
    other = await cast.position(base)
    await stopped(base, "suspend")

    with pytest.raises(Refused, match="基地恢复后可以报名"):
        await switch(person, id, 1, other, NOW)

    assert await state_of(id) == "waiting"


@pytest.mark.parametrize(("state", "way"), [("waiting", "withdrawal"), ("accepted", "declination")])
async def test_the_page_tells_it_and_leads_out(state: str, way: str) -> None:
    person, id, _, base = await given(state)
    await stopped(base, "suspend")
    async with applicant_desk(person) as desk:
        mine = await desk.get("/applicant/applications")
        asked = await desk.get(f"/applicant/applications/{id}/{way}")

    assert "该单位的见习基地已暂停" in mine.text
    assert f"/applicant/applications/{id}/{way}" in mine.text
    assert "之后可以选择其他岗位报名" in asked.text
