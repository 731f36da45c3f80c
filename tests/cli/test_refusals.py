"""What an operator reads when a command cannot do its work: one sentence, and never a traceback."""

from pathlib import Path

import pytest

from jianxi.cli.demo import leave_installation
from tests.journeys.installation import Installation


@pytest.fixture
def empty(tmp_path: Path) -> Installation:
    return Installation(tmp_path, f"sqlite:///{tmp_path / 'jianxi.sqlite3'}")


def told(installation: Installation, *arguments: str) -> str:
    ended = installation.run(*arguments)
    assert ended.returncode != 0
    assert len(ended.stderr.strip().splitlines()) == 1, ended.stderr
    return ended.stderr


@pytest.mark.parametrize("command", [["init"], ["serve"], ["doctor"], ["policy", "list"]])
def test_a_file_that_is_no_database_is_told(empty: Installation, command: list[str]) -> None:
    (empty.folder / "jianxi.sqlite3").write_text("a letter, and no database" * 100)

    assert "无法使用数据库" in told(empty, *command)


@pytest.mark.parametrize("place", ["127.0.0.1:1", "127.0.0.1:port"])
def test_a_server_that_cannot_be_reached_is_told(tmp_path: Path, place: str) -> None:
    nowhere = Installation(tmp_path, f"postgresql://jianxi@{place}/jianxi")

    assert "无法使用数据库" in told(nowhere, "doctor").replace("设置：正常", "")


def test_a_short_key_is_told_in_development(empty: Installation) -> None:
    short = Installation(empty.folder, empty.database_url, {"JIANXI_SECRET_KEY": "short"})

    assert "JIANXI_SECRET_KEY" in told(short, "init")


def test_a_template_for_a_folder_that_is_not_there_is_told(empty: Installation) -> None:
    assert "/nonexist/t.xlsx" in told(empty, "register", "template", "/nonexist/t.xlsx")


def test_a_parameter_of_a_region_elsewhere_is_told(empty: Installation) -> None:
    empty.done("init")
    named = ["--region", "110000", "--from", "2026-01-01", "--source", "文号"]

    assert "不属于本系统所在的山东省" in told(empty, "policy", "set", "cohort", "2027", *named)


def test_the_demo_takes_nothing_of_a_real_installation_but_the_clock() -> None:
    variables = {
        "JIANXI_NOW": "2026-11-20T10:00",
        "JIANXI_STORAGE_URL": "s3://real",
        "JIANXI_SECRET_KEY": "real",
        "JIANXI_PUBLIC_URL": "https://jianxi.example.cn",
        "HOME": "/root",
    }

    leave_installation(variables)

    assert variables == {"JIANXI_NOW": "2026-11-20T10:00", "HOME": "/root"}
