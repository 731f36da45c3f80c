"""Rendering one macro call for a test, and reading what came out."""

from html.parser import HTMLParser

from jianxi.domain.regions import Directory, read_csv
from jianxi.templating import environment, use_directory

Element = tuple[str, dict[str, str | None]]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def show(imports: str, body: str, **context: object) -> str:
    """The text of a body that uses macros: show("fields: field", "{{ field('a', '甲') }}")."""
    use_directory(Directory(read_csv()))
    file, names = imports.split(": ")
    line = f'{{% from "components/{file}.html" import {names} with context %}}'
    return environment().from_string(line + body).render(context)


def elements(html: str, tag: str) -> list[dict[str, str | None]]:
    """The attributes of every element of that name, in order."""
    reader = _Reader()
    reader.feed(html)
    return [attributes for name, attributes in reader.found if name == tag]


def only(html: str, tag: str) -> dict[str, str | None]:
    (attributes,) = elements(html, tag)
    return attributes
