"""htmx equals reload: a page into which an answer was swapped is the page that a reload shows."""

import pytest
from justhtml import Element

from tests.htmx.allowed import asks_for_reasons, plain
from tests.htmx.cases import APPLYING, DECISIONS, ROWS, SEARCHES, Case
from tests.htmx.document import by_id, children, difference, elements, refill, replace
from tests.htmx.page import Page, opened
from tests.htmx.scenes import filled_in, played

pytestmark = [
    pytest.mark.anyio,
    pytest.mark.usefixtures("database"),
    # What is asked here is answered before a database is asked, or the same whichever it is.
    pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True),
]


def row_of(root: object, row: str) -> Element:
    found = by_id(root, row)
    assert found is not None, f"{row} is not there"
    return found


def leave_to_the_list(root: object, row: str) -> None:
    """A decided row stays where it was although it is no longer what the list is of; so do the list's own figures."""
    found = by_id(root, row)
    if found is not None:
        replace(found, [])
    place = row_of(root, "found")
    lists = [each for each in elements(place) if each.name == "tbody"]
    refill(place, [node for each in lists for node in children(each)])


@pytest.mark.parametrize("case", DECISIONS, ids=str)
async def test_a_list_in_which_a_row_was_decided_is_the_list_reloaded(case: Case) -> None:
    scene = await case.make()

    async def compare(page: Page) -> None:
        fresh = await page.reloaded()
        asked = asks_for_reasons(page.root, scene.row)
        swapped, reloaded = plain(page.root, scene.row, asked), plain(fresh.root, scene.row, asked)
        if by_id(reloaded, scene.row) is None:
            leave_to_the_list(swapped, scene.row)
            leave_to_the_list(reloaded, scene.row)
        assert (page.status, difference(swapped, reloaded)) == (case.status, "")

    await played(scene, compare)


@pytest.mark.parametrize("case", [*SEARCHES, *APPLYING], ids=str)
async def test_a_page_that_was_searched_or_applied_on_is_the_page_reloaded(case: Case) -> None:
    scene = await case.make()

    async def compare(page: Page) -> None:
        fresh = await page.reloaded()
        if page.gone_to:
            return
        assert (page.status, difference(plain(page.root, scene.row), plain(fresh.root, scene.row))) == (
            case.status,
            "",
        )

    await played(scene, compare)


@pytest.mark.parametrize("case", ROWS, ids=str)
async def test_a_form_with_a_row_added_or_removed_is_the_page_that_a_plain_form_gets(case: Case) -> None:
    scene = await case.make()

    async def compare(page: Page) -> None:
        whole = await opened(page.visitor, scene.address)
        for press in scene.presses:
            whole = await whole.submit(filled_in(whole, press))
        assert (page.status, difference(plain(page.root), plain(whole.root))) == (case.status, "")

    await played(scene, compare)
