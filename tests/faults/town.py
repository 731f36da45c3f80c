"""Whom the writers write as: made by the services, so that every record has its log; their sessions are begun."""

from dataclasses import dataclass

from jianxi import templating
from jianxi.crypto import keys
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.queries import regions
from jianxi.services import sessions
from jianxi.tables import engine
from tests import cast
from tests.conftest import NOW
from tests.journeys.installation import SECRET
from tests.races import lived

WAITING = 60
"""Positions to be approved and published, and applications to be accepted."""
PEOPLE = 3
MANY_SEATS = 500


@dataclass(frozen=True, slots=True)
class Town:
    """Cookies by whose they are, and the ids of what waits for a decision."""

    unit: str
    beginner: str
    beginners_account: int
    city: str
    people: tuple[tuple[int, str], ...]
    """Ids and cookies."""
    position: int
    """Published, with seats for everybody."""
    positions: tuple[int, ...]
    """Waiting for the city, version 1."""
    applications: tuple[int, ...]
    """Waiting for the unit, version 1."""


async def settled(database_url: str, waiting: int = WAITING) -> Town:
    """On a migrated database that nobody else uses yet."""
    opened = await open_database(database_url)
    try:
        return await _settle(waiting)
    finally:
        await opened.stop()


async def open_database(database_url: str) -> engine.Engine:
    """As the servers of these tests have it."""
    keys.configure(SECRET)
    regions.forget()
    opened = engine.open_engine(database_url)
    engine.use(opened)
    await opened.start()
    templating.use_directory(await regions.directory())
    return opened


async def _settle(waiting: int) -> Town:
    place, beginner = await lived.place(), await cast.employer()
    position = await lived.published(place, MANY_SEATS)
    crowd = [await cast.person(PersonKind.YOUTH) for _ in range(waiting)]
    return Town(
        unit=await _cookie(place.unit.account),
        beginner=await _cookie(beginner.account),
        beginners_account=beginner.account,
        city=await _cookie(place.city.account),
        people=tuple([await _in(await cast.person(PersonKind.YOUTH)) for _ in range(PEOPLE)]),
        position=position,
        positions=tuple([await lived.waiting(place) for _ in range(waiting)]),
        applications=tuple([await lived.applied(each, position) for each in crowd]),
    )


async def _cookie(account: int) -> str:
    return f"jianxi-session={await sessions.start_for_account(account, NOW)}"


async def _in(person: PersonViewer) -> tuple[int, str]:
    assert person.person is not None
    return person.person, f"jianxi-session={await sessions.start_for_person(person.person, NOW)}"
