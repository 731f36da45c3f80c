"""The environment, as `load()` reads it."""

from datetime import UTC, datetime, timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from jianxi.settings import Settings, SettingsError, load

KEY = "0123456789abcdef0123456789abcdef"
PRODUCTION = {"ENV": "production", "SECRET_KEY": KEY, "PUBLIC_URL": "https://jianxi.example.cn"}


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder and an environment without a variable of ours."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(f"JIANXI_{name.upper()}", raising=False)


def put(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"JIANXI_{name}", value)


def refusal(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> str:
    put(monkeypatch, variables)
    with pytest.raises(SettingsError) as refused:
        load()
    return refused.value.sentence


def test_an_empty_environment_is_a_development_installation_in_this_folder(tmp_path: Path) -> None:
    settings = load()

    assert (settings.env, settings.province, settings.demo) == ("development", "370000", False)
    assert settings.database_file == tmp_path / "var" / "jianxi.sqlite3"
    assert settings.storage_url == f"file://{tmp_path}/var/files"
    assert (settings.mail_url, settings.sms_url) == ("", "off")


def test_a_production_installation_on_postgresql_is_accepted(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, PRODUCTION | {"DATABASE_URL": "postgresql://jianxi@db/jianxi"})

    settings = load()

    assert settings.database_file is None
    assert settings.public_url == "https://jianxi.example.cn"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENV", "prod"),
        ("DATABASE_URL", "mysql://db/jianxi"),
        ("DATABASE_URL", "sqlite://"),
        ("STORAGE_URL", "/srv/files"),
        ("PUBLIC_URL", "jianxi.example.cn"),
        ("PUBLIC_URL", "https://jianxi.example.cn/path"),
        ("PUBLIC_URL", "https://jianxi.example.cn:port"),
        ("TRUSTED_PROXIES", "the proxy"),
        ("PROVINCE", "370100"),
        ("NOW", "yesterday"),
        ("MAIL_URL", "mail.example.cn"),
        ("MAIL_URL", "smtp://mail.example.cn"),
        ("MAIL_URL", "smtp://:587?from=jianxi@example.cn"),
        ("MAIL_URL", "smtp://mail.example.cn:99999?from=jianxi@example.cn"),
        ("SMS_URL", "https://sms.example.cn"),
        ("DEMO", "perhaps"),
    ],
)
def test_a_wrong_value_is_told_in_one_sentence_that_names_its_variable(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    sentence = refusal(monkeypatch, {name: value})

    assert f"JIANXI_{name} " in sentence
    assert sentence.count("。") == 1
    assert "\n" not in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", ""),
        ("SECRET_KEY", "too short"),
        ("SECRET_KEY", "a" * 64),
        ("SECRET_KEY_OLD", "too short"),
        ("PUBLIC_URL", ""),
        ("PUBLIC_URL", "http://jianxi.example.cn"),
        ("PUBLIC_URL", "http://127.0.0.1"),
        ("NOW", "2026-11-20T10:00"),
        ("DEMO", "1"),
    ],
)
def test_production_refuses_what_would_not_be_safe(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    assert f"JIANXI_{name}" in refusal(monkeypatch, PRODUCTION | {name: value})


def test_a_folder_that_does_not_exist_is_told_and_not_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sentence = refusal(monkeypatch, {"DATABASE_URL": f"sqlite:///{tmp_path}/mistyped/jianxi.sqlite3"})

    assert str(tmp_path / "mistyped") in sentence
    assert not (tmp_path / "mistyped").exists()


@pytest.mark.parametrize("held", ["", "var", "var/../var/"])
def test_the_folder_of_files_is_not_one_that_holds_the_database_or_the_key(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, held: str
) -> None:
    sentence = refusal(monkeypatch, {"STORAGE_URL": (tmp_path / held).as_uri()})

    assert "JIANXI_STORAGE_URL" in sentence
    assert sentence.count("。") == 1


def test_the_folder_of_files_may_lie_beside_the_database(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    put(monkeypatch, {"STORAGE_URL": (tmp_path / "var" / "objects").as_uri()})

    assert load().storage_url == f"file://{tmp_path}/var/objects"


def test_a_key_made_in_development_is_the_same_after_a_restart(tmp_path: Path) -> None:
    first, second = load(), load()

    assert first.secret_key == second.secret_key
    assert len(first.secret_key.get_secret_value()) >= 32
    assert (tmp_path / "var" / "jianxi.key").stat().st_mode & 0o777 == 0o600


def test_neither_keys_nor_database_passwords_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, PRODUCTION | {"DATABASE_URL": "postgresql://jianxi:pass-word@db/jianxi"})

    shown = repr(load())

    assert KEY not in shown
    assert "pass-word" not in shown


def test_proxies_are_read_as_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, {"TRUSTED_PROXIES": "10.0.0.0/8, 127.0.0.1"})

    assert load().trusted_proxies == (ip_network("10.0.0.0/8"), ip_network("127.0.0.1/32"))


@pytest.mark.parametrize("text", ["2031-03-01T08:00", "2031-03-01 08:00:00+08:00", "2031-03-01T00:00:00Z"])
def test_a_shifted_clock_runs_on_from_its_moment(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    put(monkeypatch, {"NOW": text})
    clock = load().clock

    first, second = clock(), clock()

    assert timedelta(0) <= first - datetime(2031, 3, 1, tzinfo=UTC) < timedelta(minutes=30)
    assert second >= first


def test_the_clock_is_aware_and_the_real_one_by_default() -> None:
    assert abs(load().clock() - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize("name", ["SECRET_KEY", "SECRET_KEY_OLD"])
def test_a_weak_key_is_refused_in_development_too(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    assert f"JIANXI_{name} " in refusal(monkeypatch, {name: "too short"})


def test_a_kept_key_that_was_cut_short_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load()
    (tmp_path / "var" / "jianxi.key").write_text("cut")

    assert "jianxi.key" in refusal(monkeypatch, {})
