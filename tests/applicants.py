"""Many people at once who have applied for one position, for the races of acceptance."""

from datetime import date

from jianxi.crypto import sealing
from jianxi.domain import citizen_id
from jianxi.tables.applications import Application
from jianxi.tables.persons import Person
from jianxi.tables.positions import Position
from jianxi.tables.unit_of_work import unit_of_work
from tests.cast_facts import MOMENT


async def many_applicants(position: int, many: int) -> list[int]:
    """The ids of their applications, all waiting."""
    employer = (await Position.select(Position.employer).where(Position.id == position))[0]["employer"]
    people = [_youth(number) for number in range(many)]
    async with unit_of_work():
        rows = await Person.insert(*people)
        asked = [
            Application(
                person=row["id"], position=position, employer=employer, state="waiting", applied_at=MOMENT
            )
            for row in rows
        ]
        return [row["id"] for row in await Application.insert(*asked)]


def _youth(number: int) -> Person:
    born = date(2005, 6, 1 + number // 900)
    id_number = citizen_id.compose("370102", born, number % 900)
    return Person(
        kind="youth",
        name="钱多",
        sex="男",
        born=born,
        id_index=sealing.blind_index(id_number),
        id_number=sealing.seal(id_number, "person.id"),
        created_at=MOMENT,
    )
