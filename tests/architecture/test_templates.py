"""What may not stand in a template: code, styles, buttons without a type, controls without a label."""

from collections.abc import Iterator
from pathlib import Path

from tests.architecture import markup, source

UNLABELLED = {"hidden", "submit", "button", "reset", "image"}


def _marked(wrong: Iterator[tuple[Path, markup.Tag]]) -> list[str]:
    return [f"{source.name_of(path)}:{tag.line} <{tag.name}>" for path, tag in wrong]


def _all_tags() -> Iterator[tuple[Path, markup.Tag]]:
    for path in source.templates():
        for tag in markup.tags(path):
            yield path, tag


def _without_label(path: Path) -> Iterator[tuple[Path, markup.Tag]]:
    tags = markup.tags(path)
    labelled = {tag.attributes["for"] for tag in tags if tag.name == "label" and "for" in tag.attributes}
    for tag in tags:
        if tag.name not in {"input", "select", "textarea"} or tag.attributes.get("type") in UNLABELLED:
            continue
        named = {"aria-label", "aria-labelledby"} & tag.attributes.keys() or "label" in tag.within
        if not named and tag.attributes.get("id", "") not in labelled:
            yield path, tag


def test_every_button_says_its_type() -> None:
    buttons = ((path, tag) for path, tag in _all_tags() if tag.name == "button")

    assert _marked((path, tag) for path, tag in buttons if "type" not in tag.attributes) == []


def test_no_tag_carries_a_style_or_code() -> None:
    def is_code(name: str, value: str) -> bool:
        return (
            name == "style"
            or name.startswith(("on", "hx-on"))
            or value.strip().startswith(("javascript:", "js:"))
        )

    carrying = (
        (path, tag)
        for path, tag in _all_tags()
        if any(is_code(name, value) for name, value in tag.attributes.items())
    )

    assert _marked(carrying) == []


def test_no_script_or_style_has_a_body() -> None:
    assert [source.name_of(path) for path in source.templates() if markup.inline_code(path)] == []


def test_every_control_has_a_label() -> None:
    assert _marked(each for path in source.templates() for each in _without_label(path)) == []


def test_no_template_is_called_base() -> None:
    assert [source.name_of(path) for path in source.templates() if path.name == "base.html"] == []


def test_what_htmx_asks_for_is_also_asked_for_without_it() -> None:
    """Every hx-verb sits on a link, form or button."""
    verbs = {"hx-get", "hx-post", "hx-put", "hx-delete", "hx-patch"}
    asking = ((path, tag) for path, tag in _all_tags() if verbs & tag.attributes.keys())

    assert _marked((path, tag) for path, tag in asking if tag.name not in {"a", "form", "button"}) == []
