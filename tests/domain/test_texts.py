"""Typed text made fit to keep and to search."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain.texts import Malformed, clean_line, clean_text, compact, fold, halfwidth


def test_a_line_is_trimmed_also_of_full_width_spaces() -> None:
    assert clean_line("　济南 市\t中区\r\n") == "济南 市 中区"


def test_ends_of_lines_become_one_kind_and_blank_ends_go() -> None:
    assert clean_text("\n一 \r\n二\r三\u2028四\n\n") == "一\n二\n三\n四"


@pytest.mark.parametrize(
    "hidden", ["\x00", "\x1b", "\u202e", "\u2069", "\u200f", "\ufffe", chr(0xD800), "\ufffd"]
)
def test_control_and_reordering_characters_are_refused(hidden: str) -> None:
    with pytest.raises(Malformed, match=f"U\\+{ord(hidden):04X}"):
        clean_text(f"甲{hidden}乙")


def test_zero_width_characters_of_a_paste_are_dropped() -> None:
    assert clean_text("\ufeff甲\u200b乙\u00ad") == "甲乙"


def test_a_compatibility_ideograph_stays_while_accents_are_composed() -> None:
    assert clean_line("\uf9d1 e\u0301") == "\uf9d1 é"


def test_numbers_become_half_width_without_spaces() -> None:
    assert halfwidth("１２，ＡＢ　") == "12,AB "
    assert compact(" １３８　0013 8000") == "13800138000"


def test_search_finds_across_case_width_and_dots() -> None:
    assert fold("  ＪＡＶＡ　工程师（济南）") == fold("java 工程师(济南)")
    assert fold("买买提•艾力") == fold("买买提・艾力")


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    try:
        once = clean_text(text)
    except Malformed:
        return
    assert clean_text(once) == once
