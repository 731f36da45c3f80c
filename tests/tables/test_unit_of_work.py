"""A unit of work is saved whole or not at all, and leaves no lock and no connection behind however it ends."""

import asyncio

import pytest

from jianxi.tables.accounts import Account
from jianxi.tables.endings import NotInUnitOfWork
from jianxi.tables.engine import Engine
from jianxi.tables.unit_of_work import NestedUnitOfWork, unit_of_work
from jianxi.tables.writing import Conflict, insert
from tests.tables.saving import CREATED, account, names, save

pytestmark = pytest.mark.anyio


async def fail_after(name: str) -> None:
    async with unit_of_work():
        await insert(account(name))
        raise ZeroDivisionError


async def nest() -> None:
    async with unit_of_work():
        await insert(account("outer"))
        await save("inner")


async def swallow(name: str) -> None:
    async with unit_of_work():
        await insert(account("other"))
        with pytest.raises(Conflict):
            await insert(account(name))


async def test_what_is_written_together_is_read_back_as_it_was(database: Engine) -> None:
    number = await save("lixia")

    row = (await Account.select().where(Account.id == number))[0]

    assert (row["username"], row["disabled"], row["created_at"]) == ("lixia", False, CREATED)


async def test_an_exception_saves_nothing(database: Engine) -> None:
    with pytest.raises(ZeroDivisionError):
        await fail_after("lost")

    assert await names() == []
    await save("next")
    assert await names() == ["next"]


async def test_a_unit_inside_another_is_refused_and_the_outer_one_is_lost(database: Engine) -> None:
    with pytest.raises(NestedUnitOfWork):
        await nest()

    assert await names() == []


async def test_a_write_outside_a_unit_is_refused(database: Engine) -> None:
    with pytest.raises(NotInUnitOfWork):
        await insert(account("loose"))

    assert await names() == []


async def test_a_task_that_outlives_its_unit_cannot_write_into_the_next(database: Engine) -> None:
    go_on = asyncio.Event()

    async def straggler() -> None:
        await go_on.wait()
        await insert(account("straggler"))

    async with unit_of_work():
        task = asyncio.create_task(straggler())
    async with unit_of_work():
        go_on.set()
        with pytest.raises(NotInUnitOfWork):
            await task

    assert await names() == []


async def test_a_conflict_cannot_be_swallowed(database: Engine) -> None:
    await save("taken")

    with pytest.raises(Conflict) as met:
        await swallow("taken")

    assert met.value.constraint_name == "account_username_key_key"
    assert await names() == ["taken"]


async def test_fifty_writers_at_once_all_get_through(database: Engine) -> None:
    numbers = await asyncio.gather(*(save(f"writer{number}") for number in range(50)))

    assert len(set(numbers)) == 50
    assert len(await names()) == 50


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_writers_are_served_in_the_order_they_came(database: Engine) -> None:
    await asyncio.gather(*(save(f"writer{number:02}") for number in range(20)))

    assert await names() == sorted(await names())
