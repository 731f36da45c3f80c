"""The one chance and the seats, told the database in plain SQL: it holds them whatever a service forgets."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import asyncpg
import pytest

from jianxi.domain.viewers import PersonKind
from jianxi.tables.engine import Engine, current
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict
from tests import cast

pytestmark = pytest.mark.anyio
ON_POSTGRES = pytest.mark.parametrize("database_kind", ["postgres"], indirect=True)
APPLY = (
    "INSERT INTO application (person, position, employer, state, version, applied_at, rejection) "
    "SELECT {person}, id, employer, 'waiting', 1, CURRENT_TIMESTAMP, '' FROM position WHERE id = {position}"
)
USE = "UPDATE person SET chance_used_at = CURRENT_TIMESTAMP WHERE id = {person}"


async def run(statement: str) -> None:
    async with unit_of_work():
        await current().run(statement)


async def taken(position: int) -> int:
    return int((await current().run(f"SELECT accepted FROM position WHERE id = {position}"))[0]["accepted"])


@pytest.fixture
async def position(database: Engine) -> int:
    return await cast.position(await cast.base(await cast.employer()), headcount=1)


@pytest.fixture
async def connections(database_url: str) -> AsyncIterator[tuple[asyncpg.Connection, asyncpg.Connection]]:
    """Two of them, as two processes have."""
    address = database_url.partition("?")[0]
    async with AsyncExitStack() as stack:
        opened = [await asyncpg.connect(address, ssl=False) for _ in range(2)]
        for each in opened:
            stack.push_async_callback(each.close)
        yield opened[0], opened[1]


async def test_a_seat_is_counted_as_an_application_comes_and_goes(position: int) -> None:
    id = await cast.application(await cast.person(), position)
    counted = [await taken(position)]
    for change in ("state = 'accepted'", "rejection = '-'", "state = 'cancelled'"):
        await run(f"UPDATE application SET {change} WHERE id = {id}")
        counted.append(await taken(position))
    assert counted == [0, 1, 1, 0]


async def test_a_seat_follows_an_application_to_another_position_and_goes_with_its_row(position: int) -> None:
    other = await cast.position(await cast.base(await cast.employer()))
    id = await cast.application(await cast.person(), position, "accepted")
    await run(f"UPDATE application SET position = {other} WHERE id = {id}")
    moved = (await taken(position), await taken(other))
    await run(f"DELETE FROM application WHERE id = {id}")
    assert (moved, await taken(other)) == ((0, 1), 0)


async def test_one_accepted_too_many_is_refused(position: int) -> None:
    await cast.application(await cast.person(), position, "accepted")
    late = await cast.application(await cast.person(), position)
    with pytest.raises(Conflict, match="position_seats"):
        await run(f"UPDATE application SET state = 'accepted' WHERE id = {late}")
    assert await taken(position) == 1


async def test_the_chance_is_not_used_while_an_application_waits_but_is_by_an_accepted_one(
    position: int,
) -> None:
    person = await cast.person(PersonKind.YOUTH)
    id = await cast.application(person, position)
    with pytest.raises(Conflict, match="person_chance_while_waiting"):
        await run(USE.format(person=person.person))
    await run(f"UPDATE application SET state = 'accepted' WHERE id = {id}")
    await run(USE.format(person=person.person))
    await run(f"UPDATE application SET state = 'cancelled' WHERE id = {id}")
    with pytest.raises(Conflict, match="application_chance_was_used"):
        await run(f"UPDATE application SET state = 'waiting' WHERE id = {id}")


async def refused(waiting: "asyncio.Task[str]") -> str:
    with pytest.raises(asyncpg.CheckViolationError) as met:
        await waiting
    return str(met.value.constraint_name)


@ON_POSTGRES
@pytest.mark.parametrize(
    ("first", "second", "name"),
    [(APPLY, USE, "person_chance_while_waiting"), (USE, APPLY, "application_chance_used")],
)
async def test_of_applying_and_using_the_chance_at_once_the_later_is_refused(
    position: int,
    connections: tuple[asyncpg.Connection, asyncpg.Connection],
    first: str,
    second: str,
    name: str,
) -> None:
    person = (await cast.person()).person
    one, other = connections
    async with one.transaction():
        await one.execute(first.format(person=person, position=position))
        waiting = asyncio.create_task(other.execute(second.format(person=person, position=position)))
        await blocked(one, other)
    assert await refused(waiting) == name


@ON_POSTGRES
async def test_of_two_who_take_the_last_seat_at_once_the_later_is_refused(
    position: int, connections: tuple[asyncpg.Connection, asyncpg.Connection]
) -> None:
    ids = [await cast.application(await cast.person(), position) for _ in range(2)]
    one, other = connections
    accept = "UPDATE application SET state = 'accepted' WHERE id = $1"
    async with one.transaction():
        await one.execute(accept, ids[0])
        waiting = asyncio.create_task(other.execute(accept, ids[1]))
        await blocked(one, other)
    assert (await refused(waiting), await taken(position)) == ("position_seats", 1)


async def blocked(one: asyncpg.Connection, other: asyncpg.Connection) -> None:
    """Returns when the second waits for the first."""
    pid = other.get_server_pid()
    async with asyncio.timeout(10):
        while not await one.fetchval("SELECT cardinality(pg_blocking_pids($1)) > 0", pid):  # noqa: ASYNC110
            await asyncio.sleep(0)
