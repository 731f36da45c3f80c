"""A running service learns of a new development zone and of a merged county without being started anew."""

import asyncio
from collections.abc import Iterator

import pytest

from jianxi import templating
from jianxi.queries import regions as known
from jianxi.services import region_mergers, regions
from jianxi.tables.engine import Engine
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.web import directory
from tests.conftest import NOW

pytestmark = pytest.mark.anyio
ZONE = ("370191", "高新区")


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Other tests name regions, too."""
    kept = list(templating._in_use)
    yield
    templating._in_use[:] = kept


def offered() -> set[str]:
    return {code for _, _, counties in templating.counties_by_city() for code, _ in counties}


async def rename(database: Engine, table: str, name: str) -> None:
    async with unit_of_work():
        await database.run(f"ALTER TABLE {table} RENAME TO {name}")


async def test_a_new_zone_is_offered_and_a_merged_county_is_not(database: Engine) -> None:
    templating.use_directory(await known.directory())
    await regions.add(*ZONE, "370100", NOW)
    await region_mergers.merge("370102", "370103", NOW)
    assert (ZONE[0] in offered(), "370102" in offered()) == (False, True)

    await directory.learn("370000")
    assert (ZONE[0] in offered(), "370102" in offered()) == (True, False)
    assert templating.region("370102") == "济南市历下区"


async def test_it_goes_on_after_a_time_when_the_regions_could_not_be_read(
    database: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(directory, "SECONDS", 0)
    templating.use_directory(await known.directory())
    await rename(database, "merger", "gone")
    following = asyncio.create_task(directory.follow("370000"))
    with pytest.raises(Exception, match="merger"):
        await known.refreshed()
    await rename(database, "gone", "merger")
    await regions.add(*ZONE, "370100", NOW)
    while ZONE[0] not in offered():
        assert not following.done()
        await asyncio.sleep(0)
    following.cancel()
