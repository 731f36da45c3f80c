"""Pictures of pages: drawn once, kept sealed beside their file, and drawn anew when the kept one is of no use."""

import pytest

from jianxi.domain.outcomes import Missing
from jianxi.queries.files import File, picture
from jianxi.storage import samples, store
from jianxi.storage.checking import Kind
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("file_store")]
KEY = "f" * 32
FILE = File(1, KEY, "a.pdf", Kind.PDF, 1, "-", 1, NOW)


async def sizes() -> dict[str, int]:
    return {each.key: each.size async for part in store.objects() for each in part}


async def test_a_page_is_drawn_once_and_shown_from_then_on() -> None:
    await store.put(KEY, samples.document().content)
    first = await picture(FILE, 1)
    await store.delete([KEY])
    assert first.startswith(b"\xff\xd8\xff")
    assert await picture(FILE, 1) == first
    assert await sizes() == {f"{KEY}.p1": len(first)}


@pytest.mark.parametrize("page", [0, 2])
async def test_a_page_that_there_is_not_is_missing(page: int) -> None:
    await store.put(KEY, samples.document().content)
    with pytest.raises(Missing):
        await picture(FILE, page)
    assert list(await sizes()) == [KEY]


async def test_a_page_of_a_file_that_is_lost_is_lost() -> None:
    with pytest.raises(store.Lost):
        await picture(FILE, 1)
