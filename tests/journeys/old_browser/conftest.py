"""An installation with offices and a register, and Chromium 69 in front of it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.journeys.browser import DESKTOP
from tests.journeys.installation import Installation, serving
from tests.journeys.old_browser.browser import chromium_69
from tests.journeys.old_browser.protocol import call
from tests.journeys.old_browser.visitor import OldVisitor

Enter = Callable[[], OldVisitor]


@pytest.fixture
def site(seeded_sqlite: Path, tmp_path: Path) -> Iterator[str]:
    shutil.copy(seeded_sqlite, tmp_path / "jianxi.sqlite3")
    with serving(Installation(tmp_path, f"sqlite:///{tmp_path / 'jianxi.sqlite3'}")) as address:
        yield address


@pytest.fixture
def in_chromium_69(site: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Enter]:
    """Makes visitors; what they saw last is kept as pictures when a test fails."""
    made: list[OldVisitor] = []
    with chromium_69() as browser, ExitStack() as lines:

        def enter() -> OldVisitor:
            made.append(OldVisitor(lines.enter_context(call(browser.tab())), site, DESKTOP))
            return made[-1]

        yield enter
        if request.session.testsfailed:
            for number, visitor in enumerate(made):
                visitor.picture(tmp_path / f"visitor-{number}.png")
        assert [fault for visitor in made for fault in visitor.faults] == []
