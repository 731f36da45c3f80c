"""A change of the key: files and their names are sealed anew, once, and open without the old one."""

import pytest

from jianxi.crypto import keys
from jianxi.queries import files as reading
from jianxi.services import files
from jianxi.services.file_reseal import Resealed, reseal
from jianxi.storage import samples, store
from jianxi.tables.unit_of_work import unit_of_work
from tests.conftest import NOW, SECRET

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database", "file_store")]
NEW = "another secret, which comes after the first one"


async def kept() -> int:
    stored = await files.store_checked("制度.png", samples.picture())
    async with unit_of_work():
        return await files.add(stored, NOW)


async def test_after_it_files_open_without_the_old_key_and_again_there_is_nothing_to_do() -> None:
    id = await kept()
    keys.configure(NEW, SECRET)
    assert await reseal() == Resealed(objects=1, names=1, unreadable=0)
    keys.configure(NEW)
    file = (await reading.of_ids([id]))[id]
    assert file.name == "制度.png"
    assert await store.get(file.key) == samples.picture().content
    assert await reseal() == Resealed(0, 0, 0)


async def test_what_no_key_opens_is_counted_and_left_as_it_is() -> None:
    id = await kept()
    keys.configure(NEW)
    assert await reseal() == Resealed(0, 0, unreadable=2)
    keys.configure(SECRET)
    file = (await reading.of_ids([id]))[id]
    assert await store.get(file.key) == samples.picture().content
