"""后台任务 for the harness, each with its result: of one unit, of offices of a county and a city, and of strangers."""

from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from tests.authorization.people import Everybody
from tests.authorization.record import Record, by
from tests.jobs import planted

PLACES = (
    ("unit_county", "own"),
    ("unit_city", "same county"),
    ("county", "own"),
    ("city", "above"),
    ("other_county", "same city"),
    ("other_city", "foreign"),
    ("province", "above"),
)


async def queued(people: Everybody) -> list[Record]:
    """Seen by whoever works where it was asked for, and by no office above."""
    found = []
    for kind, place in PLACES:
        viewer = people[kind]
        assert isinstance(viewer, EmployerViewer | OfficialViewer)
        found.append(Record(await planted(viewer), by(kind), place))
    return found
