"""The same cast in a real database: two counties of one city, another city, the province, three units and four people."""

import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from itertools import count
from typing import Any, TypeVar

from jianxi.crypto import keys
from jianxi.domain import citizen_id
from jianxi.domain.viewers import EmployerViewer, OfficialViewer, PersonKind, PersonViewer
from jianxi.queries import regions
from jianxi.services import policies
from jianxi.tables import engine
from jianxi.tables.persons import Graduate, Intention, Person
from jianxi.tables.unit_of_work import unit_of_work
from tests import cast
from tests.cast_facts import INTENTION, MOMENT
from tests.cast_people import save
from tests.conftest import NOW, SECRET
from tests.model.plain import Actor, Base, World

T = TypeVar("T")
LIXIA, SHIZHONG, JINAN = cast.LIXIA, cast.SHIZHONG, cast.JINAN

UNITS = (
    Actor("历下甲", "employer", LIXIA),
    Actor("历下乙", "employer", LIXIA),
    Actor("市中丙", "employer", SHIZHONG),
)
OFFICES = (
    Actor("历下区", "county", LIXIA),
    Actor("市中区", "county", SHIZHONG),
    Actor("济南市", "city", JINAN),
    Actor("枣庄市中区", "county", cast.ZAOZHUANG_SHIZHONG),
    Actor("枣庄市", "city", cast.ZAOZHUANG),
    Actor("山东省", "province", cast.SHANDONG),
)
PEOPLE = (
    Actor("应届", "person", cohort=2026),
    Actor("往届", "person", cohort=2023),
    Actor("青年", "person", born=date(2001, 12, 1)),
    Actor("少年", "person", born=date(2010, 11, 25)),
)
"""The earlier graduate leaves the window with the year; one youth turns 25 soon, the other, who has not said what is
wished for, 16."""
KINDS = {2026: PersonKind.CURRENT_GRADUATE, 2023: PersonKind.EARLIER_GRADUATE, None: PersonKind.YOUTH}
LEFT = (
    *("outbox", "notice", "reminder", "sign_in_code"),
    *("roster_question", "roster_file", "roster_month", "roster_line", "roster_round", "roster"),
    *("retention_file", "certificate_file", "retention", "departure"),
    *("agreement_file", "allowance_raise", "insurance", "placement"),
    *("application", "position", "base_file", "paper", "base_version", "base", "policy", "log_entry"),
)
"""Emptied between examples, those that refer before those that are referred to."""


class Town:
    """The database in use, the clock, and who signs in as whom."""

    def __init__(self, runner: asyncio.Runner) -> None:
        self.runner = runner
        self.now = NOW
        self.numbers = count(1)
        self.viewers: dict[str, EmployerViewer | OfficialViewer | PersonViewer] = {}

    def run(self, act: Coroutine[Any, Any, T]) -> T:
        return self.runner.run(act)

    @property
    def today(self) -> date:
        """In Shanghai, which has no summer time."""
        return (self.now + timedelta(hours=8)).date()

    async def settle(self) -> None:
        """Once: who there is."""
        for unit in UNITS:
            self.viewers[unit.name] = await cast.employer(unit.region, unit.name)
        for office in OFFICES:
            self.viewers[office.name] = await cast.official(office.region, office.name)
        for place, person in enumerate(PEOPLE):
            self.viewers[person.name] = await _person(person, place)

    async def begin(self) -> World:
        """For each example: nothing has happened yet, and it is the usual morning."""
        self.now = NOW
        async with unit_of_work():
            for statement in _emptying():
                await engine.current().run(statement)
        for person in PEOPLE[:3]:
            await self.wish(person)
        bases = {place: Base(unit) for place, unit in enumerate(UNITS)}
        return World(self.today, bases, with_intention={person.name for person in PEOPLE[:3]})

    async def wish(self, person: Actor) -> None:
        """As the intention form does."""
        viewer = self.viewers[person.name]
        assert isinstance(viewer, PersonViewer) and viewer.person is not None
        await save(Intention(person=viewer.person, content=INTENTION, submitted_at=MOMENT))

    async def review_by_city(self, on: bool) -> None:
        """区县级岗位需市级复审, as the administrator of the installation sets it."""
        key, value = "county_position_city_review", "是" if on else "否"
        await policies.set_value(key, value, JINAN, self.today, "演练", self.now)


def _emptying() -> Iterator[str]:
    """The log can only grow, but for the hands of whoever owns the database."""
    trigger = "log_entry_append_only"
    if engine.current().engine_type == "sqlite":
        yield f"DROP TRIGGER {trigger}_delete"
    else:
        yield "SET LOCAL session_replication_role = replica"
    yield "UPDATE application SET switched_from = NULL WHERE switched_from IS NOT NULL"
    yield "UPDATE roster SET corrects = NULL, serial = 1 WHERE corrects IS NOT NULL"
    yield from (f"DELETE FROM {table}" for table in (*LEFT, "intention"))
    yield "UPDATE person SET chance_used_at = NULL WHERE chance_used_at IS NOT NULL"
    if engine.current().engine_type == "sqlite":
        yield (
            f"CREATE TRIGGER {trigger}_delete BEFORE DELETE ON log_entry "
            f"WHEN true BEGIN SELECT RAISE(ABORT, '{trigger}'); END"
        )


async def _person(person: Actor, place: int) -> PersonViewer:
    born = person.born or date(2003, 6, 1)
    number = citizen_id.compose("370102", born, 500 + place)
    viewer = await cast.person(KINDS[person.cohort], person.name, intention=False, number=number)
    if person.cohort is not None:
        async with unit_of_work():
            await Person.update({Person.cohort: person.cohort}).where(Person.id == viewer.person)
            index = Person.select(Person.id_index).where(Person.id == viewer.person)
            await Graduate.update({Graduate.cohort: person.cohort}).where(Graduate.id_index.is_in(index))
    return viewer


@contextmanager
def town(database_url: str) -> Iterator[Town]:
    """One event loop for everything that happens in it."""
    keys.configure(SECRET)
    regions.forget()
    with asyncio.Runner() as runner:
        engine.use(engine.open_engine(database_url))
        place = Town(runner)
        runner.run(engine.start())
        try:
            runner.run(place.settle())
            yield place
        finally:
            runner.run(engine.stop())
