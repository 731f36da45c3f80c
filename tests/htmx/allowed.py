"""What a swapped page may have that a reloaded one has not: this list, and nothing else."""

from collections.abc import Callable
from dataclasses import dataclass

from justhtml import Element

from tests.htmx.document import MARKS, around, by_id, elements, refill, replace


def _gone(root: object, unwanted: Callable[[Element], bool]) -> None:
    for each in [each for each in elements(root) if unwanted(each)]:
        replace(each, [])


def no_spoken_words(root: object, row: str) -> None:
    _gone(root, lambda each: each.name == "span" and "data-say" in each.attrs)


def no_marks(root: object, row: str) -> None:
    for each in elements(root):
        each.attrs["class"] = " ".join(set((each.attrs.get("class") or "").split()) - MARKS)


def no_autofocus(root: object, row: str) -> None:
    for each in elements(root):
        each.attrs.pop("autofocus", None)


def no_notice(root: object, row: str) -> None:
    flash = by_id(root, "flash")
    assert flash is not None
    refill(flash, [])


def no_refusal(root: object, row: str) -> None:
    found = by_id(root, row) if row else None
    for told in [each for each in elements(found) if each.attrs.get("role") == "alert"]:
        replace(around(told, "tr") or told, [])


def asks_for_reasons(root: object, row: str) -> bool:
    found = by_id(root, row) if row else None
    return found is not None and "is-open" in (found.attrs.get("class") or "")


def no_decision(root: object, row: str) -> None:
    """Neither the reasons nor the buttons that they stand in for."""
    for each in [each for each in elements(by_id(root, row)) if each.attrs.get("class") in {"full", "act"}]:
        replace(around(each, "tr") or each if each.attrs["class"] == "full" else each, [])


def no_way_back(root: object, row: str) -> None:
    for each in elements(root):
        if each.attrs.get("id") == "here":
            each.attrs["value"] = ""


def no_tokens(root: object, row: str) -> None:
    for each in elements(root):
        each.attrs.pop("hx-headers", None)
        if each.attrs.get("name") == "csrf":
            each.attrs["value"] = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """`drop` takes it off a page, the swapped one and the reloaded one alike."""

    what: str
    why: str
    drop: Callable[[object, str], None]


MAY_DIFFER = (
    Allowed("csrf tokens", "every page has others, all of them good", no_tokens),
    Allowed(
        "where 字号 leads back to", "app.js takes it from the address bar when it is pressed", no_way_back
    ),
    Allowed("is-done, is-stale, is-open on a row", "they say what was just done to it", no_marks),
    Allowed("the sentence read out after a decision", "it is said once", no_spoken_words),
    Allowed("autofocus", "where the focus goes after this swap", no_autofocus),
    Allowed("the notice on top", "it is shown once, after a redirect", no_notice),
    Allowed("the refusal in a row", "it answers this one press", no_refusal),
)


ASKED = Allowed("the reasons asked for in a row", "nothing is kept of them before they are sent", no_decision)


def plain(root: object, row: str = "", asked: bool = False) -> object:
    for each in (*MAY_DIFFER, *([ASKED] if asked else [])):
        each.drop(root, row)
    return root
