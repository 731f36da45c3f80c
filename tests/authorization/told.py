"""通知 for the harness: each is read by the one side that it was written to."""

from jianxi.domain.viewers import EmployerViewer, PersonViewer
from tests.authorization.people import Everybody
from tests.authorization.record import Record, by
from tests.cast import JINAN, SHIZHONG, ZAOZHUANG
from tests.hostile.forms_of_notices import told


async def notices(people: Everybody) -> list[Record]:
    unit, person = people["unit_county"], people["youth"]
    assert isinstance(unit, EmployerViewer) and isinstance(person, PersonViewer)
    return [
        Record(await told(employer=unit.employer), by("unit_county"), "own"),
        Record(await told(person=person.person), by("youth"), "own"),
        Record(await told(office=JINAN), by("city"), "own"),
        Record(await told(office=SHIZHONG), by("other_county"), "same city"),
        Record(await told(office=ZAOZHUANG), by("other_city"), "foreign"),
    ]
