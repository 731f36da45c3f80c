"""The sweep: what an upload that broke off left behind goes after a day, and nothing else ever does."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import obstore
import pytest

from jianxi.domain.outcomes import Refused
from jianxi.queries.file_keeping import LINKS, not_as_kept
from jianxi.services import file_sweep, files
from jianxi.services.file_sweep import Swept, sweep
from jianxi.storage import naming, places, samples, store
from jianxi.tables.files import IdentityPicture, StoredFile
from jianxi.tables.unit_of_work import unit_of_work
from jianxi.tables.writing import insert
from tests.cast_people import person
from tests.conftest import NOW

pytestmark = [pytest.mark.anyio, pytest.mark.usefixtures("database")]
LATER = NOW + timedelta(days=1, seconds=1)


async def kept(*, linked: bool) -> str:
    """The key of a file with its row; `linked` to a person's front picture."""
    owner = await person(intention=False) if linked else None
    stored = await files.store_checked("a.png", samples.picture())
    async with unit_of_work():
        id = await files.add(stored, NOW)
        if owner is not None:
            await insert(IdentityPicture(person=owner.person, side="front", file=id))
    return stored.key


async def objects() -> set[str]:
    return {each.key async for part in store.objects() for each in part}


@pytest.fixture
def aged(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if a day had gone by for the store's clock."""
    monkeypatch.setattr(file_sweep, "AGE", timedelta(seconds=-1))


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_both_tables_that_refer_to_files_are_asked() -> None:
    assert {("base_file", "file"), ("identity_picture", "file")} <= set(LINKS)


@pytest.mark.usefixtures("aged", "file_store")
async def test_what_nothing_refers_to_goes_and_the_rest_stays() -> None:
    linked, unlinked = await kept(linked=True), await kept(linked=False)
    await store.put("f" * 32, b"without row")
    await store.put(f"{linked}.p1", b"a picture of its page")
    await store.put(f"{unlinked}.p1", b"a picture of its page")
    assert await sweep(NOW) == Swept(rows=1, objects=3)
    assert await objects() == {linked, f"{linked}.p1"}
    assert await StoredFile.count() == 1
    assert await sweep(NOW) == Swept(rows=0, objects=0)


@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_rows_and_objects_younger_than_a_day_stay(tmp_path: Path) -> None:
    unlinked = await kept(linked=False)
    await store.put("f" * 32, b"without row")
    assert await sweep(NOW + timedelta(hours=23)) == Swept(0, 0)
    assert await sweep(LATER) == Swept(rows=1, objects=0)
    a_day_ago = (datetime.now(UTC) - timedelta(days=1, seconds=5)).timestamp()
    for name in (unlinked, "f" * 32):
        os.utime(tmp_path / "files" / name, (a_day_ago, a_day_ago))
    assert await sweep(LATER) == Swept(rows=0, objects=2)


@pytest.mark.usefixtures("aged")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_what_was_never_finished_goes_even_beside_its_row(tmp_path: Path) -> None:
    linked = await kept(linked=True)
    (tmp_path / "files" / naming.unfinished(linked)).write_bytes(b"half")
    assert await sweep(NOW) == Swept(rows=0, objects=1)
    assert await objects() == {linked}


@pytest.mark.usefixtures("aged", "file_store")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_what_others_keep_in_the_same_place_stays() -> None:
    foreign = {"jianxi.key", "database.sqlite3", "backup/db.dump", "test/" + "a" * 32, "A" * 32, "a" * 33}
    for key in (*foreign, "probe-" + "a" * 32):
        obstore.put(places.opened(store._url), key, b"another's")
    assert await sweep(NOW, sure=True) == Swept(rows=0, objects=1)
    assert await objects() == foreign


@pytest.mark.usefixtures("aged")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_the_store_of_another_database_is_not_swept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_sweep, "MANY", 3)
    await kept(linked=True)
    for number in range(3):
        await store.put(f"{number:032}", b"another's")
    with pytest.raises(Refused, match="4个文件有3个"):
        await sweep(NOW)
    assert len(await objects()) == 4
    assert await sweep(NOW, sure=True) == Swept(rows=0, objects=3)


@pytest.mark.usefixtures("file_store")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_a_row_whose_object_or_name_is_not_as_it_was_kept_is_told() -> None:
    await kept(linked=True)
    missing, short = await kept(linked=False), await kept(linked=False)
    await store.delete([missing])
    await store.put(short, b"short")
    altered = StoredFile.id == 1
    async with unit_of_work():
        await StoredFile.update({StoredFile.digest: "-", StoredFile.name: b"of another key"}).where(altered)
    sentences = sorted([sentence async for part in not_as_kept(contents=True) for sentence in part])
    assert sentences == [
        "文件 1：内容无法读取，或与保存时不同（file-content）",
        "文件 1：名称无法用现有密钥读取（file-named）",
        "文件 2：存储中没有它的内容（file-kept）",
        "文件 3：内容无法读取，或与保存时不同（file-content）",
        "文件 3：内容的大小与记录不符（file-kept）",
    ]
