"""报名: what the employer decides, and that no order of events passes 见习人数."""

import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused
from jianxi.services import acceptances
from jianxi.tables.applications import Application
from jianxi.tables.log import LogEntry
from jianxi.tables.positions import Position
from tests.cast import application, base, employer, person, position
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def state_of(id: int) -> str:
    return str((await Application.select(Application.state).where(Application.id == id))[0]["state"])


async def seats_taken(id: int) -> int:
    return int((await Position.select(Position.accepted).where(Position.id == id))[0]["accepted"])


async def test_accepting_takes_a_seat_and_is_logged() -> None:
    unit = await employer()
    place = await position(await base(unit))
    id = await application(await person(), place)
    await acceptances.accept(unit, id, 1, NOW)
    assert (await state_of(id), await seats_taken(place)) == ("accepted", 1)
    entries = await LogEntry.select().where(LogEntry.noun == "application")
    assert [(e["verb"], e["source"], e["target"]) for e in entries] == [("accept", "waiting", "accepted")]


async def test_rejecting_keeps_the_reason_and_the_seats() -> None:
    unit = await employer()
    place = await position(await base(unit))
    id = await application(await person(), place)
    await acceptances.reject(unit, id, 1, ["major"], "另有安排", NOW)
    row = (await Application.select().where(Application.id == id))[0]
    assert (row["state"], row["rejection"]) == ("rejected", "所学专业与岗位不符；另有安排")
    assert await seats_taken(place) == 0


async def test_rejecting_without_a_reason_asks_for_one() -> None:
    unit = await employer()
    id = await application(await person(), await position(await base(unit)))
    with pytest.raises(Invalid):
        await acceptances.reject(unit, id, 1, [], "", NOW)
    assert await state_of(id) == "waiting"


async def test_a_rejection_is_final() -> None:
    unit = await employer()
    id = await application(await person(), await position(await base(unit)), "rejected")
    with pytest.raises(Refused):
        await acceptances.accept(unit, id, 1, NOW)


async def test_somebody_who_was_rejected_may_apply_again() -> None:
    unit = await employer()
    place = await position(await base(unit))
    who = await person()
    id = await application(who, place)
    await acceptances.reject(unit, id, 1, ["chosen"], "", NOW)
    assert await application(who, place) > id


async def test_a_full_position_says_what_to_do_next() -> None:
    unit = await employer()
    place = await position(await base(unit), headcount=1)
    await application(await person(), place, "accepted")
    id = await application(await person(), place)
    with pytest.raises(Refused, match="已录用1人，不能再录用。有录用取消后可以再录用"):
        await acceptances.accept(unit, id, 1, NOW)
    assert (await state_of(id), await seats_taken(place)) == ("waiting", 1)


async def test_nobody_is_accepted_while_the_base_is_suspended() -> None:
    unit = await employer()
    id = await application(await person(), await position(await base(unit, "suspended")))
    with pytest.raises(Refused, match="见习基地目前不是“审核通过”"):
        await acceptances.accept(unit, id, 1, NOW)


async def test_another_employer_finds_nothing() -> None:
    stranger = await employer()
    id = await application(await person(), await position(await base(await employer())))
    with pytest.raises(Missing):
        await acceptances.accept(stranger, id, 1, NOW)
    with pytest.raises(Missing):
        await acceptances.reject(stranger, id, 1, ["major"], "", NOW)
    assert await state_of(id) == "waiting"
