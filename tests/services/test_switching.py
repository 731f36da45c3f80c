"""改报: both halves or neither, judged as if the first application were not there."""

from datetime import date, timedelta
from typing import Any

import pytest

from jianxi.domain.outcomes import Missing, Refused, Stale
from jianxi.domain.viewers import EmployerViewer, PersonKind, PersonViewer
from jianxi.services import acceptances
from jianxi.services.applications import switch, withdraw
from jianxi.tables.applications import Application
from jianxi.tables.log import LogEntry
from tests import cast
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
TODAY = date(2026, 11, 20)


async def row_of(id: int) -> dict[str, Any]:
    return (await Application.select().where(Application.id == id))[0]


async def waiting(who: PersonViewer | None = None) -> tuple[PersonViewer, int, EmployerViewer]:
    """Somebody who waits, the application, and the employer it waits at."""
    unit = await cast.employer()
    person = who or await cast.person()
    return person, await cast.application(person, await cast.position(await cast.base(unit))), unit


async def elsewhere(base_state: str = "approved", state: str = "published", **columns: Any) -> int:
    return await cast.position(await cast.base(await cast.employer(), base_state), state, **columns)


async def test_the_first_application_ends_and_the_other_begins() -> None:
    person, id, _ = await waiting()
    wanted = await elsewhere()

    new = await switch(person, id, 1, wanted, NOW)

    old, made = await row_of(id), await row_of(new)
    assert (old["state"], made["state"]) == ("withdrawn", "waiting")
    assert (made["position"], made["switched_from"], made["applied_at"]) == (wanted, id, NOW)


async def test_both_halves_are_logged_and_nothing_else() -> None:
    person, id, _ = await waiting()

    new = await switch(person, id, 1, await elsewhere(), NOW)

    entries = await LogEntry.select().where(LogEntry.noun == "application").order_by(LogEntry.id)
    told = [(e["record"], e["verb"], e["source"], e["target"]) for e in entries]
    assert told == [(id, "switch", "waiting", "withdrawn"), (new, "apply", "", "waiting")]


@pytest.mark.parametrize(
    ("where", "says"),
    [
        ({"deadline": TODAY - timedelta(days=1)}, "截止"),
        ({"headcount": 1, "accepted": 1}, "已录满"),
        ({"state": "withdrawn"}, "没有发布"),
        ({"base_state": "suspended"}, "见习基地"),
    ],
)
async def test_where_the_other_cannot_be_applied_for_the_first_stays(
    where: dict[str, Any], says: str
) -> None:
    person, id, _ = await waiting()

    with pytest.raises(Refused, match=says):
        await switch(person, id, 1, await elsewhere(**where), NOW)

    assert ((await row_of(id))["state"], (await row_of(id))["version"]) == ("waiting", 1)
    assert await Application.count() == 1
    assert await LogEntry.count().where(LogEntry.noun == "application") == 0


async def test_to_the_same_position_is_no_change() -> None:
    person, id, _ = await waiting()

    with pytest.raises(Refused, match="现在报名的就是该岗位"):
        await switch(person, id, 1, (await row_of(id))["position"], NOW)


async def test_an_acceptance_that_came_first_stands() -> None:
    person, id, unit = await waiting()
    await acceptances.accept(unit, id, 1, NOW)

    with pytest.raises(Stale, match="审核通过该报名"):
        await switch(person, id, 1, await elsewhere(), NOW)

    assert (await row_of(id))["state"] == "accepted"
    with pytest.raises(Refused, match="先放弃录用"):
        await switch(person, id, 2, await elsewhere(), NOW)


async def test_after_a_switch_the_first_employer_finds_it_ended() -> None:
    person, id, unit = await waiting()
    await switch(person, id, 1, await elsewhere(), NOW)

    with pytest.raises(Stale, match="改报其他岗位"):
        await acceptances.accept(unit, id, 1, NOW)


async def test_a_youth_of_25_by_now_cannot_change_and_keeps_what_waits() -> None:
    person, id, _ = await waiting(await cast.person(PersonKind.YOUTH))
    later = NOW + timedelta(days=365 * 5)

    with pytest.raises(Refused, match="年满25周岁"):
        await switch(person, id, 1, await elsewhere(deadline=date(2040, 1, 1)), later)

    assert (await row_of(id))["state"] == "waiting"


async def test_nobody_changes_somebody_elses_application() -> None:
    _, id, _ = await waiting()

    with pytest.raises(Missing):
        await switch(await cast.person(), id, 1, await elsewhere(), NOW)


async def test_a_position_that_was_never_published_is_missing() -> None:
    person, id, _ = await waiting()

    for unknown in (await elsewhere(state="approved"), 2_000_000_000):
        with pytest.raises(Missing):
            await switch(person, id, 1, unknown, NOW)
    assert (await row_of(id))["state"] == "waiting"


async def test_what_was_withdrawn_since_is_stale() -> None:
    person, id, _ = await waiting()
    await withdraw(person, id, 1, NOW)

    with pytest.raises(Stale, match="撤销该报名"):
        await switch(person, id, 1, await elsewhere(), NOW)


async def test_one_may_change_back_and_stands_last_again() -> None:
    person, id, _ = await waiting()
    first = (await row_of(id))["position"]
    new = await switch(person, id, 1, await elsewhere(), NOW)

    again = await switch(person, new, 1, first, NOW + timedelta(minutes=1))

    assert (await row_of(again))["applied_at"] == NOW + timedelta(minutes=1)
    assert (await row_of(again))["switched_from"] == new
