"""PostgreSQL stopped and started while people write: an honest page meanwhile, all by itself afterwards, nothing lost."""

import asyncio
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from jianxi.services import installation
from jianxi.tables import engine
from tests.faults import campaign, truth
from tests.faults.clusters import FAST, IMMEDIATE, Cluster, cluster
from tests.faults.servers import Server, crowding, server
from tests.faults.town import settled
from tests.faults.waiting import until_async
from tests.faults.writers import Ledger

pytestmark = pytest.mark.anyio

BACK_WITHIN = 5
"""Seconds."""
HONEST = 5
"""So many refusals are waited for while the database is away."""


@pytest.fixture(scope="module")
def own_cluster() -> Iterator[Cluster]:
    with cluster() as found:
        yield found


async def migrated(of: Cluster, name: str) -> str:
    """The address of a new database."""
    connection = await asyncpg.connect(of.address, ssl=False)
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    url = of.address.removesuffix("postgres") + name + "?sslmode=disable"
    engine.use(engine.open_engine(url))
    await engine.start()
    await installation.initialise()
    await engine.stop()
    return url


async def restart(of: Cluster, serving: Server, ledger: Ledger, how: signal.Signals) -> float:
    """Stopped while all write, until some have been told so; seconds from its start to the service's return."""
    await asyncio.wait_for(ledger.reach(len(ledger.acknowledged) + 10), 60)
    told = ledger.unavailable
    await asyncio.to_thread(of.stop, how)

    async def is_told() -> bool:
        return ledger.unavailable >= told + HONEST

    await until_async(is_told, 30, "people are told that the system cannot be used")
    assert (serving.health("live"), serving.health("ready")) == (200, 503)
    await asyncio.to_thread(of.start)
    began, done = time.monotonic(), len(ledger.acknowledged)

    async def is_back() -> bool:
        return await asyncio.to_thread(serving.is_ready) and len(ledger.acknowledged) > done

    await until_async(is_back, 30, "the service is back")
    return time.monotonic() - began


async def test_a_stopped_postgres_is_told_and_comes_back_by_itself(
    own_cluster: Cluster, tmp_path: Path
) -> None:
    url = await migrated(own_cluster, "restarts")
    town = await settled(url)

    with server(tmp_path, url) as serving:
        async with campaign.writing(serving, town) as ledger:
            back = [await restart(own_cluster, serving, ledger, how) for how in (FAST, IMMEDIATE) * 2]
        missing, broken = await truth.lost(url, town, ledger.acknowledged)

    assert (missing, broken) == ([], [])
    assert max(back) <= BACK_WITHIN * crowding()
    assert not [answer for answer in ledger.others if answer.endswith("500")]
