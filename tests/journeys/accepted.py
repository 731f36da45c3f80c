"""Six people whom an employer has accepted, written straight into the tables: here the story of 上岗 begins."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

from jianxi.crypto import keys
from jianxi.domain.viewers import PersonKind, PersonViewer
from jianxi.queries import regions
from jianxi.storage import store
from jianxi.tables import engine
from jianxi.tables.persons import Person
from tests import cast
from tests.journeys.cast import SOFTWARE
from tests.journeys.installation import SECRET, Installation

TITLE = "软件测试技术员"
MONTHS = 3
FIRST_PUBLISHED = datetime(2026, 10, 12, 1, 0, tzinfo=UTC)
APPLIED = datetime(2026, 10, 28, 1, 0, tzinfo=UTC)
NAMES = (
    ("林晓䶮", PersonKind.CURRENT_GRADUATE),
    ("赵雨桐", PersonKind.EARLIER_GRADUATE),
    ("买买提·艾力", PersonKind.YOUTH),
    ("周子涵", PersonKind.CURRENT_GRADUATE),
    ("吴思远", PersonKind.EARLIER_GRADUATE),
    ("郑一诺", PersonKind.YOUTH),
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Accepted:
    """One of them. `login` is empty for who comes in by name and ID number."""

    name: str
    id_number: str
    login: str = ""


def plant(installation: Installation, storage_url: str) -> tuple[Accepted, ...]:
    """Before the installation is served."""
    return written(installation, storage_url, _people)


def written(installation: Installation, storage_url: str, make: Callable[[], Awaitable[T]]) -> T:
    """What `make` writes; the tables and the store are those of this process meanwhile."""
    keys.configure(SECRET)
    store.use(storage_url)
    regions.forget()
    return asyncio.run(_written(installation.database_url, make))


async def _written(database_url: str, make: Callable[[], Awaitable[T]]) -> T:
    opened = engine.open_engine(database_url)
    engine.use(opened)
    await opened.start()
    try:
        return await make()
    finally:
        await opened.stop()


async def _people() -> tuple[Accepted, ...]:
    unit = await cast.employer(name=SOFTWARE.name, username=SOFTWARE.login)
    facts: dict[str, Any] = {"title": TITLE, "months": MONTHS, "first_published_at": FIRST_PUBLISHED}
    position = await cast.position(await cast.base(unit), headcount=len(NAMES), **facts)
    return tuple([await _accepted(name, kind, position) for name, kind in NAMES])


async def _accepted(name: str, kind: PersonKind, position: int) -> Accepted:
    number = cast.id_number(kind)
    if kind is PersonKind.YOUTH:
        viewer = await cast.youth(name, number=number)
    else:
        viewer = await cast.person(kind, name, number=number)
    await cast.application(viewer, position, "accepted", APPLIED)
    return Accepted(name, number, "" if viewer.by_identity else await _login(viewer))


async def _login(viewer: PersonViewer) -> str:
    (found,) = await Person.select(Person.account.username).where(Person.id == viewer.person)
    return str(found["account.username"])
