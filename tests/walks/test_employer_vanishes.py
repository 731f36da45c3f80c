"""The employer does nothing any more: after the acceptance, or before it ever decided. Nobody has to wait for it."""

from datetime import timedelta

import pytest

from jianxi.domain.viewers import EmployerViewer, PersonViewer
from jianxi.services.application_endings import cancel, decline
from jianxi.services.applications import apply, switch, withdraw
from jianxi.tables.accounts import Account
from jianxi.tables.applications import Application
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast import LIXIA
from tests.conftest import NOW
from tests.routes.applicant_desks import applicant_desk
from tests.routes.base_desks import desk_of, version_in

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
MONTHS_LATER = NOW + timedelta(days=200)
LATE = (NOW + timedelta(days=900)).date()


async def given(state: str) -> tuple[PersonViewer, int, EmployerViewer]:
    """Somebody's application at a position with one seat."""
    unit, person = await cast.employer(LIXIA), await cast.person()
    place = await cast.position(await cast.base(unit), headcount=1)
    return person, await cast.application(person, place, state), unit


async def locked(unit: EmployerViewer) -> None:
    async with unit_of_work():
        await Account.update({Account.disabled: True}).where(Account.id == unit.account)


async def elsewhere() -> int:
    return await cast.position(await cast.base(await cast.employer()), deadline=LATE)


async def state_of(id: int) -> str:
    return str((await Application.select(Application.state).where(Application.id == id))[0]["state"])


async def taken(id: int) -> int:
    place = (await Application.select(Application.position).where(Application.id == id))[0]["position"]
    return int((await Position.select(Position.accepted).where(Position.id == place))[0]["accepted"])


async def test_months_after_the_acceptance_the_person_leaves_and_applies_elsewhere() -> None:
    person, id, _ = await given("accepted")

    await decline(person, id, 1, "单位半年没有联系", MONTHS_LATER)

    assert (await state_of(id), await taken(id)) == ("cancelled", 0)
    assert await apply(person, await elsewhere(), MONTHS_LATER)


async def test_with_the_units_account_locked_the_person_leaves_all_the_same() -> None:
    person, id, unit = await given("accepted")
    await locked(unit)

    await decline(person, id, 1, "单位没有联系", NOW)

    assert await state_of(id) == "cancelled"


async def test_with_the_units_account_locked_the_office_sets_the_person_free() -> None:
    person, id, unit = await given("accepted")
    await locked(unit)

    await cancel(await cast.official(LIXIA), id, 1, "单位已注销", NOW)

    assert (await state_of(id), await taken(id)) == ("cancelled", 0)
    assert await apply(person, await elsewhere(), NOW)


@pytest.mark.parametrize("way", ["withdraw", "switch"])
async def test_who_was_never_answered_leaves_months_after_the_deadline(way: str) -> None:
    person, id, unit = await given("waiting")
    await locked(unit)

    if way == "withdraw":
        await withdraw(person, id, 1, MONTHS_LATER)
        assert await apply(person, await elsewhere(), MONTHS_LATER)
    else:
        assert await switch(person, id, 1, await elsewhere(), MONTHS_LATER)

    assert await state_of(id) == "withdrawn"


async def test_the_persons_page_names_the_unit_the_office_and_the_way_out() -> None:
    person, id, _ = await given("accepted")
    address = f"/applicant/applications/{id}/declination"
    async with applicant_desk(person) as desk:
        mine, asked = await desk.get("/applicant/applications"), await desk.get(address)
        done = await desk.post(address, {"v": version_in(asked.text), "reason": "单位没有联系"})
        search = await desk.get("/applicant/positions")

    assert "053188880000" in mine.text
    assert "济南市历下区人社部门" in mine.text
    assert address in mine.text
    assert done.status_code == 303
    assert "暂不能报名" not in search.text


async def test_the_office_finds_the_person_by_the_units_name_and_sets_them_free() -> None:
    person, id, unit = await given("accepted")
    await locked(unit)
    async with desk_of(await cast.official(LIXIA)) as desk:
        listed = await desk.get(f"/authority/applications?q={unit.name}")
        address = f"/authority/applications/{id}/cancellation"
        asked = await desk.get(address)
        await desk.post(address, {"v": version_in(asked.text), "reason": "单位已注销"})
    async with applicant_desk(person) as desk:
        mine = await desk.get("/applicant/applications")

    assert address in listed.text
    assert "主管部门取消录用：单位已注销" in mine.text
    assert "现在没有进行中的报名" in mine.text
