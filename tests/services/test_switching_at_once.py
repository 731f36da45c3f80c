"""改报, 放弃录用 and 取消录用 when several things happen at once: one live application, no seat too many, no deadlock."""

import asyncio
from collections.abc import Awaitable

import pytest

from jianxi.domain.outcomes import Refused, Stale, Told
from jianxi.domain.viewers import PersonViewer
from jianxi.services import acceptances, position_publication, position_review
from jianxi.services.application_endings import cancel, decline
from jianxi.services.applications import apply, switch
from jianxi.tables.applications import Application
from jianxi.tables.conflicts import Contended
from jianxi.tables.positions import Position
from tests import cast
from tests.cast import JINAN, LIXIA
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ROUNDS = 8


async def outcomes(*deeds: Awaitable[object]) -> list[object]:
    """What each gave or raised; nothing but what a person is told, and never a deadlock."""
    said = list(await asyncio.gather(*deeds, return_exceptions=True))
    failed = [each for each in said if isinstance(each, BaseException)]
    assert all(isinstance(each, Told) and not isinstance(each, Contended) for each in failed), failed
    return said


async def states_of(person: PersonViewer) -> list[str]:
    rows = await Application.select(Application.state).where(Application.person == person.person)
    return sorted(row["state"] for row in rows)


async def seats_agree() -> bool:
    rows = await Position.select(Position.id, Position.accepted)
    counted = [
        await Application.count().where(Application.position == row["id"], Application.state == "accepted")
        for row in rows
    ]
    return counted == [row["accepted"] for row in rows]


async def test_a_change_and_an_acceptance_of_the_same_application_never_both_happen() -> None:
    unit = await cast.employer()
    base, other = await cast.base(unit), await cast.position(await cast.base(await cast.employer()))
    for turn in range(ROUNDS):
        person = await cast.person()
        id = await cast.application(person, await cast.position(base))
        deeds = [switch(person, id, 1, other, NOW), acceptances.accept(unit, id, 1, NOW)]

        said = await outcomes(*(deeds if turn % 2 else reversed(deeds)))

        assert sum(isinstance(each, Stale) for each in said) == 1
        assert await states_of(person) in (["accepted"], ["waiting", "withdrawn"])
    assert await seats_agree()


async def test_two_employers_never_both_have_one_person() -> None:
    first, second = await cast.employer(), await cast.employer()
    base, elsewhere = await cast.base(first), await cast.base(second)
    for _ in range(ROUNDS):
        person, other = await cast.person(), await cast.position(elsewhere)
        id = await cast.application(person, await cast.position(base))

        async def change_and_be_accepted(
            person: PersonViewer = person, id: int = id, other: int = other
        ) -> None:
            new = await switch(person, id, 1, other, NOW)
            await acceptances.accept(second, new, 1, NOW)

        await outcomes(acceptances.accept(first, id, 1, NOW), change_and_be_accepted())

        assert (await states_of(person)).count("accepted") == 1
    assert await seats_agree()


async def test_two_changes_of_one_application_leave_one_live() -> None:
    base = await cast.base(await cast.employer())
    for _ in range(ROUNDS):
        person = await cast.person()
        id, one, other = (
            await cast.application(person, await cast.position(base)),
            await cast.position(base),
            await cast.position(base),
        )

        said = await outcomes(*(switch(person, id, 1, wanted, NOW) for wanted in (one, other)))

        assert sum(isinstance(each, Stale) for each in said) == 1
        assert await states_of(person) == ["waiting", "withdrawn"]


async def test_people_who_change_places_do_not_wait_for_each_other() -> None:
    units = [await cast.employer(), await cast.employer()]
    one, other = [await cast.position(await cast.base(unit), headcount=40) for unit in units]
    for _ in range(ROUNDS):
        people = [await cast.person() for _ in range(4)]
        ids = [await cast.application(person, (one, other)[turn % 2]) for turn, person in enumerate(people)]
        there = [
            switch(person, id, 1, (other, one)[turn % 2], NOW)
            for turn, (person, id) in enumerate(zip(people, ids, strict=True))
        ]

        said = await outcomes(*there)

        assert all(isinstance(each, int) for each in said)


async def test_of_declining_and_cancelling_one_happens_and_the_seat_is_freed_once() -> None:
    unit, office = await cast.employer(LIXIA), await cast.official(LIXIA)
    base = await cast.base(unit)
    for _ in range(ROUNDS):
        person, place = await cast.person(), await cast.position(base, headcount=1)
        id = await cast.application(person, place, "accepted")

        said = await outcomes(
            decline(person, id, 1, "另有工作", NOW),
            cancel(unit, id, 1, "没有报到", NOW),
            cancel(office, id, 1, "单位停业", NOW),
        )

        assert said.count(None) == 1
        assert await states_of(person) == ["cancelled"]
    assert await seats_agree()


async def test_a_freed_seat_is_taken_once() -> None:
    unit = await cast.employer()
    base = await cast.base(unit)
    for _ in range(ROUNDS):
        place = await cast.position(base, headcount=1)
        leaving = await cast.person()
        id = await cast.application(leaving, place, "accepted")
        waiting = [await cast.application(await cast.person(), place) for _ in range(3)]

        await outcomes(
            decline(leaving, id, 1, "另有工作", NOW),
            *(acceptances.accept(unit, each, 1, NOW) for each in waiting),
        )

    assert await seats_agree()


@pytest.mark.parametrize("changing", [False, True])
async def test_whoever_withdraws_a_position_does_so_before_or_after_an_application(changing: bool) -> None:
    unit = await cast.employer()
    base = await cast.base(unit)
    for turn in range(ROUNDS):
        person, place = await cast.person(), await cast.position(base)
        coming = apply(person, place, NOW)
        if changing:
            coming.close()
            id = await cast.application(person, await cast.position(base))
            coming = switch(person, id, 1, place, NOW)
        deeds: list[Awaitable[object]] = [coming, position_publication.withdraw(unit, place, 1, NOW)]

        said = await outcomes(*(deeds if turn % 2 else reversed(deeds)))

        written = await Application.count().where(Application.position == place)
        refused = [each for each in said if isinstance(each, Refused)]
        assert written + len(refused) == 1
        assert (await states_of(person)).count("waiting") == int(changing or bool(written))


@pytest.mark.parametrize("changing", [False, True])
async def test_a_position_that_goes_back_to_its_review_has_nobody_waiting(changing: bool) -> None:
    office = await cast.official(JINAN)
    base = await cast.base(await cast.employer(LIXIA), level="city")
    for _ in range(ROUNDS):
        person, place = await cast.person(), await cast.position(base)
        coming = apply(person, place, NOW)
        if changing:
            coming.close()
            id = await cast.application(person, await cast.position(base))
            coming = switch(person, id, 1, place, NOW)

        async def back_to_review(place: int = place) -> None:
            await position_publication.withdraw(office, place, 1, NOW)
            await position_review.reopen(office, place, 2, NOW)

        await outcomes(coming, back_to_review())

        row = (await Position.select(Position.state).where(Position.id == place))[0]
        written = await Application.count().where(Application.position == place)
        assert (row["state"] == "waiting_city") is (written == 0)
