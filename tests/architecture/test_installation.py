"""The lock, the settings and the pages of words stay true."""

import re
import tomllib

from jianxi.domain.diagrams import FLOWS
from jianxi.settings import Settings
from tests.architecture.source import PACKAGE, ROOT

LOCKS = {name: (ROOT / "requirements" / f"{name}.txt").read_text() for name in ("build", "runtime", "dev")}
PINNED = re.compile(r"^([a-z0-9._-]+)==([^ ;]+)", re.MULTILINE)


def test_every_locked_package_has_its_hashes_and_no_address() -> None:
    for lock in LOCKS.values():
        packages = re.split(r"\n(?=\S)", lock.strip())

        assert [package for package in packages if "--hash=sha256:" not in package] == []
        assert "://" not in lock
        assert "--index" not in lock


def test_the_locks_hold_what_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    runtime, dev = (set(PINNED.findall(LOCKS[name])) for name in ("runtime", "dev"))
    named = {tuple(each.split("==")) for each in project["dependencies"]}
    tools = {
        tuple(re.sub(r"\[.*?\]", "", each).split("==")) for each in project["optional-dependencies"]["dev"]
    }

    assert named <= runtime
    assert named | tools <= dev


def test_what_the_tests_run_on_is_what_is_installed_for_people() -> None:
    runtime, dev = (set(PINNED.findall(LOCKS[name])) for name in ("runtime", "dev"))

    assert runtime - dev == set()


def test_the_readme_names_every_setting_and_stays_short() -> None:
    readme = (ROOT / "README.md").read_text()
    told = [name for name in Settings.model_fields if f"JIANXI_{name.upper()}`" not in readme]

    assert told == ["demo"]
    assert len(readme.splitlines()) <= 80


def test_the_glossary_has_every_noun() -> None:
    glossary = (ROOT / "docs" / "GLOSSARY.md").read_text()

    assert [flow.noun for flow in FLOWS if f"| {flow.noun} |" not in glossary] == []


def test_the_documents_name_only_files_that_are_there() -> None:
    named = {
        (page.name, path)
        for page in [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
        for path in re.findall(r"`([\w/]+/[\w.]+\.(?:py|html|css|js|toml|csv))`", page.read_text())
    }
    gone = [
        (page, path) for page, path in named if not (ROOT / path).exists() and not (PACKAGE / path).exists()
    ]

    assert gone == []
