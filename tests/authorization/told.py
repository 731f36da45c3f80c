"""通知 for the harness: each is seen by the one side that it was written to, and was read: reading it anew writes nothing."""

from jianxi.domain.viewers import EmployerViewer, PersonViewer
from tests.authorization.people import Everybody
from tests.authorization.record import Record, by
from tests.cast import JINAN, SHIZHONG, ZAOZHUANG
from tests.conftest import NOW
from tests.hostile.forms_of_notices import told


async def notices(people: Everybody) -> list[Record]:
    unit, person = people["unit_county"], people["youth"]
    assert isinstance(unit, EmployerViewer) and isinstance(person, PersonViewer)
    return [
        Record(await read(employer=unit.employer), by("unit_county"), "own"),
        Record(await read(person=person.person), by("youth"), "own"),
        Record(await read(office=JINAN), by("city"), "own"),
        Record(await read(office=SHIZHONG), by("other_county"), "same city"),
        Record(await read(office=ZAOZHUANG), by("other_city"), "foreign"),
    ]


async def read(employer: int | None = None, person: int | None = None, office: str = "") -> int:
    return await told(employer, person, office, read_at=NOW)
