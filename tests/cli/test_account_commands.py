"""`jianxi account`, `official` and `region` on both databases: what they do and what an operator reads."""

import re
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from jianxi.cli import main
from jianxi.queries import regions
from tests.conftest import SECRET

PASSWORD = "三更灯火五更鸡正是读书时"
Command = Callable[..., Result]


@pytest.fixture
def jianxi(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Command:
    """A command on this test's database; `answer` is typed where something is asked."""
    settings = {"DATABASE_URL": database_url, "SECRET_KEY": SECRET, "NOW": "2026-11-20T10:00+08:00"}
    for name, value in settings.items():
        monkeypatch.setenv(f"JIANXI_{name}", value)

    def command(*arguments: str, answer: str = "") -> Result:
        regions.forget()
        return CliRunner().invoke(main, list(arguments), input=answer)

    return command


@pytest.fixture
def lixia(jianxi: Command) -> str:
    """An official of 历下区."""
    added = jianxi(
        "official", "add", "lixia", "--region", "370102", "--name", "李建国", answer=f"{PASSWORD}\n" * 2
    )
    assert added.exit_code == 0, added.output
    return "lixia"


def test_a_reset_prints_a_link_and_whose_it_is(jianxi: Command, lixia: str) -> None:
    told = jianxi("account", "reset", lixia)

    assert told.exit_code == 0
    assert "李建国" in told.output and "24小时内有效" in told.output
    assert re.search(r"^http://127\.0\.0\.1:8000/password/[\w-]{43}$", told.output, re.MULTILINE)


def test_a_reset_with_totp_says_so(jianxi: Command, lixia: str) -> None:
    assert "动态口令已停用" in jianxi("account", "reset", lixia, "--totp").output
    assert "动态口令" not in jianxi("account", "reset", lixia).output


def test_locking_twice_and_resetting_a_locked_account_are_told(jianxi: Command, lixia: str) -> None:
    first, again = jianxi("account", "lock", lixia), jianxi("account", "lock", lixia)
    reset = jianxi("account", "reset", lixia)

    assert (first.exit_code, again.exit_code, reset.exit_code) == (0, 1, 1)
    assert "已经是锁定状态" in again.output and f"jianxi account unlock {lixia}" in reset.output
    assert jianxi("account", "unlock", lixia).exit_code == 0
    assert jianxi("account", "reset", lixia).exit_code == 0


@pytest.mark.parametrize(
    "command",
    [
        ("account", "reset", "nobody"),
        ("account", "lock", "nobody"),
        ("account", "unlock", "nobody"),
        ("official", "move", "nobody", "--region", "370103"),
        ("official", "disable", "nobody"),
    ],
)
def test_an_unknown_user_name_is_one_sentence(jianxi: Command, command: tuple[str, ...]) -> None:
    told = jianxi(*command)

    assert (told.exit_code, "没有登录名为nobody的账号" in told.output) == (1, True)


def test_an_official_moves_and_is_disabled(jianxi: Command, lixia: str) -> None:
    moved = jianxi("official", "move", lixia, "--region", "370103")
    elsewhere = jianxi("official", "move", lixia, "--region", "110101")
    disabled = jianxi("official", "disable", lixia)

    assert "从济南市历下区调到济南市市中区" in moved.output
    assert (elsewhere.exit_code, "不属于本系统所在的山东省" in elsewhere.output) == (1, True)
    assert (disabled.exit_code, jianxi("official", "disable", lixia).exit_code) == (0, 1)


def test_a_zone_is_added_and_takes_officials(jianxi: Command) -> None:
    added = jianxi("region", "add", "370191", "高新区", "--parent", "370100")
    office = ["official", "add", "gaoxin", "--region", "370191", "--name", "王敏"]
    official = jianxi(*office, answer=f"{PASSWORD}\n" * 2)

    assert "已新增 370191：济南市高新区" in added.output
    assert "济南市高新区" in official.output
    assert jianxi("region", "add", "370191", "高新区", "--parent", "370100").exit_code == 1


def test_a_merger_shows_what_it_would_do_and_asks(jianxi: Command, lixia: str) -> None:
    asked = jianxi("region", "merge", "370102", "370103", answer="n\n")
    done = jianxi("region", "merge", "370102", "370103", answer="y\n")

    assert (asked.exit_code, "已转入" in asked.output) == (1, False)
    assert "将转入：" in asked.output and "主管部门账号　1" in asked.output
    assert (done.exit_code, "已转入：" in done.output) == (0, True)


def test_a_merger_with_yes_asks_nothing_and_closes_the_old_county(jianxi: Command, lixia: str) -> None:
    done = jianxi("region", "merge", "370102", "370103", "--yes")
    after = jianxi("official", "move", lixia, "--region", "370102")

    assert (done.exit_code, after.exit_code) == (0, 1)
    assert "已并入济南市市中区" in after.output
