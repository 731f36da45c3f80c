"""A page as a browser's HTML parser builds it, with what was typed; and two pages laid beside each other."""

from collections.abc import Iterator
from difflib import unified_diff

from justhtml import Element, JustHTML, Text

MARKS = frozenset({"is-done", "is-stale", "is-open", "is-at", "is-on"})


def parse(html: str) -> JustHTML:
    return JustHTML(html, sanitize=False)


def elements(node: object) -> Iterator[Element]:
    """Everything below, in the page's order; not what stands in a <template>, which is not part of the page."""
    for child in getattr(node, "children", None) or ():
        if isinstance(child, Element):
            yield child
            yield from elements(child)


def by_id(root: object, id: str) -> Element | None:
    return next((each for each in elements(root) if each.attrs.get("id") == id), None)


def around(element: Element, tag: str) -> Element | None:
    """The nearest element with this tag, the element itself or one around it."""
    at: object = element
    while at is not None and getattr(at, "name", "") != tag:
        at = getattr(at, "parent", None)
    return at if isinstance(at, Element) else None


def replace(old: Element, new: list[object]) -> None:
    """All of `new` where `old` stood."""
    parent = old.parent
    assert parent is not None
    for node in new:
        parent.insert_before(node, old)  # type: ignore[arg-type]
    parent.remove_child(old)


def refill(element: Element, new: list[object]) -> None:
    for child in list(element.children):
        element.remove_child(child)
    for node in new:
        element.append_child(node)  # type: ignore[arg-type]


def words(element: object) -> str:
    """The text in it without breaks."""
    found = [child.data or "" if isinstance(child, Text) else words(child) for child in children(element)]
    return " ".join("".join(found).split())


def children(element: object) -> list[object]:
    return list(getattr(element, "children", None) or ())


def lines(element: object, depth: int = 0) -> Iterator[str]:
    """The page as lines that can be compared: blanks collapsed, attributes in order."""
    indent = "  " * depth
    for child in children(element):
        if isinstance(child, Element):
            yield f"{indent}<{child.name}{_attributes(child)}>"
            yield from lines(child, depth + 1)
        elif isinstance(child, Text) and (child.data or "").strip():
            yield f"{indent}{' '.join((child.data or '').split())}"


def _attributes(element: Element) -> str:
    kept = {name: value or "" for name, value in element.attrs.items()}
    kept["class"] = " ".join(sorted(set(kept.get("class", "").split())))
    return "".join(f' {name}="{value}"' for name, value in sorted(kept.items()) if value or name != "class")


def difference(first: object, second: object) -> str:
    """Nothing, or what the second has otherwise."""
    return "\n".join(
        unified_diff(list(lines(first)), list(lines(second)), "swapped", "reloaded", lineterm="")
    )
