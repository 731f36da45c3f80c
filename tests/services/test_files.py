"""Stored files: the object comes before its row, and whatever breaks off between the two loses neither form nor file."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from jianxi.forms.files import Upload, plain_name
from jianxi.queries import files as reading
from jianxi.services import files
from jianxi.storage import samples, store
from jianxi.tables.engine import Engine
from jianxi.tables.files import StoredFile
from jianxi.tables.unit_of_work import unit_of_work
from tests.conftest import NOW

pytestmark = pytest.mark.anyio
NAME = "张三37010219900101123X身份证.png"


async def objects() -> list[str]:
    return [each.key async for part in store.objects() for each in part]


async def kept(name: str = NAME) -> int:
    stored = await files.store_checked(name, samples.picture())
    async with unit_of_work():
        return await files.add(stored, NOW)


@pytest.mark.usefixtures("database")
async def test_a_file_is_read_as_it_was_kept() -> None:
    id = await kept()
    file = (await reading.of_ids([id, id + 1]))[id]
    assert (file.name, file.size, file.pages) == (NAME, len(samples.picture().content), 1)
    assert (file.digest, file.uploaded_at) == (samples.picture().digest, NOW)
    assert [part async for part in reading.content(file)] == [samples.picture().content]


@pytest.mark.usefixtures("database")
async def test_when_the_row_is_not_saved_only_an_object_is_left() -> None:
    stored = await files.store_checked(NAME, samples.picture())

    async def broken_off() -> None:
        async with unit_of_work():
            await files.add(stored, NOW)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await broken_off()
    assert (await objects(), await StoredFile.count()) == ([stored.key], 0)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_when_the_object_is_not_saved_there_is_no_row(tmp_path: Path) -> None:
    (tmp_path / "occupied").write_text("no folder")
    store.use((tmp_path / "occupied").as_uri())
    with pytest.raises(store.Away):
        await files.store_checked(NAME, samples.picture())
    assert await StoredFile.count() == 0


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_what_is_refused_leaves_nothing() -> None:
    with pytest.raises(ValueError, match="说明"):
        await files.store_upload(Upload("说明.docx", b"PK\x03\x04"))
    assert await objects() == []


async def all_bytes(folder: Path) -> AsyncIterator[bytes]:
    for path in folder.rglob("*"):
        if path.is_file():
            yield path.read_bytes()


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_neither_content_nor_name_lies_anywhere_in_the_clear(database: Engine, tmp_path: Path) -> None:
    await kept()
    content = samples.picture().content
    runs = [content[start : start + 12] for start in range(33, len(content) - 12, 40)]
    plain = [NAME.encode(), "张三".encode(), b"37010219900101123X", b"IHDR", *runs]
    looked_at = 0
    async for lying in all_bytes(tmp_path):
        looked_at += 1
        assert not [run for run in plain if run in lying]
    assert looked_at >= 2


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("name", "saved_as"),
    [
        ("就业见习管理制度（2026年修订）.PNG", "就业见习管理制度（2026年修订）.PNG"),
        ("营业执照.jpg", "营业执照.jpg.png"),
        ("setup.exe", "setup.exe.png"),
        ("../../etc/passwd", "passwd.png"),
        ("C:\\temp\\䶮𬭎·.png", "䶮𬭎·.png"),
        ('a";\r\n.png', "a_;.png"),
        ("\u202egnp.exe", "gnp.exe.png"),
        ("", "未命名文件.png"),
    ],
)
async def test_a_file_is_saved_under_its_name_with_the_ending_of_what_it_is(name: str, saved_as: str) -> None:
    id = await kept(plain_name(name))
    assert (await reading.of_ids([id]))[id].saved_as == saved_as


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)
async def test_the_same_content_twice_is_two_files() -> None:
    ids = [await kept(), await kept()]
    assert len(await objects()) == 2
    assert {file.uploaded_at - NOW for file in (await reading.of_ids(ids)).values()} == {timedelta()}
