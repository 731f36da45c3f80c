"""A template's HTML as a list of tags, whatever Jinja does around and inside them."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_STATEMENT = re.compile(r"\{%.*?%\}", re.DOTALL)
_EXPRESSION = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
VOID = {"input", "br", "img", "meta", "link", "hr", "col", "wbr", "source"}


@dataclass(frozen=True, slots=True)
class Tag:
    """One opening tag; `within` are the names of those around it, the outermost first."""

    name: str
    attributes: dict[str, str]
    within: tuple[str, ...]
    line: int


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.open: list[str] = []
        self.scripts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append(Tag(tag, attributes, tuple(self.open), self.getpos()[0]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.open:
            del self.open[len(self.open) - 1 - self.open[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"script", "style"} and data.strip():
            self.scripts.append(data.strip())


def _flattened(expression: re.Match[str]) -> str:
    """An expression as one word without quotes or blanks, so that it can stand in an attribute and be compared."""
    return "⟦" + re.sub(r"[\s\"'<>=]+", "_", expression[1].strip()) + "⟧"


def _lines_kept(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _read(path: Path) -> _Reader:
    text = _COMMENT.sub(_lines_kept, path.read_text(encoding="utf-8"))
    reader = _Reader()
    flat = _EXPRESSION.sub(_flattened, _STATEMENT.sub(_lines_kept, text))
    reader.feed(re.sub(r"(<\w+)⟦", r"\1 ⟦", flat))
    reader.close()
    return reader


def tags(path: Path) -> list[Tag]:
    return _read(path).tags


def inline_code(path: Path) -> list[str]:
    """What stands between <script> or <style> and its end."""
    return _read(path).scripts
