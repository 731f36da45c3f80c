"""上岗 and 离岗 as the services make them, of somebody new each time, each with its whole log; and what a round leaves."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from jianxi.domain import citizen_id
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.queries import invariants
from jianxi.queries.invariants_rule import Violation
from jianxi.services import acceptances, departures, placement_review, placements
from jianxi.tables.applications import Application
from jianxi.tables.departures import Departure, Retention
from tests import cast
from tests.cast_facts import MOMENT as NOW
from tests.cast_people import BORN, PREFIX, numbers
from tests.departure_forms import registration, wish
from tests.races import lived
from tests.races.stage import Stage
from tests.registrations import form
from tests.signed import sent
from tests.traineeships import Trainee

START = date(2026, 12, 1)
"""The first day of what `tests.registrations` registers."""
ON_DUTY = datetime(2026, 12, 10, 2, 0, tzinfo=UTC)
WISH, LEAVES = wish("2026-12-20"), registration("2026-12-09")
NEVER_CAME = registration("", "never_came")


async def somebody(kind: PersonKind = PersonKind.CURRENT_GRADUATE) -> PersonViewer:
    return await cast.person(kind, number=id_number(kind))


def id_number(kind: PersonKind) -> str:
    """Thousands of people have no number in common, nor one with the cast, who are all born a day earlier."""
    days, sequence = divmod(next(numbers), 1_000)
    return citizen_id.compose(PREFIX, BORN[kind] + timedelta(days + 1), sequence)


async def accepted(of: Stage, person: PersonViewer | None = None) -> Trainee:
    """On the one seat of a position; nothing is registered yet. The application has version 2."""
    unit, person = of.place.unit, person or await somebody()
    position = await lived.published(of.place, 1)
    application = await lived.applied(person, position)
    await acceptances.accept(unit, application, 1, NOW)
    return Trainee(unit, person, of.place.base, position, application, 0)


async def registered(of: Stage, person: PersonViewer | None = None) -> Trainee:
    """待上传协议, version 1."""
    found = await accepted(of, person)
    id = await placements.record(found.unit, found.application, form(), NOW)
    return replace(found, placement=id)


async def waiting(of: Stage, person: PersonViewer | None = None) -> Trainee:
    """等待审核, version 2."""
    found = await registered(of, person)
    await sent(found, now=NOW)
    return found


async def approved(of: Stage) -> Trainee:
    """Version 3."""
    found = await waiting(of)
    await placement_review.approve(of.place.city, found.placement, 2, NOW)
    return found


async def rejected(of: Stage) -> Trainee:
    """Version 3, what was uploaded still there to be mended."""
    found = await waiting(of)
    await placement_review.reject(of.place.city, found.placement, 2, ["other"], "请核对", NOW)
    return found


async def refused(found: Trainee) -> int:
    """A request that the unit has refused, version 2."""
    id = await departures.request(found.person, found.placement, 3, WISH, ON_DUTY)
    await departures.refuse(found.unit, id, 1, "岗位交接没有完成", ON_DUTY)
    return id


async def kept(*of: Trainee) -> bool:
    """Whether every invariant holds of them and of all that hangs on them."""
    return not [
        each
        for one in of
        for table, ids in (await _records(one)).items()
        for each in await _among(table, ids)
    ]


async def _records(of: Trainee) -> dict[str, list[int]]:
    mine = {
        table._meta.tablename: [row["id"] for row in await table.select(table.id).where(column == value)]
        for table, column, value in (
            (Application, Application.position, of.position),
            (Departure, Departure.placement, of.placement),
            (Retention, Retention.placement, of.placement),
        )
    }
    return mine | {"position": [of.position], "placement": [of.placement], "person": [of.person.person or 0]}


async def _among(table: str, ids: list[int]) -> list[Violation]:
    return await invariants.among(table, min(ids), max(ids)) if ids else []
