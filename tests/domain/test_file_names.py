"""Names of files: under what is answered here a file can be saved on any system, Windows included."""

import pytest

from jianxi.domain.file_names import saveable


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("执照.png", "执照.png"),
        ("C:\\制度/2026.pdf", "C__制度_2026.pdf"),
        ('<a>"b"|?*.pdf', "_a__b____.pdf"),
        (" .制度. ", "制度"),
        (". .", ""),
        ("CON", "_CON"),
        ("nul.tar.gz", "_nul.tar.gz"),
        ("Com0.pdf", "_Com0.pdf"),
        ("lpt¹.pdf", "_lpt¹.pdf"),
        ("conin$", "_conin$"),
        ("con .pdf", "_con .pdf"),
        ("context.pdf", "context.pdf"),
    ],
)
def test_what_a_system_refuses_is_written_otherwise(name: str, kept: str) -> None:
    assert saveable(name) == kept
