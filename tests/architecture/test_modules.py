"""What a module is called, how it opens, what it may know."""

import ast
import re
import sys
from pathlib import Path

from tests.architecture import source

NOT_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "base_test"}
CLOCKS = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time"}


def _opens_badly(path: Path) -> bool:
    lines = (ast.get_docstring(source.tree_of(path)) or "").splitlines()
    return not lines or (len(lines) == 1 and not lines[0].endswith((".", "。")))


def test_every_module_opens_with_a_line_that_says_what_it_is() -> None:
    modules = source.own_python()

    assert [source.name_of(path) for path in modules if _opens_badly(path)] == []


def test_no_module_is_called_by_a_word_that_says_nothing() -> None:
    names = [path for path in source.own_python() if {path.stem, path.parent.name} & NOT_NAMES]

    assert [source.name_of(path) for path in names] == []


def test_no_file_is_the_second_part_of_another() -> None:
    migrations = source.python_files("jianxi/piccolo_migrations")
    files = [path for path in [*source.own_python(), *source.templates()] if path not in migrations]

    assert [source.name_of(path) for path in files if re.search(r"_part\d*$", path.stem)] == []


def test_the_domain_imports_nothing_but_the_standard_library() -> None:
    foreign = [
        f"{source.name_of(path)}: {module}"
        for path in source.python_files("jianxi/domain")
        for module in source.imported(path)
        if not module.startswith("jianxi.domain") and module.split(".")[0] not in sys.stdlib_module_names
    ]

    assert foreign == []


def test_only_settings_web_and_cli_ask_the_clock() -> None:
    allowed = source.python_files("jianxi/web", "jianxi/cli", "jianxi/settings.py")
    asking = [
        f"{source.name_of(path)}:{node.lineno}"
        for path in source.python_files("jianxi")
        if path not in allowed
        for node in ast.walk(source.tree_of(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in CLOCKS
    ]

    assert asking == []


def test_hx_headers_are_known_to_web_alone() -> None:
    files = [*source.python_files("jianxi"), *source.templates()]
    knowing = [path for path in files if "HX-" in path.read_text(encoding="utf-8")]

    assert [source.name_of(path) for path in knowing if "web" not in path.parts] == []
