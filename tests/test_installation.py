"""An empty installation by the command line, from another folder, as a user makes one."""

import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from openpyxl import load_workbook

from tests.journeys.cast import GRADUATE, PASSWORD, register_row
from tests.journeys.conftest import fill_in
from tests.journeys.installation import Installation, serving


@pytest.fixture
def empty(tmp_path: Path) -> Installation:
    return Installation(tmp_path, f"sqlite:///{tmp_path / 'jianxi.sqlite3'}")


@pytest.fixture
def installed(empty: Installation) -> Installation:
    empty.done("init")
    return empty


def told(installation: Installation, *arguments: str) -> str:
    """What a refused command says: one line, and never a traceback."""
    ended = installation.run(*arguments)
    assert ended.returncode != 0
    assert "Traceback" not in ended.stderr
    return ended.stderr.strip()


def test_init_makes_the_database_and_a_second_time_changes_nothing(empty: Installation) -> None:
    assert "数据库已就绪" in empty.done("init")
    assert "无需升级" in empty.done("init")


def test_commands_before_init_say_what_to_do(empty: Installation) -> None:
    assert "请先运行 jianxi init" in told(empty, "serve")
    assert "请先运行 jianxi init" in told(empty, "policy", "list")


def test_an_official_is_added_with_the_password_from_a_file(installed: Installation) -> None:
    (installed.folder / "password").write_text(PASSWORD, encoding="utf-8")
    named = ["lixia", "--region", "370102", "--name", "李建国", "--password-file", "password"]

    said = installed.done("official", "add", *named)

    assert "济南市历下区" in said
    assert "登录名lixia已被使用" in told(installed, "official", "add", *named)
    assert PASSWORD not in said


@pytest.mark.parametrize(
    ("region", "password", "sentence"),
    [("999999", PASSWORD, "没有行政区划代码999999"), ("370102", "12345678", "密码")],
)
def test_an_official_who_cannot_be_added_is_refused_in_one_sentence(
    installed: Installation, region: str, password: str, sentence: str
) -> None:
    (installed.folder / "password").write_text(password, encoding="utf-8")
    named = ["lixia", "--region", region, "--name", "李建国", "--password-file", "password"]

    said = told(installed, "official", "add", *named)

    assert sentence in said
    assert len(said.splitlines()) == 1


def test_the_register_is_imported_from_the_template_and_again_without_a_change(
    installed: Installation,
) -> None:
    installed.done("register", "template", "register.xlsx")
    fill_in(installed.folder / "register.xlsx")

    first = installed.done("register", "import", "register.xlsx")
    second = installed.done("register", "import", "register.xlsx")

    assert "新增2" in first.replace(" ", "")
    assert "新增0" in second.replace(" ", "")


def test_a_bad_row_is_named_and_the_good_ones_come_in(installed: Installation) -> None:
    installed.done("register", "template", "register.xlsx")
    fill_in(installed.folder / "register.xlsx")
    book = load_workbook(installed.folder / "register.xlsx")
    row = register_row(GRADUATE) | {"身份证号": "370102200403081220"}
    book.worksheets[0].append([row.get(str(cell.value)) for cell in book.worksheets[0][1]])
    book.save(installed.folder / "register.xlsx")
    book.close()

    ended = installed.run("register", "import", "register.xlsx")

    assert ended.returncode == 0
    assert "第4行：" in ended.stdout
    assert "370102200403081220" not in ended.stdout
    assert "新增2" in ended.stdout.replace(" ", "")


def test_the_template_never_overwrites_a_file(installed: Installation) -> None:
    installed.done("register", "template", "register.xlsx")
    assert "没有覆盖" in told(installed, "register", "template", "register.xlsx")


def test_parameters_are_listed_and_set_from_a_day_on(installed: Installation) -> None:
    named = ["--region", "370100", "--from", "2026-01-01", "--source", "济人社发〔2026〕1号"]

    installed.done("policy", "set", "mentor_min_years", "4", *named)

    assert value_of(installed.done("policy", "list", "--region", "370102"), "mentor_min_years") == "4年"
    assert value_of(installed.done("policy", "list"), "mentor_min_years") == "2年"
    assert "只能按省设置" in told(installed, "policy", "set", "cohort", "2025", *named)


def value_of(text: str, key: str) -> str:
    return next(line.split("\t")[2] for line in text.splitlines() if line.startswith(f"{key}\t"))


def test_it_serves_from_any_folder(installed: Installation) -> None:
    with serving(installed) as address:
        home = httpx.get(address, trust_env=False)

    assert home.status_code == 200
    assert "就业见习管理系统" in home.text


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("JIANXI_ENV", "staging"),
        ("JIANXI_DATABASE_URL", "mysql://somewhere"),
        ("JIANXI_DATABASE_URL", "sqlite:////no/such/folder/jianxi.sqlite3"),
        ("JIANXI_DATABASE_URL", "postgresql://jianxi@127.0.0.1:1/jianxi"),
        ("JIANXI_NOW", "tomorrow"),
        ("JIANXI_PROVINCE", "370100"),
        ("JIANXI_TRUSTED_PROXIES", "somewhere"),
    ],
)
def test_a_wrong_setting_stops_the_start_with_one_sentence(
    empty: Installation, name: str, value: str
) -> None:
    wrong = Installation(empty.folder, empty.database_url, {name: value})

    said = told(wrong, "serve", "--port", "8765")

    assert len(said.splitlines()) == 1
    assert "数据库" in said if "postgresql" in value else name in said


def test_production_refuses_a_shifted_clock(empty: Installation) -> None:
    address = {"JIANXI_ENV": "production", "JIANXI_PUBLIC_URL": "https://jianxi.example.cn"}
    said = told(Installation(empty.folder, empty.database_url, address), "init")
    assert "JIANXI_NOW" in said


def test_no_command_but_the_demos_loads_the_demos_data() -> None:
    line = (
        "import sys, jianxi.cli; print(any(name.startswith('jianxi.cli.demo_data') for name in sys.modules))"
    )

    assert subprocess.check_output([sys.executable, "-c", line], text=True).strip() == "False"


def test_sqlite_is_served_by_one_process(installed: Installation) -> None:
    assert "--workers 1" in told(installed, "serve", "--workers", "2")
