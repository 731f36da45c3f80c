"""Two units of work that wait for each other: PostgreSQL gives one up, and that one is told so in a sentence."""

import asyncio

import pytest

from jianxi.tables.conflicts import Contended
from jianxi.tables.engine import Engine, current
from jianxi.tables.unit_of_work import unit_of_work
from tests.tables.saving import save

pytestmark = pytest.mark.anyio


async def rename(first: int, second: int, here: asyncio.Barrier) -> None:
    async with unit_of_work():
        await current().run(f"UPDATE account SET disabled = true WHERE id = {first}")
        await here.wait()
        await current().run(f"UPDATE account SET disabled = true WHERE id = {second}")


@pytest.mark.parametrize("database_kind", ["postgres"], indirect=True)
async def test_of_two_that_block_each_other_one_is_told_to_try_again(database: Engine) -> None:
    one, other = await save("one"), await save("other")
    here = asyncio.Barrier(2)

    said = await asyncio.gather(rename(one, other, here), rename(other, one, here), return_exceptions=True)

    told = [outcome for outcome in said if isinstance(outcome, Contended)]
    assert (len(told), said.count(None)) == (1, 1)
    assert "请再试一次" in told[0].sentence


@pytest.mark.parametrize("database_kind", ["postgres"], indirect=True)
async def test_a_serialization_failure_is_told_alike(database: Engine) -> None:
    with pytest.raises(Contended):
        async with unit_of_work():
            await current().run("DO $$ BEGIN RAISE SQLSTATE '40001'; END $$")
