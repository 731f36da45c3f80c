"""录用上岗登记 against a second one, against 取消录用 and 放弃录用, and 修改登记 against another: one wins, nothing is left half."""

import asyncio
from collections.abc import Awaitable

import pytest

from jianxi.domain.outcomes import Refused, Stale
from jianxi.queries.invariants import violations
from jianxi.services import acceptances, placements
from jianxi.services.application_endings import cancel, decline
from jianxi.tables.applications import Application
from jianxi.tables.papers import Paper
from jianxi.tables.placements import Placement
from tests.cast import person
from tests.conftest import NOW
from tests.races import lived
from tests.registrations import form
from tests.traineeships import Trainee

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]


async def accepted() -> Trainee:
    place, who = await lived.place(), await person()
    position = await lived.published(place)
    id = await lived.applied(who, position)
    await acceptances.accept(place.unit, id, 1, NOW)
    return Trainee(place.unit, who, place.base, position, id, 0)


async def at_once(*deeds: Awaitable[object]) -> list[BaseException]:
    """What those that lost were told."""
    ended = await asyncio.gather(*deeds, return_exceptions=True)
    return [each for each in ended if isinstance(each, BaseException)]


async def states(of: Trainee) -> tuple[str, str]:
    (application,) = await Application.select(Application.state).where(Application.id == of.application)
    found = await Placement.select(Placement.state).where(Placement.application == of.application)
    return application["state"], "".join(row["state"] for row in found)


async def test_of_two_registrations_one_stands_and_the_other_is_told() -> None:
    of = await accepted()

    lost = await at_once(*(placements.record(of.unit, of.application, form(), NOW) for _ in range(4)))

    assert [type(each) for each in lost] == [Stale] * 3
    assert await states(of) == ("accepted", "unsigned")
    assert await violations() == []


@pytest.mark.parametrize("who", ["unit", "person"])
async def test_a_registration_and_the_end_of_its_acceptance_never_both_stand(who: str) -> None:
    of = await accepted()
    ending = (
        cancel(of.unit, of.application, 2, "岗位取消", NOW)
        if who == "unit"
        else decline(of.person, of.application, 2, "已找到工作", NOW)
    )

    lost = await at_once(placements.record(of.unit, of.application, form(), NOW), ending)

    assert all(isinstance(each, Refused) for each in lost)
    assert await states(of) in {("cancelled", ""), ("cancelled", "cancelled")}
    assert await violations() == []


async def test_of_two_edits_one_makes_the_next_version_and_the_other_is_told() -> None:
    of = await accepted()
    id = await placements.record(of.unit, of.application, form(), NOW)

    edits = (placements.edit(of.unit, id, 1, form(mentor=name), NOW) for name in ("李强", "赵刚"))
    lost = await at_once(*edits)

    assert [type(each) for each in lost] == [Stale]
    assert await Paper.count().where(Paper.kind == "agreement") == 2
    assert await violations() == []
