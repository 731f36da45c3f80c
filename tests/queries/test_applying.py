"""What is open to a person today: 报名, 改报 or neither, and why."""

import pytest

from jianxi.domain import periods
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.queries import applying
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = periods.today(NOW)


async def live(state: str) -> tuple[PersonViewer, int]:
    person = await cast.person()
    place = await cast.position(await cast.base(await cast.employer()), title="测量员")
    return person, await cast.application(person, place, state)


@pytest.mark.parametrize("state", ["", "rejected", "withdrawn", "cancelled"])
async def test_who_has_nothing_live_may_apply(state: str) -> None:
    person = (await live(state))[0] if state else await cast.person()

    way = await applying.way(person, TODAY)

    assert (way.verb, way.objection, way.live) == ("apply", "", None)


async def test_who_waits_may_change_and_is_told_what_would_end() -> None:
    person, id = await live("waiting")

    way = await applying.way(person, TODAY)

    assert (way.verb, way.objection) == ("switch", "")
    assert way.live is not None
    assert (way.live.id, way.live.title) == (id, "测量员")


async def test_who_was_accepted_is_told_to_decline_first() -> None:
    way = await applying.way((await live("accepted"))[0], TODAY)

    assert way.verb == ""
    assert "可以先放弃录用，再报其他岗位" in way.objection


async def test_without_an_intention_nothing_is_open() -> None:
    for viewer in (
        await cast.person(intention=False),
        PersonViewer(None, PersonKind.YOUTH, "林晓", True),
    ):
        way = await applying.way(viewer, TODAY)
        assert (way.verb, way.has_intention) == ("", False)
        assert "请先提交" in way.objection


async def test_who_may_apply_nowhere_may_not_change_either() -> None:
    person, _ = await live("waiting")
    async with unit_of_work():
        await Person.update({Person.cohort: 2019}).where(Person.id == person.person)

    way = await applying.way(person, TODAY)

    assert (way.verb, way.live is not None) == ("", True)
    assert "现在可以报名的是2023届至2026届毕业生" in way.objection
