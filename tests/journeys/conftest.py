"""Empty installations made by the command line, served on their own, and the visitors of their pages."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.copies import Copies
from tests.journeys.browser import DESKTOP, BrowserVisitor, chromium
from tests.journeys.cast import EARLIER, GRADUATE, OFFICIALS, PASSWORD, register_row
from tests.journeys.installation import Installation, serving
from tests.journeys.plain import PlainVisitor
from tests.journeys.visitor import Visitor

Enter = Callable[[], Visitor]


def seed(installation: Installation) -> None:
    """What the administrator does before anybody comes: all by the command line."""
    password, workbook = installation.folder / "password", installation.folder / "register.xlsx"
    password.write_text(PASSWORD + "\n", encoding="utf-8")
    installation.done("init")
    for login, (region, name) in OFFICIALS.items():
        named = ["--region", region, "--name", name]
        installation.done("official", "add", login, *named, "--password-file", str(password))
    installation.done("register", "template", str(workbook))
    fill_in(workbook)
    assert "2" in installation.done("register", "import", str(workbook))


def fill_in(workbook: Path) -> None:
    """The template with the graduates of the journeys."""
    book = load_workbook(workbook)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    for human in (GRADUATE, EARLIER):
        row = register_row(human)
        sheet.append([row.get(str(heading)) for heading in headings])
    book.save(workbook)
    book.close()


@pytest.fixture(scope="session")
def seeded_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation's database, to be copied."""
    folder = tmp_path_factory.mktemp("seeded")
    seed(Installation(folder, f"sqlite:///{folder / 'jianxi.sqlite3'}"))
    return folder / "jianxi.sqlite3"


@pytest.fixture(scope="session")
def seeded_postgres(copies: Copies, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database to be copied."""
    seed(Installation(tmp_path_factory.mktemp("seeded"), copies.empty("seeded_jianxi")))
    return "seeded_jianxi"


@pytest.fixture
def installation(
    database_kind: str, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Installation]:
    """With offices and a register, and nothing else in it; on each database."""
    if database_kind == "sqlite":
        shutil.copy(request.getfixturevalue("seeded_sqlite"), tmp_path / "jianxi.sqlite3")
        yield Installation(tmp_path, f"sqlite:///{tmp_path / 'jianxi.sqlite3'}")
        return
    seeded: str = request.getfixturevalue("seeded_postgres")
    copies: Copies = request.getfixturevalue("copies")
    with copies.of(seeded) as address:
        yield Installation(tmp_path, address)


@pytest.fixture
def site(installation: Installation) -> Iterator[str]:
    """The address at which it is served."""
    with serving(installation) as address:
        yield address


@pytest.fixture
def plainly(site: str) -> Iterator[Enter]:
    """Makes visitors by plain forms, each with cookies of their own."""
    made: list[PlainVisitor] = []

    def enter() -> Visitor:
        made.append(PlainVisitor(site))
        return made[-1]

    yield enter
    for visitor in made:
        visitor.close()


@pytest.fixture
def window_size() -> tuple[int, int]:
    return DESKTOP


@pytest.fixture
def in_chromium(
    site: str, window_size: tuple[int, int], tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Callable[[], BrowserVisitor]]:
    """Makes visitors in Chromium; what they saw last is kept as pictures when the journey fails."""
    made: list[BrowserVisitor] = []
    with chromium() as browser:

        def enter() -> BrowserVisitor:
            made.append(BrowserVisitor(browser, site, window_size))
            return made[-1]

        yield enter
        if request.session.testsfailed:
            for number, visitor in enumerate(made):
                visitor.picture(tmp_path / f"visitor-{number}.png")
        for visitor in made:
            visitor.close()
