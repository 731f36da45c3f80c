"""离岗 at the office: decided with the certificate or without, taken back; 未上岗 frees seat and chance."""

from datetime import date
from typing import Any

import pytest

from jianxi.domain.outcomes import Invalid, Missing, Refused
from jianxi.domain.placements import Duty
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import placements
from jianxi.services import departure_review
from jianxi.tables.applications import Application
from jianxi.tables.log import LogEntry
from jianxi.tables.notices import Notice
from jianxi.tables.persons import Person
from jianxi.tables.placements import Placement
from jianxi.tables.positions import Position
from tests import cast
from tests.conftest import NOW
from tests.departure_forms import row
from tests.traineeships import START, Trainee, departure, trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY, BEFORE = date(2026, 11, 20), date(2026, 8, 31)
NOT_COME: dict[str, Any] = {"asked_by_person": False, "reason": "never_came", "last_day": BEFORE}


async def office(region: str = cast.LIXIA) -> OfficialViewer:
    return await cast.official(region)


async def told(of: Trainee) -> list[list[str]]:
    """What the unit and the person were told, oldest first."""
    sides = (Notice.employer == of.unit.employer, Notice.person == of.person.person)
    rows = [await Notice.select().where(mine).order_by(Notice.id) for mine in sides]
    return [[row["body"] for row in found] for found in rows]


async def standing(of: Trainee) -> tuple[str, int, bool, bool]:
    """The application's state, seats taken, whether the chance is used, whether 未上岗 is marked."""
    (a,) = await Application.select(Application.state).where(Application.id == of.application)
    (o,) = await Position.select(Position.accepted).where(Position.id == of.position)
    (p,) = await Person.select(Person.chance_used_at).where(Person.id == of.person.person)
    (placed,) = await Placement.select(Placement.never_came).where(Placement.id == of.placement)
    return a["state"], o["accepted"], p["chance_used_at"] is not None, placed["never_came"]


async def test_an_approved_departure_holds_from_its_day_on() -> None:
    of, county = await trainee(), await office()
    id = await departure(of.placement, "waiting", last_day=TODAY)

    await departure_review.approve(county, id, 1, date(2027, 1, 1), NOW)

    found = await row(id)
    assert (found["state"], found["last_day"], found["decided_from"]) == ("approved", TODAY, "waiting")
    assert found["decided_by"] == county.name
    assert (await placements.get(of.unit, of.placement, TODAY)).duty is Duty.LEFT
    assert (await placements.get(of.unit, of.placement, date(2026, 11, 19))).duty is Duty.ON_DUTY
    assert await standing(of) == ("accepted", 1, True, False)


async def test_the_office_sets_the_day_where_the_employer_was_passed_over() -> None:
    of, county = await trainee(), await office()
    id = await departure(of.placement, "waiting_office", last_day=date(2026, 11, 30))
    for day in (None, date(2027, 3, 1)):
        with pytest.raises(Invalid):
            await departure_review.approve(county, id, 1, day, NOW)

    await departure_review.approve(county, id, 1, date(2026, 12, 4), NOW)
    assert ((await row(id))["last_day"], (await row(id))["certificate"]) == (date(2026, 12, 4), 0)

    await departure_review.reopen(county, id, 2, NOW)
    undone = await row(id)
    assert (undone["state"], undone["decided_from"], undone["decided_at"]) == ("waiting_office", "", None)
    assert undone["last_day"] == undone["wanted_on"] == date(2026, 11, 30)


async def test_a_rejection_is_told_and_taken_back() -> None:
    of, county = await trainee(), await office()
    id = await departure(of.placement, "waiting")
    with pytest.raises(Invalid):
        await departure_review.reject(county, id, 1, [], "", NOW)

    await departure_review.reject(county, id, 1, ["seal"], "请补盖", NOW)
    assert (await row(id))["rejection"] == "解除协议证明缺少单位盖章；请补盖"
    await departure_review.reopen(county, id, 2, NOW)

    assert ((await row(id))["state"], (await row(id))["rejection"]) == ("waiting", "")
    entries = await LogEntry.select().where(LogEntry.noun == "departure").order_by(LogEntry.id)
    assert [(e["verb"], e["source"], e["target"]) for e in entries] == [
        ("reject", "waiting", "rejected"),
        ("reopen", "rejected", "waiting"),
    ]


async def test_who_brought_it_to_the_office_in_vain_is_not_told_of_a_certificate() -> None:
    of, county = await trainee(), await office()
    id = await departure(of.placement, "waiting_office")

    await departure_review.reject(county, id, 1, ["seal"], "", NOW)

    for (body,) in await told(of):
        assert "见习不因此提前结束" in body and "重新上传" not in body and "重新办理" not in body


async def test_only_the_office_of_the_bases_level_decides_and_only_what_is_before_it() -> None:
    of = await trainee()
    id = await departure(of.placement, "waiting")
    with pytest.raises(Refused):
        await departure_review.approve(await office(cast.JINAN), id, 1, None, NOW)
    with pytest.raises(Missing):
        await departure_review.approve(await office(cast.SHIZHONG), id, 1, None, NOW)
    early = await departure((await trainee()).placement, "waiting_certificate")
    with pytest.raises(Refused, match="还没有上传"):
        await departure_review.approve(await office(), early, 1, None, NOW)


async def test_who_never_came_has_seat_and_chance_back_until_that_is_undone() -> None:
    of, county = await trainee(), await office()
    id = await departure(of.placement, "waiting", **NOT_COME)

    await departure_review.approve(county, id, 1, TODAY, NOW)
    assert await standing(of) == ("cancelled", 0, False, True)
    assert (await row(id))["last_day"] == BEFORE < START
    entries = await LogEntry.select().where(LogEntry.noun == "application")
    assert [(e["verb"], e["target"], e["reason"]) for e in entries] == [("release", "cancelled", "未上岗")]
    (unit,), (person,) = await told(of)
    assert "未上岗" in unit and "名额已空出" in unit and "没有上岗" in person and "机会没有使用" in person

    await departure_review.reopen(county, id, 2, NOW)
    assert await standing(of) == ("accepted", 1, True, False)
    assert (await row(id))["state"] == "waiting"
    (_, unit), (_, person) = await told(of)
    assert "录用恢复" in unit and "录用恢复" in person


async def test_undone_never_came_uses_the_chance_even_while_the_agreement_waits_anew() -> None:
    """No decision about the agreement stands whose moment could be the chance's."""
    of = await trainee("waiting", was_on_duty=True)
    leaving, official = await departure(of.placement, "waiting", **NOT_COME), await office()

    await departure_review.approve(official, leaving, 1, None, NOW)
    freed = await standing(of)
    await departure_review.reopen(official, leaving, 2, NOW)

    assert freed == ("cancelled", 0, False, True)
    assert await standing(of) == ("accepted", 1, True, False)
