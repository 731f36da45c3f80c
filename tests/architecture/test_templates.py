"""What may not stand in a template: code, styles, buttons without a type, controls without a label."""

import re
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


def test_no_browser_checks_a_form_before_the_server_says_what_is_wrong() -> None:
    """Every posted form with something to fill in has novalidate: bubbles of a browser speak its own language, one at a
    time, and are gone before they are read."""
    fields = "|".join(
        re.findall(r"macro (\w+)", (source.TEMPLATES / "components/fields.html").read_text("utf-8"))
    )
    filled_in = re.compile(
        rf'<(?:select|textarea)|<input(?![^>]*type="hidden")|{{{{ (?:{fields}|reason_fields)\(|include "|call\(row'
    )
    forms = [
        (path, form)
        for path in source.templates()
        for form in re.findall(r"<form.*?</form>", path.read_text("utf-8"), re.DOTALL)
    ]

    checked = [
        f"{source.name_of(path)} {form.splitlines()[0]}"
        for path, form in forms
        if 'method="post"' in form and filled_in.search(form) and "novalidate" not in form.splitlines()[0]
    ]

    assert checked == []
