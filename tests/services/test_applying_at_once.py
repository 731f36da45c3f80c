"""报名 when several things happen at once: the rules hold on both databases."""

import asyncio
from collections.abc import Awaitable

import pytest

from jianxi.domain.outcomes import Refused
from jianxi.services.applications import apply
from jianxi.tables.applications import Application
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
ROUNDS = 10


async def withdraw_position(id: int) -> None:
    """As 撤销发布 will: the row's state, in one unit of work."""
    async with unit_of_work():
        await Position.update({Position.state: "withdrawn"}).where(Position.id == id)


async def take_seat(id: int) -> None:
    """As an acceptance of somebody else does."""
    async with unit_of_work():
        await Position.update({Position.accepted: Position.accepted + 1}).where(Position.id == id)


async def outcomes(*deeds: Awaitable[object]) -> list[object]:
    return list(await asyncio.gather(*deeds, return_exceptions=True))


async def test_one_person_applying_twice_at_once_has_one_live_application() -> None:
    base = await cast.base(await cast.employer())
    for _ in range(ROUNDS):
        person = await cast.person()
        one, other = await cast.position(base), await cast.position(base)

        said = await outcomes(*(apply(person, position, NOW) for position in (one, other, one, other)))

        live = await Application.count().where(Application.person == person.person)
        assert live == 1
        refused = [sentence for sentence in said if isinstance(sentence, Refused)]
        assert len(refused) == 3
        assert "等待" in refused[0].sentence


async def test_applying_while_the_position_is_withdrawn_ends_before_or_after_it() -> None:
    base = await cast.base(await cast.employer())
    for turn in range(ROUNDS):
        person, position = await cast.person(), await cast.position(base)
        deeds = [apply(person, position, NOW), withdraw_position(position)]

        said = await outcomes(*(deeds if turn % 2 else reversed(deeds)))

        written = await Application.count().where(Application.position == position)
        refused = [sentence for sentence in said if isinstance(sentence, Exception)]
        assert written + len(refused) == 1
        assert all("没有发布" in str(sentence) for sentence in refused)


async def test_applying_while_the_last_seat_is_taken_ends_before_or_after_it() -> None:
    base = await cast.base(await cast.employer())
    for _ in range(ROUNDS):
        person, position = await cast.person(), await cast.position(base, headcount=1)

        said = await outcomes(take_seat(position), apply(person, position, NOW))

        written = await Application.count().where(Application.position == position)
        refused = [sentence for sentence in said if isinstance(sentence, Exception)]
        assert written + len(refused) == 1
        assert all("已录满" in str(sentence) for sentence in refused)


async def test_many_people_may_apply_for_few_seats() -> None:
    position = await cast.position(await cast.base(await cast.employer()), headcount=2)
    people = [await cast.person() for _ in range(12)]

    said = await outcomes(*(apply(person, position, NOW) for person in people))

    assert all(isinstance(id, int) for id in said)
    assert await Application.count().where(Application.position == position) == 12
