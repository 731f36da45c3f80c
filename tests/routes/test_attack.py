"""A small form of the bench's attack on 往届毕业生/社会青年登录 (bench/attack.py)."""

import pytest

from bench.attack import OWN_EVERY, attack, names_alone
from jianxi import templating
from jianxi.queries import regions
from jianxi.tables.persons import Person

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
GUESSES, ADDRESSES, PEOPLE = 2_000, 2, 40


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_two_thousand_guesses_by_name_reach_nobody_and_write_nobody() -> None:
    templating.use_directory(await regions.directory())
    told = await attack(names_alone, GUESSES, PEOPLE, ADDRESSES)
    assert told["reached"] == 0
    assert told["429"] > GUESSES / 2
    assert told["own in"] == told["own"] == GUESSES // OWN_EVERY
    assert await Person.count() == PEOPLE
