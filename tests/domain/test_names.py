"""Names of persons and units."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain.names import clean_person_name, clean_unit_name, same_name
from jianxi.domain.texts import Malformed

RARE = ["张䶮", "李㛃", "王𬭎", "赵𫍲", "𠮷田", "〇一", "王\U00031350", "陈﨑", "郑\uf9d1", "林\U0002f800"]


def refusal(typed: str) -> str:
    with pytest.raises(Malformed) as refused:
        clean_person_name(typed)
    return refused.value.sentence


@pytest.mark.parametrize("name", RARE)
def test_every_han_character_is_kept(name: str) -> None:
    assert clean_person_name(name) == name


@pytest.mark.parametrize("dot", "·•‧・･．∙⋅.\u0387")
def test_look_alikes_of_the_separator_become_it(dot: str) -> None:
    assert clean_person_name(f"买买提{dot}艾力") == "买买提·艾力"


@pytest.mark.parametrize("typed", ["　张 伟 ", "张　伟", "\u00a0张伟"])
def test_spaces_around_and_between_han_characters_go(typed: str) -> None:
    assert clean_person_name(typed) == "张伟"


@pytest.mark.parametrize("name", ["Anna Müller", "J. O'Brien", "Jean-Luc Picard"])
def test_a_foreign_name_keeps_its_letters_and_spaces(name: str) -> None:
    assert clean_person_name(name) == name


def test_full_width_letters_become_half_width() -> None:
    assert clean_person_name("Ａｎｎａ　Ｌｅｅ") == "Anna Lee"


def test_fifty_characters_beyond_the_first_plane_are_taken() -> None:
    assert clean_person_name("𠮷" * 50) == "𠮷" * 50


def test_one_character_and_fifty_one_are_too_short_and_too_long() -> None:
    assert "您输入了1个字" in refusal("张")
    assert "您输入了51个字" in refusal("张" * 51)


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u200d", "\ufeff", "\u202e", "\u2066", "\x00", "\u2028", "\ud800"]
)
def test_invisible_characters_are_refused_and_named(hidden: str) -> None:
    assert f"U+{ord(hidden):04X}" in refusal(f"张{hidden}伟")


@pytest.mark.parametrize("name", ["张3伟", "张伟！", "張さん", "Иван", "=张伟", "\ue863张"])
def test_what_no_name_contains_is_refused(name: str) -> None:
    assert refusal(name)


@pytest.mark.parametrize("name", ["·艾力", "买买提·"])
def test_a_name_neither_begins_nor_ends_with_the_separator(name: str) -> None:
    assert refusal(name) == "姓名不能以“·”开头或结尾，请核对"


@given(st.text(st.sampled_from("张䶮𠮷·•．. aéＡ　﨑\uf9d1'\ufe00-")))
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    try:
        once = clean_person_name(typed)
    except Malformed:
        return
    assert clean_person_name(once) == once


@given(st.text())
def test_whatever_is_kept_is_still_the_same_name(typed: str) -> None:
    with suppress(Malformed):
        assert same_name(clean_person_name(typed), typed)


def test_dots_spaces_and_case_do_not_make_another_name() -> None:
    assert same_name("买买提•艾力", " 买买提 ．艾力")
    assert same_name("买买提·艾力", "买买提 . 艾力")
    assert same_name("ANNA LEE", "Anna　Lee")


def test_a_simplified_and_a_traditional_character_stay_two() -> None:
    assert not same_name("张䶮", "张龑")
    assert not same_name("后羿", "後羿")


def test_a_unit_may_have_digits_and_brackets() -> None:
    assert clean_unit_name("　济南360（山东）软件有限公司 ") == "济南360（山东）软件有限公司"


@pytest.mark.parametrize("name", ["", "甲", "甲" * 101, "甲\u202e乙"])
def test_a_unit_needs_2_to_100_visible_characters(name: str) -> None:
    with pytest.raises(Malformed):
        clean_unit_name(name)
