"""The project's own files, as the tests of its shape read them."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "jianxi"
TEMPLATES = PACKAGE / "templates"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def python_files(*folders: str) -> list[Path]:
    """Every Python file under these folders or at these paths; a folder that is not there yet has none."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    single = [ROOT / folder for folder in folders if (ROOT / folder).is_file()]
    return sorted(found + single)


def own_python() -> list[Path]:
    return python_files("jianxi", "tests", "bench", "piccolo_conf.py")


def templates(under: str = "") -> list[Path]:
    return sorted(path for path in (TEMPLATES / under).rglob("*") if path.is_file())


def name_of(path: Path) -> str:
    """The path as a message shows it."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[Function]:
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: Function) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def imported(path: Path) -> Iterator[str]:
    """The modules that a file imports, by their whole names."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
