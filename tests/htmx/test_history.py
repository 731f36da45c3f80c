"""Back and forward: nothing is kept of pages, so that the browser asks for them anew and gets them whole."""

import pytest

from tests.hostile.visiting import visiting
from tests.htmx.allowed import plain
from tests.htmx.cases import SEARCHES, Case
from tests.htmx.document import difference, parse
from tests.htmx.page import opened

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
BACK = {"HX-Request": "true", "HX-History-Restore-Request": "true"}


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize("case", SEARCHES, ids=str)
async def test_a_page_that_htmx_restores_from_history_is_the_whole_page(case: Case) -> None:
    scene = await case.make()

    async with visiting(scene.viewer) as visitor:
        page = await opened(visitor, scene.address)
        restored = await visitor.client.get(scene.address, headers=BACK)

    assert difference(plain(page.root), plain(parse(restored.text).root)) == ""


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize("case", SEARCHES, ids=str)
async def test_no_browser_keeps_a_piece_in_place_of_a_page(case: Case) -> None:
    """Going back to a list after a decision shows it as it then is, and never a piece without its page."""
    scene = await case.make()

    async with visiting(scene.viewer) as visitor:
        whole = await visitor.client.get(scene.address)
        settings = (await opened(visitor, scene.address)).settings()

    assert "HX-Request" in whole.headers["Vary"]
    assert scene.viewer is None or "no-store" in whole.headers["Cache-Control"]
    assert (settings["historyCacheSize"], settings["refreshOnHistoryMiss"]) == (0, True)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_the_focus_moves_in_the_moment_of_the_swap() -> None:
    """With htmx's usual delay of 20 ms, what somebody types at once into a row's note would fall on the row's keys."""
    async with visiting() as visitor:
        settings = (await opened(visitor, "/help")).settings()

    assert settings["defaultSettleDelay"] == 0
