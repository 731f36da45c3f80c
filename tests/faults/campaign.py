"""A campaign: writers that never stop, a server that is killed again and again, and the reckoning after each time."""

import asyncio
import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from itertools import count

import httpx

from tests.faults import truth
from tests.faults.deeds import Deed, cast
from tests.faults.servers import SECONDS_TO_START, Server, is_alive
from tests.faults.town import Town
from tests.faults.waiting import until_async
from tests.faults.writers import Finished, Ledger, Unanswered, Writer

PAUSE = 0.05
WAYS = ("worker", "parent", "all")
"""Who is killed: the process that answers and is then made anew by its parent, the parent, or both at once."""


@dataclass
class Reckoning:
    """What was seen."""

    kills: int = 0
    acknowledged: int = 0
    unanswered: int = 0
    back: list[float] = field(default_factory=list)
    """Seconds until the service was ready again."""
    lost: list[object] = field(default_factory=list)


@asynccontextmanager
async def writing(server: Server, town: Town) -> AsyncIterator[Ledger]:
    """All write until the block ends."""
    ledger = Ledger()
    ledger.open.set()
    async with httpx.AsyncClient(base_url=server.address, trust_env=False, timeout=60) as client:
        tasks = [
            asyncio.create_task(_again(deed, writer, town)) for deed, writer in cast(client, ledger, town)
        ]
        try:
            yield ledger
        finally:
            for task in tasks:
                task.cancel()
            done = await asyncio.gather(*tasks, return_exceptions=True)
    faults = [each for each in done if isinstance(each, Exception)]
    if faults:
        raise faults[0]


async def _again(deed: Deed, writer: Writer, town: Town) -> None:
    numbers = count()
    with suppress(Finished):
        while True:
            await writer.ledger.open.wait()
            try:
                await deed(writer, town, numbers)
            except Unanswered:
                await asyncio.sleep(PAUSE)


async def kills(
    server: Server, town: Town, many: int, seed: int, busy: tuple[int, int] = (3, 25)
) -> Reckoning:
    """Each after some more acknowledged writes, as chance has it."""
    chance, found = random.Random(seed), Reckoning()
    async with writing(server, town) as ledger:
        for number in range(many):
            await asyncio.wait_for(ledger.reach(len(ledger.acknowledged) + chance.randint(*busy)), 60)
            found.back.append(await _kill(server, ledger, WAYS[number % len(WAYS)]))
            ledger.open.set()
            found.kills += 1
            missing, broken = await truth.lost(server.database_url, town, tuple(ledger.acknowledged))
            found.lost += [*missing, *broken]
    found.acknowledged, found.unanswered = len(ledger.acknowledged), ledger.unanswered
    return found


async def _kill(server: Server, ledger: Ledger, way: str) -> float:
    """Seconds from the kill until the service is there again; whoever watches over it starts it at once."""
    worker, parent = server.worker(), server.parent
    server.kill(*{"worker": (worker,), "parent": (parent,), "all": (parent, worker)}[way])

    async def is_gone() -> bool:
        return not is_alive(worker)

    ledger.open.clear()
    gone = await until_async(is_gone, 5, "the killed worker is gone")
    if way != "worker":
        assert server.process is not None
        server.process.wait()
        server.start()

    async def is_back() -> bool:
        return server.worker() not in {0, worker} and await asyncio.to_thread(server.is_ready)

    return gone + await until_async(is_back, SECONDS_TO_START, "the service is back")
