"""What every test may ask for: both databases, fresh and migrated, and the moment at which all of them happen."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import asyncpg
import pytest

from jianxi.crypto import keys
from jianxi.queries import regions
from jianxi.services import installation
from jianxi.storage import store
from jianxi.tables import engine
from tests import postgres

pytest_plugins = ("tests.s3",)
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
"""2026-11-20 10:00 in Shanghai."""
SECRET = "a secret that only the tests know, long enough"

_numbers = count(1)


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session", autouse=True)
def any_file_store(tmp_path_factory: pytest.TempPathFactory) -> None:
    """For what opens a database by itself; the fixture `database` has a store of its own."""
    store.use(tmp_path_factory.mktemp("files").as_uri())


async def _migrate(address: str) -> None:
    engine.use(engine.open_engine(address))
    await engine.start()
    await installation.initialise()
    await engine.stop()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file that each test copies."""
    path = tmp_path_factory.mktemp("sqlite") / "template"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def postgres_cluster() -> Iterator[str]:
    """A migrated database `template_jianxi` that each test copies; the address of the maintenance database."""
    if postgres.binaries() is None:
        sentence = "PostgreSQL's server is needed for these tests: apt-get install postgresql"
        if os.environ.get("CI"):
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)
    with postgres.cluster() as address:
        asyncio.run(_command(address, "CREATE DATABASE template_jianxi"))
        asyncio.run(_migrate(address.removesuffix("postgres") + "template_jianxi"))
        yield address


async def _command(address: str, statement: str) -> None:
    connection = await asyncpg.connect(address)
    await connection.execute(statement)
    await connection.close()


@pytest.fixture(params=["sqlite", "postgres"])
def database_kind(request: pytest.FixtureRequest) -> str:
    kind: str = request.param
    return kind


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a fresh, migrated database of this test's own; not yet opened."""
    if database_kind == "sqlite":
        template: Path = request.getfixturevalue("sqlite_template")
        shutil.copy(template, tmp_path / "database")
        yield f"sqlite:///{tmp_path / 'database'}"
        return
    address: str = request.getfixturevalue("postgres_cluster")
    name = f"test_{next(_numbers)}"
    asyncio.run(_command(address, f"CREATE DATABASE {name} TEMPLATE template_jianxi"))
    # Asking for TLS leaves an unread error behind wherever a request is cancelled while it connects.
    yield address.removesuffix("postgres") + name + "?sslmode=disable"
    asyncio.run(_command(address, f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture
async def database(database_url: str, tmp_path: Path) -> AsyncIterator[engine.Engine]:
    """Opened, with every table bound to it, the keys set and a file store of its own."""
    keys.configure(SECRET)
    store.use((tmp_path / "files").as_uri())
    regions.forget()
    opened = engine.open_engine(database_url)
    engine.use(opened)
    await opened.start()
    yield opened
    await opened.stop()
