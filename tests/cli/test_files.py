"""The store as an operator meets it: tried by the doctor, swept, and told in one sentence when it cannot be used."""

import os
import time
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from tests.journeys.installation import Installation
from tests.s3 import access

A_FILE = (
    "INSERT INTO stored_file (key, name, kind, size, digest, pages, uploaded_at) "
    "VALUES ('{key}', x'00', 'pdf', 9, '-', 1, '2026-11-01 02:00:00+00:00')"
)


@pytest.fixture
def installed(tmp_path: Path) -> Installation:
    made = Installation(tmp_path, f"sqlite:///{tmp_path / 'jianxi.sqlite3'}")
    made.done("init")
    return made


def left_behind(installation: Installation) -> None:
    """A row that nothing refers to, and an object of two days ago without row."""
    with sqlite.connect(installation.folder / "jianxi.sqlite3") as connection:
        connection.execute(A_FILE.format(key="a" * 32))
    store = installation.folder / "files"
    store.mkdir()
    (store / ("b" * 32)).write_bytes(b"half of an upload")
    two_days_ago = time.time() - 2 * 86_400
    os.utime(store / ("b" * 32), (two_days_ago, two_days_ago))


def test_the_sweep_says_what_it_removed(installed: Installation) -> None:
    left_behind(installed)

    said, again = (installed.done("files", "sweep") for _ in range(2))

    assert said == "已删除没有用到的文件记录1条、存储中没有记录的文件1个。\n"
    assert again == "没有需要删除的文件。\n"
    assert list((installed.folder / "files").iterdir()) == []


def test_a_file_whose_content_is_missing_is_named(installed: Installation) -> None:
    left_behind(installed)

    ended = installed.run("doctor", "--invariants")

    assert ended.returncode == 1
    assert "文件 1：存储中没有它的内容（file-kept）" in ended.stdout
    assert f"文件存储：{installed.folder}/files，可以读写" in ended.stdout


def test_a_folder_that_cannot_be_written_is_one_sentence(installed: Installation) -> None:
    (installed.folder / "files").write_text("no folder")

    ended = installed.run("doctor")

    assert ended.returncode == 1
    assert f"无法使用文件存储 {installed.folder}/files：" in ended.stderr
    assert len(ended.stderr.splitlines()) == 1


def test_a_bucket_is_told_by_its_address(installed: Installation, s3_port: int, bucket: str) -> None:
    told = access(s3_port) | {"JIANXI_STORAGE_URL": bucket}
    good = Installation(installed.folder, installed.database_url, told)
    bad = Installation(
        installed.folder, installed.database_url, told | {"JIANXI_STORAGE_URL": "s3://missing"}
    )

    assert f"文件存储：{bucket}，可以读写" in good.done("doctor")
    ended = bad.run("files", "sweep")

    assert ended.returncode == 1
    assert ended.stderr.startswith("Error: 无法使用文件存储 s3://missing：")
    assert len(ended.stderr.splitlines()) == 1
    assert access(s3_port)["AWS_SECRET_ACCESS_KEY"] not in ended.stdout + ended.stderr
