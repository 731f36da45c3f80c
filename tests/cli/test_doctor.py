"""`jianxi doctor --invariants` as an operator runs it: a sentence for each fault, and an exit code for a script."""

from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from tests.journeys.installation import Installation

NOBODYS_ACCOUNT = (
    "INSERT INTO account (username, username_key, password_hash, kind, disabled, created_at) "
    "VALUES ('齐鲁', '齐鲁', '-', 'employer', 0, '2026-11-20 02:00:00+00:00')"
)


@pytest.fixture
def installed(tmp_path: Path) -> Installation:
    made = Installation(tmp_path, f"sqlite:///{tmp_path / 'jianxi.sqlite3'}")
    made.done("init")
    return made


def break_something(installation: Installation) -> None:
    with sqlite.connect(installation.folder / "jianxi.sqlite3") as connection:
        connection.execute(NOBODYS_ACCOUNT)


def test_a_sound_installation_is_told_to_be_sound(installed: Installation) -> None:
    assert "项检查全部一致" in installed.done("doctor", "--invariants")


def test_a_fault_is_told_without_names_and_ends_with_one(installed: Installation) -> None:
    break_something(installed)

    ended = installed.run("doctor", "--invariants")

    assert ended.returncode == 1
    assert "账号 1：不属于任何单位、个人或工作人员（account-owned）" in ended.stdout
    assert "有1处不一致" in ended.stderr
    assert "齐鲁" not in ended.stdout + ended.stderr


def test_records_are_looked_at_only_when_asked(installed: Installation) -> None:
    break_something(installed)

    told = installed.done("doctor")

    assert "升级步骤：全部完成" in told and "邮件和短信：没有不明或失败的" in told


def test_what_a_server_does_by_itself_is_done_by_hand_too(installed: Installation) -> None:
    told = [installed.done(*words) for words in (("remind",), ("outbox", "send"), ("outbox", "list"))]

    assert told == ["今天没有需要提醒的。\n", "没有等待发送的。\n", "没有不明或失败的。\n"]
