"""A zip made part by part: it opens everywhere, its names lead nowhere else, and its size is known beforehand."""

import zipfile
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from io import BytesIO

import pytest

from jianxi.exports import archive
from jianxi.exports.archive import Entry, Torn

AT = datetime(2026, 11, 20, 10, 12, 30, tzinfo=UTC)
FOLDER = "就业见习管理制度"


def entry(path: str, content: bytes, size: int | None = None) -> Entry:
    async def given() -> AsyncIterator[bytes]:
        for start in range(0, len(content), 1000):
            yield content[start : start + 1000]

    return Entry(path, AT, len(content) if size is None else size, given)


async def made(*entries: Entry) -> bytes:
    return b"".join([part async for part in archive.parts(entries)])


@pytest.mark.anyio
async def test_it_holds_each_file_unharmed_under_its_chinese_name() -> None:
    held = {f"{FOLDER}/制度䶮𠮷·.pdf": b"%PDF-" + bytes(range(256)) * 40, "单位证件信息/执照.png": b""}
    entries = [entry(path, content) for path, content in held.items()]
    data = await made(*entries)
    with zipfile.ZipFile(BytesIO(data)) as package:
        infos = package.infolist()
        assert package.testzip() is None
        assert {info.filename: package.read(info) for info in infos} == held
    # Unix: of a zip that says DOS, unzip takes the names for an old code page in spite of the flag.
    assert {(info.create_system, info.external_attr >> 16) for info in infos} == {(3, 0o100644)}
    assert {(info.flag_bits, info.compress_type, info.date_time) for info in infos} == {
        (0x800, zipfile.ZIP_STORED, (2026, 11, 20, 10, 12, 30))
    }
    assert archive.size(entries) == len(data)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("../../etc/passwd.pdf", "_.._etc_passwd.pdf"),
        ("..\\..\\启动.pdf", "_.._启动.pdf"),
        ("/根.pdf", "_根.pdf"),
        ("C:制度.pdf", "C_制度.pdf"),
        ("a\0b\r\n.pdf", "a_b__.pdf"),
        ("证件\u202efdp.png", "证件_fdp.png"),
        ("con.pdf", "_con.pdf"),
        ("..", "_"),
        ("", "_"),
        ("制度. ", "制度"),
    ],
)
def test_no_name_leads_out_of_its_folder(name: str, path: str) -> None:
    assert archive.paths([(FOLDER, name)]) == [f"{FOLDER}/{path}"]


def test_of_files_that_are_called_alike_the_later_ones_are_numbered() -> None:
    names = ["执照.png", "执照.PNG", "执照（2）.png", "执照.png", "无名", "无名"]
    found = archive.paths([(FOLDER, name) for name in names] + [("", "执照.png")])
    assert found[:4] == [
        f"{FOLDER}/{name}" for name in ("执照.png", "执照（2）.PNG", "执照（2）（2）.png", "执照（3）.png")
    ]
    assert found[4:] == [f"{FOLDER}/无名", f"{FOLDER}/无名（2）", "执照.png"]
    assert len({path.casefold() for path in found}) == len(found)


@pytest.mark.anyio
async def test_a_file_that_is_not_as_long_as_was_promised_ends_it() -> None:
    with pytest.raises(Torn):
        await made(entry("a.pdf", b"1234", 5))
