"""From the estimate to the sums that the finance side reads: 花名册 sent, asked about, returned, accepted by one of two at
once, corrected, and 年度清算 after the year. Every amount was worked out by hand.

In Chromium on one database and by plain forms on the other; the clock is moved on to the next year."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from jianxi.storage import store
from tests.journeys import on_duty
from tests.journeys.accepted import written
from tests.journeys.browser import DESKTOP, PHONE, BrowserVisitor
from tests.journeys.installation import Installation
from tests.journeys.money_story import Story
from tests.journeys.on_duty import OnDuty
from tests.journeys.served import Served
from tests.journeys.visitor import Visitor
from tests.sharing import asked_on


@pytest.fixture
def served(
    installation: Installation, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Served[OnDuty]]:
    storage = (tmp_path / "files").as_uri()
    who = written(installation, storage, on_duty.plant)
    store.use(tmp_path_factory.mktemp("files").as_uri())
    with ExitStack() as stack:
        yield Served(replace(installation, settings={"JIANXI_STORAGE_URL": storage}), who, stack)


@pytest.fixture
def site(served: Served[OnDuty]) -> str:
    return served.start()


@asked_on("sqlite")
def test_the_story_of_money_runs_by_plain_forms(
    plainly: Callable[[], Visitor], served: Served[OnDuty]
) -> None:
    Story(plainly, served).run()


@pytest.fixture
def window_size(database_kind: str) -> tuple[int, int]:
    return {"sqlite": DESKTOP, "postgres": PHONE}[database_kind]


@asked_on("postgres")
def test_the_story_of_money_runs_in_chromium(
    in_chromium: Callable[[], BrowserVisitor], served: Served[OnDuty]
) -> None:
    Story(in_chromium, served).run()
