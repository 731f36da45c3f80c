"""报名 and 撤销报名: who may, what is refused, and what is written."""

from datetime import date, timedelta

import pytest

from jianxi.domain.outcomes import Missing, Refused, Stale
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.queries import applications, log
from jianxi.services.applications import apply, withdraw
from jianxi.tables.applications import Application
from jianxi.tables.persons import Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = date(2026, 11, 20)


async def published(**columns: object) -> int:
    return await cast.position(await cast.base(await cast.employer()), **columns)  # type: ignore[arg-type]


async def test_applying_makes_a_waiting_application_and_one_log_entry() -> None:
    person, position = await cast.person(), await published()

    id = await apply(person, position, NOW)

    found = await applications.get(person, id, TODAY)
    assert (found.state, found.position, found.offers) == ("waiting", position, ("withdraw", "switch"))
    assert [event.label for event in await log.timeline("application", id)] == ["报名"]


async def test_who_has_no_intention_is_sent_to_the_form() -> None:
    person = await cast.person(intention=False)

    with pytest.raises(Refused, match="就业见习意向填表"):
        await apply(person, await published(), NOW)


async def test_who_has_not_submitted_anything_yet_cannot_apply() -> None:
    stranger = PersonViewer(None, PersonKind.YOUTH, "林晓", by_identity=True)

    with pytest.raises(Refused, match="就业见习意向填表"):
        await apply(stranger, await published(), NOW)


@pytest.mark.parametrize("columns", [{"deadline": date(2026, 11, 19)}, {"headcount": 1, "accepted": 1}])
async def test_a_closed_or_full_position_takes_no_application(columns: dict[str, object]) -> None:
    person, position = await cast.person(), await published(**columns)

    with pytest.raises(Refused, match=r"已.*不能报名。.*也可以现在选择其他岗位"):
        await apply(person, position, NOW)


async def test_the_deadline_is_still_a_day_to_apply() -> None:
    position = await published(deadline=TODAY)

    assert await apply(await cast.person(), position, NOW)


async def test_a_position_of_a_suspended_base_takes_no_application() -> None:
    base = await cast.base(await cast.employer(), "suspended")

    with pytest.raises(Refused, match="见习基地"):
        await apply(await cast.person(), await cast.position(base), NOW)


async def test_a_withdrawn_position_says_that_it_is_not_published() -> None:
    position = await published(state="withdrawn")

    with pytest.raises(Refused, match="没有发布"):
        await apply(await cast.person(), position, NOW)


@pytest.mark.parametrize("state", ["waiting_county", "waiting_city", "approved", "rejected"])
async def test_a_position_never_published_does_not_exist_for_a_person(state: str) -> None:
    position = await published(state=state)

    with pytest.raises(Missing):
        await apply(await cast.person(), position, NOW)


async def test_a_second_application_is_refused_while_one_lives() -> None:
    person = await cast.person()
    await apply(person, await published(), NOW)

    with pytest.raises(Refused, match="已有一个等待审核的报名"):
        await apply(person, await published(), NOW)


async def test_after_a_rejection_the_person_may_choose_again() -> None:
    person = await cast.person()
    await cast.application(person, await published(), "rejected")

    assert await apply(person, await published(), NOW)


async def test_a_used_chance_is_refused() -> None:
    person = await cast.person()
    async with unit_of_work():
        await Person.update({Person.chance_used_at: NOW}).where(Person.id == person.person)

    with pytest.raises(Refused, match="只有一次机会"):
        await apply(person, await published(), NOW)


async def test_withdrawing_frees_the_person() -> None:
    person = await cast.person()
    id = await apply(person, await published(), NOW)

    await withdraw(person, id, 1, NOW + timedelta(hours=1))

    assert (await applications.get(person, id, TODAY)).state == "withdrawn"
    assert await apply(person, await published(), NOW)


async def test_an_accepted_application_cannot_be_withdrawn() -> None:
    person = await cast.person()
    id = await cast.application(person, await published(), "accepted")

    with pytest.raises(Refused, match="可以放弃录用"):
        await withdraw(person, id, 1, NOW)


async def test_withdrawing_what_changed_since_is_stale() -> None:
    person = await cast.person()
    id = await apply(person, await published(), NOW)
    await withdraw(person, id, 1, NOW)

    with pytest.raises(Stale, match="撤销该报名"):
        await withdraw(person, id, 1, NOW)


async def test_a_stranger_cannot_withdraw_somebody_elses() -> None:
    id = await apply(await cast.person(), await published(), NOW)

    with pytest.raises(Missing):
        await withdraw(await cast.person(), id, 1, NOW)
    assert (await Application.select(Application.state))[0]["state"] == "waiting"
