"""A partial says in its first line what it needs, has one root element with an id, and is used."""

import re
from pathlib import Path

from jinja2 import meta, nodes

from jianxi import templating
from tests.architecture import markup, source

FRAME = set(
    "viewer csrf_token url_for static_url notice now today demo menu text_size high_contrast look here refusal "
    "previous_sign_in_at".split()
)
"""What web/pages.py puts around every template."""


def _undeclared(path: Path) -> set[str]:
    environment = templating.environment()
    template = environment.parse(path.read_text(encoding="utf-8"))
    return meta.find_undeclared_variables(template) - FRAME - set(environment.globals)


def _opening(path: Path) -> str:
    found = re.match(r"\{#-?[^#]*?\b[Nn]eeds\b(.*?)#\}", path.read_text(encoding="utf-8"), re.DOTALL)
    return found[1] if found else ""


def _has_one_root(path: Path) -> bool:
    roots = [tag for tag in markup.tags(path) if not tag.within]
    names = [name for tag in roots for name in tag.attributes]
    return len(roots) == 1 and any(name == "id" or "row_attributes(" in name for name in names)


def _referred_to() -> set[str]:
    """Names of templates in other templates and in Python."""
    named: set[str] = set()
    for path in source.templates():
        template = templating.environment().parse(path.read_text(encoding="utf-8"))
        for node in template.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
            wanted: nodes.Node = getattr(node, "template")  # noqa: B009 - the four kinds share it, their base does not.
            each_one = (wanted, *wanted.find_all(nodes.Const))
            named |= {str(each.value) for each in each_one if isinstance(each, nodes.Const)}
    for path in source.python_files("jianxi"):
        named |= set(re.findall(r"[\w/]+\.html", path.read_text(encoding="utf-8")))
    return named


def test_every_partial_begins_with_what_it_needs() -> None:
    assert [source.name_of(path) for path in source.templates("partials") if not _opening(path)] == []


def test_a_partial_uses_nothing_that_its_first_line_does_not_name() -> None:
    silent = {
        source.name_of(path): _undeclared(path) - set(re.findall(r"\w+", _opening(path)))
        for path in source.templates("partials")
    }

    assert {name: missing for name, missing in silent.items() if missing} == {}


def test_a_first_line_names_nothing_that_its_partial_does_not_use() -> None:
    idle = {
        source.name_of(path): set(re.findall(r"\w+", _opening(path).partition(";")[0]))
        - _undeclared(path)
        - FRAME
        for path in source.templates("partials")
        if _opening(path).startswith(":")
    }

    assert {name: unused for name, unused in idle.items() if unused} == {}


def test_a_partial_has_one_root_element_with_an_id() -> None:
    assert [source.name_of(path) for path in source.templates("partials") if not _has_one_root(path)] == []


def test_every_partial_and_page_is_used() -> None:
    names = {path.relative_to(source.TEMPLATES).as_posix() for path in source.templates()}
    shown = {name for name in names if name.startswith(("partials/", "pages/"))}

    assert shown - _referred_to() == set()
