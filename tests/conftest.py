"""What every test may ask for: both databases, fresh and migrated, and the moment at which all of them happen."""

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import structlog

from jianxi.crypto import keys
from jianxi.domain.regions import Directory
from jianxi.queries import regions
from jianxi.services import installation
from jianxi.storage import store
from jianxi.tables import engine
from tests import postgres
from tests.copies import Copies

pytest_plugins = ("tests.s3",)
NOW = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)
"""2026-11-20 10:00 in Shanghai."""
# httpx looks for a module that is not installed here with each request, in every folder of the path.
sys.modules.setdefault("sniffio", None)  # type: ignore[arg-type]
# The lines for people at a terminal, which are what it writes unless told otherwise, cost as much as a query.
structlog.configure(processors=[structlog.processors.KeyValueRenderer()])
SECRET = "a secret that only the tests know, long enough"
_fresh_regions: list[Directory] = []
LONG = ("accessibility", "journeys", "faults", "authorization", "model")
"""Folders with tests of half a minute and more, longest first."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """All temporary files in memory, where there is enough of it: each commit is flushed, for which a disk takes its time."""
    memory = postgres.in_memory()
    if memory is not None and config.option.basetemp is None and not hasattr(config, "workerinput"):
        folder = tempfile.mkdtemp(prefix="jianxi-tests-", dir=memory)
        config.option.basetemp = folder
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long ones first: whoever begins one when the others are through keeps all waiting."""
    rooms = Path(__file__).parent
    places = {folder: place for place, folder in enumerate(LONG)}
    items.sort(key=lambda item: places.get(item.path.relative_to(rooms).parts[0], len(LONG)))


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture(scope="session")
def shared_files(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a file store that stays until the end."""
    address = tmp_path_factory.mktemp("files").as_uri()
    store.use(address)
    return address


@pytest.fixture(autouse=True)
def any_file_store(shared_files: str) -> Iterator[None]:
    """For what opens a database by itself. The store of a test, as the fixture `database` has one, ends with its files."""
    yield
    store.use(shared_files)


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
    """The address of its maintenance database."""
    if postgres.binaries() is None:
        sentence = "PostgreSQL's server is needed for these tests: apt-get install postgresql"
        if os.environ.get("CI"):
            pytest.fail(sentence, pytrace=False)
        pytest.skip(sentence)
    with postgres.cluster(folder=postgres.in_memory()) as address:
        yield address


@pytest.fixture(scope="session")
def copies(postgres_cluster: str) -> Iterator[Copies]:
    """Of its databases; `template_jianxi` is a migrated one."""
    made = Copies(postgres_cluster)
    asyncio.run(_migrate(made.empty("template_jianxi")))
    yield made
    made.close()


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
    copies: Copies = request.getfixturevalue("copies")
    with copies.of("template_jianxi") as address:
        yield address


async def _know_regions() -> None:
    """Those of a fresh database are always the same, and reading thousands takes longer than most tests."""
    if not _fresh_regions:
        regions.forget()
        _fresh_regions.append(await regions.directory())
    regions._kept = (time.monotonic(), _fresh_regions[0])


@pytest.fixture
async def database(database_url: str, tmp_path: Path) -> AsyncIterator[engine.Engine]:
    """Opened, with every table bound to it, the keys set and a file store of its own."""
    keys.configure(SECRET)
    store.use((tmp_path / "files").as_uri())
    opened = engine.open_engine(database_url)
    engine.use(opened)
    await opened.start()
    await _know_regions()
    yield opened
    await opened.stop()
