"""Keyboard alone: every task of the story, the way into the page, and where the focus goes."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.browser import DESKTOP, chromium
from tests.journeys.installation import Installation, serving
from tests.journeys.keyboard import KeyboardVisitor
from tests.journeys.test_story import Story
from tests.journeys.visitor import Visitor


@pytest.fixture
def address(seeded_sqlite: Path, tmp_path: Path) -> Iterator[str]:
    shutil.copy(seeded_sqlite, tmp_path / "jianxi.sqlite3")
    with serving(Installation(tmp_path, f"sqlite:///{tmp_path / 'jianxi.sqlite3'}")) as served:
        yield served


def test_the_story_runs_by_keyboard_alone(address: str) -> None:
    made: list[KeyboardVisitor] = []
    with chromium() as browser:

        def enter() -> Visitor:
            made.append(KeyboardVisitor(browser, address, DESKTOP))
            return made[-1]

        Story(enter).run()
        for visitor in made:
            visitor.close()


def test_the_first_stop_leads_past_the_menu(address: str) -> None:
    with chromium() as browser:
        visitor = KeyboardVisitor(browser, address, DESKTOP)
        visitor.open("/positions")

        visitor.page.keyboard.press("Tab")
        first = visitor.page.evaluate("document.activeElement.textContent")
        visitor.page.keyboard.press("Enter")
        visitor.page.keyboard.press("Tab")

        assert first == "跳到主要内容"
        assert visitor.page.evaluate("!!document.activeElement.closest('main')")
        visitor.close()
