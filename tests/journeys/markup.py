"""A page as a tree of elements, read with the standard library."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
SILENT = frozenset({"script", "style", "head", "template"})


@dataclass(eq=False)
class Element:
    """One element; `children` are elements and texts in order."""

    tag: str
    attributes: dict[str, str]
    parent: "Element | None" = None
    children: "list[Element | str]" = field(default_factory=list)

    def all(self, *tags: str) -> "Iterator[Element]":
        """Everything below with one of these tags, in the page's order."""
        for child in self.children:
            if isinstance(child, Element):
                if child.tag in tags:
                    yield child
                yield from child.all(*tags)

    def text(self) -> str:
        """The words in it, without breaks."""
        return " ".join(self._words().split())

    def _words(self) -> str:
        """With the spaces between elements: 未读 3 in one entry of the menu."""
        parts = (child if isinstance(child, str) else child._words() for child in self.children)
        return "" if self.tag in SILENT else "".join(parts)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        return name in self.attributes

    def above(self, *tags: str) -> "Element | None":
        """The nearest element around this one with one of these tags."""
        around = self.parent
        while around is not None and around.tag not in tags:
            around = around.parent
        return around

    def holds(self, other: "Element") -> bool:
        around: Element | None = other
        while around is not None and around is not self:
            around = around.parent
        return around is self


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_endtag(self, tag: str) -> None:
        around: Element | None = self.at
        while around is not None and around.tag != tag:
            around = around.parent
        if around is not None and around.parent is not None:
            self.at = around.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def read(page: str) -> Element:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader.root
