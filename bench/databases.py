"""Fresh migrated databases to measure on: a SQLite file, a database of a throw-away PostgreSQL cluster."""

import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path

import asyncpg

from jianxi import templating
from jianxi.crypto import keys
from jianxi.queries import regions
from jianxi.services import installation
from jianxi.tables import engine
from jianxi.tables.postgres_engine import PostgresDatabase
from tests import postgres

SECRET = "a secret that only the bench knows, long enough"
DURABLE: Mapping[str, str] = {"shared_buffers": "256MB", "max_connections": "100"}
"""As Debian ships it: what is acknowledged is on the disk. More memory, no other setting."""

_numbers = count(1)


@contextmanager
def places(kinds: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Where databases of each kind can be made: a folder for "sqlite", a maintenance address for "postgres"."""
    with tempfile.TemporaryDirectory(prefix="jianxi-bench-") as folder:
        found = {"sqlite": folder}
        if "postgres" not in kinds:
            yield found
            return
        with postgres.cluster(DURABLE) as address:
            yield {**found, "postgres": address}


async def make(kind: str, place: str) -> str:
    """The address of a new, empty database, not yet migrated."""
    name = f"bench_{next(_numbers)}"
    if kind == "sqlite":
        return f"sqlite:///{Path(place) / name}"
    connection = await asyncpg.connect(place)
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return f"{place.removesuffix('postgres')}{name}?sslmode=disable"


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[engine.Engine]:
    """Migrated, with every table bound to it, the keys set and the regions named."""
    keys.configure(SECRET)
    regions.forget()
    database = engine.open_engine(address)
    engine.use(database)
    await database.start()
    await installation.initialise()
    templating.use_directory(await regions.directory())
    yield database
    await database.stop()


@asynccontextmanager
async def fresh(kind: str, place: str) -> AsyncIterator[engine.Engine]:
    async with opened(await make(kind, place)) as database:
        yield database


async def settle(database: engine.Engine) -> None:
    """PostgreSQL's statistics as its autovacuum would have made them by now; SQLite has none in production either."""
    if isinstance(database, PostgresDatabase):
        async with database._started().acquire() as connection:
            await connection.execute("SET default_transaction_read_only = off")
            await connection.execute("VACUUM ANALYZE")
            await connection.execute("RESET default_transaction_read_only")
