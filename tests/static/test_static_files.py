"""The files that browsers load: vendored htmx as recorded, the style and the script within their budgets."""

import hashlib
import re
from importlib import resources

import brotli
import pytest

STATIC = resources.files("jianxi") / "static"
HTMX = STATIC / "vendor" / "htmx-2.0.11.min.js"
RECORDED = "fca0295e60e76e9449c79498063fe446c3a6be3974577cecf6045a0df792bac8"
PUBLISHED = "d6fdc75f204e6bdefa99b69bf1e6d4ac69b8a364f77929f45c13476b4000f717"
REPLACED = (
    ("if(g?.swapDelay&&g.swapDelay>0)", "if(g&&g.swapDelay>0)"),
    ('s.push=s.push??"true"', 'if(s.push==null)s.push="true"'),
)


def test_htmx_is_the_recorded_file() -> None:
    assert hashlib.sha256(HTMX.read_bytes()).hexdigest() == RECORDED


def test_htmx_differs_from_the_published_file_by_two_replacements_alone() -> None:
    text = HTMX.read_text(encoding="utf-8")

    for published, ours in REPLACED:
        assert text.count(ours) == 1
        assert text.count(published) == 0
        text = text.replace(ours, published)

    assert hashlib.sha256(text.encode()).hexdigest() == PUBLISHED


def test_htmx_comes_with_its_licence() -> None:
    licence = (STATIC / "vendor" / "htmx-LICENSE.txt").read_text(encoding="utf-8")

    assert "Permission to use, copy, modify" in licence


@pytest.mark.parametrize("file", ["vendor/htmx-2.0.11.min.js", "app.js"])
def test_scripts_have_no_syntax_that_old_kernels_refuse(file: str) -> None:
    text = (STATIC / file).read_text(encoding="utf-8")

    assert not re.search(r"[\w)\]]\?\.[A-Za-z_$(\[]|\?\?|\|\|=|&&=", text)


def test_style_stays_small() -> None:
    style = (STATIC / "app.css").read_bytes()

    assert len(style) <= 32 * 1024
    assert len(brotli.compress(style)) <= 8 * 1024


def test_script_stays_small() -> None:
    assert len(brotli.compress((STATIC / "app.js").read_bytes())) <= 3 * 1024


@pytest.mark.parametrize(
    "word", [":is(", ":has(", ":where(", "clamp(", "inset:", "@layer", "@import", "url("]
)
def test_style_keeps_to_what_old_kernels_know(word: str) -> None:
    assert word not in re.sub(
        r"/\*.*?\*/", "", (STATIC / "app.css").read_text(encoding="utf-8"), flags=re.DOTALL
    )


def test_style_uses_gap_only_where_there_is_a_grid() -> None:
    style = (STATIC / "app.css").read_text(encoding="utf-8")

    assert not re.search(r"[{;]\s*(row-|column-)?gap:", style)
