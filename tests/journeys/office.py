"""One installation for a module: an approved base, its employer, and windows of the offices in Chromium."""

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from playwright.sync_api import Browser

from tests.journeys import bases, positions
from tests.journeys.browser import DESKTOP, BrowserVisitor, chromium
from tests.journeys.cast import SOFTWARE
from tests.journeys.installation import Installation, serving
from tests.journeys.plain import PlainVisitor


@dataclass
class Office:
    """Where positions wait and somebody decides."""

    browser: Browser
    address: str
    employer: PlainVisitor
    county: PlainVisitor
    city: PlainVisitor
    stack: ExitStack
    numbers: "count[int]"

    def positions(self, many: int) -> list[str]:
        """Fresh ones, waiting for the county; their names begin with the same word of their own."""
        word = f"见习第{next(self.numbers)}批"
        titles = [f"{word}{'甲乙丙丁戊'[number]}岗" for number in range(many)]
        for title in titles:
            positions.add(self.employer, title)
        return titles

    def window(self, login: str = "lixia", size: tuple[int, int] = DESKTOP) -> BrowserVisitor:
        visitor = self.stack.enter_context(closing(BrowserVisitor(self.browser, self.address, size)))
        if login:
            bases.sign_in(visitor, login)
        return visitor


@contextmanager
def office(seeded: Path, folder: Path) -> Iterator[Office]:
    shutil.copy(seeded, folder / "jianxi.sqlite3")
    installation = Installation(folder, f"sqlite:///{folder / 'jianxi.sqlite3'}")
    with ExitStack() as stack:
        address = stack.enter_context(serving(installation))
        browser = stack.enter_context(chromium())
        plain = [stack.enter_context(closing(PlainVisitor(address))) for _ in range(3)]
        employer, county, city = plain
        bases.sign_in(county, "lixia")
        bases.sign_in(city, "jinan")
        bases.approved(employer, county, city, SOFTWARE)
        yield Office(browser, address, employer, county, city, stack, count(1))
