"""A file as somebody sent it: its name, made fit to show and to save under, and its bytes."""

from dataclasses import dataclass

from jianxi.domain import texts
from jianxi.domain.file_names import saveable

LONGEST_NAME = 200
"""In bytes, as discs count them; an archive may put a number before it."""
LONGEST_ENDING = 8
UNNAMED = "未命名文件"


@dataclass(frozen=True, slots=True)
class Upload:
    """`name` went through `plain_name`: safe for pages, headers and archives; it says nothing about what the file is."""

    name: str
    data: bytes


def plain_name(name: str) -> str:
    """The last part of a path, composed, without what cannot be seen or no file may be called, at most `LONGEST_NAME`
    long with its ending kept."""
    # Browsers send a quotation mark as %22, which no file may be called with.
    last = texts.composed(name.replace("%22", "”").replace("\\", "/").rpartition("/")[2])
    seen = (letter for letter in last if not (texts.is_invisible(letter) or texts.is_forbidden(letter)))
    kept = saveable(" ".join("".join(seen).split()))
    stem, dot, ending = kept.rpartition(".")
    if not stem or len(ending) > LONGEST_ENDING:
        stem, dot, ending = kept, "", ""
    return _cut(stem, LONGEST_NAME - len((dot + ending).encode())) + dot + ending or UNNAMED


def _cut(text: str, most: int) -> str:
    """At most so many bytes, and no character in two."""
    return text.encode()[:most].decode(errors="ignore")
