"""What no interleaving of requests can break, because the database itself says no."""

from typing import Any

import pytest
from piccolo.columns import Column

from jianxi.domain.viewers import EmployerViewer
from jianxi.tables.applications import Application
from jianxi.tables.employers import Employer
from jianxi.tables.engine import Engine
from jianxi.tables.log import LogEntry
from jianxi.tables.persons import Person
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import Conflict, change, insert
from tests import cast
from tests.cast_facts import MOMENT

pytestmark = pytest.mark.anyio


async def refusal(query: Any) -> str:
    """The constraint that refuses it."""
    with pytest.raises(Conflict) as met:
        await in_unit(query)
    return met.value.constraint_name


async def in_unit(query: Any) -> None:
    async with unit_of_work():
        await query


@pytest.fixture
async def unit(database: Engine) -> EmployerViewer:
    return await cast.employer()


@pytest.fixture
async def position(unit: EmployerViewer) -> int:
    return await cast.position(await cast.base(unit), headcount=1)


async def test_a_second_live_application_is_refused(position: int) -> None:
    person = await cast.person()
    await cast.application(person, position, "rejected")
    await cast.application(person, position, "waiting")

    with pytest.raises(Conflict, match="application_one_live"):
        await cast.application(person, position, "waiting")


async def test_more_seats_than_there_are_cannot_be_taken(position: int) -> None:
    await cast.application(await cast.person(), position, "accepted")

    taken = Position.update({Position.accepted: Position.accepted + 1}).where(Position.id == position)

    assert await refusal(taken) == "position_seats"


@pytest.mark.parametrize(
    ("column", "value", "name"),
    [
        (Position.headcount, 0, "position_headcount"),
        (Position.headcount, 501, "position_headcount"),
        (Position.accepted, -1, "position_seats"),
        (Position.state, "open", "position_state"),
        (Position.published_at, None, "position_published_since"),
    ],
)
async def test_values_out_of_bounds_are_refused(
    position: int, column: Column, value: object, name: str
) -> None:
    assert await refusal(Position.update({column: value}).where(Position.id == position)) == name


async def test_whose_chance_is_used_cannot_apply_again(position: int) -> None:
    person = await cast.person()
    old = await cast.application(person, position, "cancelled")
    await in_unit(Person.update({Person.chance_used_at: MOMENT}).where(Person.id == person.person))

    with pytest.raises(Conflict, match="application_chance_used"):
        await cast.application(person, position, "waiting")
    revived = Application.update({Application.state: "waiting"}).where(Application.id == old)
    assert await refusal(revived) == "application_chance_was_used"


async def test_the_log_can_only_grow(unit: EmployerViewer) -> None:
    entry = LogEntry(at=MOMENT, actor_kind="system", actor_name="-", noun="base", record=1, verb="save")
    async with unit_of_work():
        await insert(entry)

    assert await refusal(LogEntry.update({LogEntry.verb: "x"}, force=True)) == "log_entry_append_only"
    assert await refusal(LogEntry.delete(force=True)) == "log_entry_append_only"


async def test_what_others_refer_to_cannot_be_deleted(unit: EmployerViewer, position: int) -> None:
    assert await refusal(Employer.delete().where(Employer.id == unit.employer)) == "foreign_key"


async def test_one_account_a_credit_code(unit: EmployerViewer) -> None:
    code = (await Employer.select().where(Employer.id == unit.employer))[0]["credit_code"]
    other = await cast.employer()

    doubled = Employer.update({Employer.credit_code: code}).where(Employer.id == other.employer)

    assert await refusal(doubled) == "employer_credit_code_key"


async def test_a_row_changes_only_as_it_was_shown(position: int) -> None:
    values: dict[Column, object] = {Position.title: "装配见习生"}
    async with unit_of_work():
        outdated = await change(Position, position, version=2, states=None, values=values)
        elsewhere = await change(Position, position, version=1, states=("approved",), values=values)
        row = await change(Position, position, version=1, states=("published",), values=values)

    assert (outdated, elsewhere) == (None, None)
    assert row is not None
    assert (row["title"], row["version"], row["published_at"]) == ("装配见习生", 2, MOMENT)
