"""A file as somebody sent it: its name, made fit to show and to save under, and its bytes."""

import unicodedata
from dataclasses import dataclass

LONGEST_NAME = 120
UNNAMED = "未命名文件"


@dataclass(frozen=True, slots=True)
class Upload:
    """`name` is safe for pages, headers and archives; it says nothing about what the file is."""

    name: str
    data: bytes


def upload(name: str, data: bytes) -> Upload:
    return Upload(plain_name(name), data)


def plain_name(name: str) -> str:
    """The last part of a path, without control, format and reserved characters, at most `LONGEST_NAME` long with its ending kept."""
    last = name.replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in last if unicodedata.category(letter)[0] != "C")
    kept = "".join("_" if letter in '<>:"|?*' else letter for letter in kept).strip(" .")
    if len(kept) > LONGEST_NAME:
        stem, dot, ending = kept.rpartition(".")
        ending = dot + ending[:8] if stem else ""
        kept = kept[: LONGEST_NAME - len(ending)] + ending
    return kept or UNNAMED
