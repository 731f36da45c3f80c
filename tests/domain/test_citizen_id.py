"""Citizen identity numbers: what is taken, what is refused, and in which words."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain import citizen_id
from jianxi.domain.texts import Malformed

TODAY = date(2026, 11, 22)

numbers = st.builds(
    citizen_id.compose,
    st.sampled_from(["370102", "371202", "110105", "830000"]),
    st.dates(citizen_id.EARLIEST_BIRTH, TODAY),
    st.integers(0, 999),
)


def refusal(text: str) -> str:
    with pytest.raises(Malformed) as refused:
        citizen_id.parse(text, TODAY)
    return refused.value.sentence


def test_a_valid_number_tells_birth_sex_and_province() -> None:
    read = citizen_id.parse("11010519491231002X", TODAY)
    assert (read.born, read.sex, read.province, read.prefix) == (date(1949, 12, 31), "女", "11", "110105")


def test_an_odd_sequence_is_a_man() -> None:
    assert citizen_id.parse("34052419800101001X", TODAY).sex == "男"


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002x",
        "　1101 0519 4912 3100 2X ",
        "１１０１０５１９４９１２３１００２Ｘ",
        "１１０１０５１９４９１２３１００２ｘ",
    ],
)
def test_widths_spaces_and_a_small_x_do_not_matter(typed: str) -> None:
    assert citizen_id.parse(typed, TODAY).number == "11010519491231002X"


@pytest.mark.parametrize("prefix", ["371202", "439004", "710000", "810000", "820000", "830000"])
def test_prefixes_of_abolished_regions_and_residence_permits_are_taken(prefix: str) -> None:
    assert citizen_id.parse(citizen_id.compose(prefix, date(2001, 5, 6), 12), TODAY).prefix == prefix


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "请输入身份证号"),
        ("1101051949123100", "身份证号应为18位，您输入了16位"),
        ("11010519491231002", "身份证号应为18位，您输入了17位"),
        ("110105194912310021", "身份证号校验位不正确，请核对"),
        ("1101051949123100X2", "身份证号中的X只能在最后一位，请核对"),
        ("110105-19491231-002X", "身份证号只能由数字和末位的X组成，请去掉“-”"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "身份证号只能由数字和末位的X组成，请去掉“١”"),
        ("990105194912310028", "身份证号前两位“99”不是有效的地区代码，请核对"),
        ("440524188001010014", "身份证号中的出生日期早于1900年，请核对"),
        ("110105202302310020", "身份证号中的出生日期2023年2月31日不存在，请核对"),
        ("110105000001010020", "身份证号中的出生日期0年1月1日不存在，请核对"),
        (
            citizen_id.compose("370102", date(2026, 11, 23), 1),
            "身份证号中的出生日期2026年11月23日晚于今天，请核对",
        ),
    ],
)
def test_each_fault_has_its_own_sentence(typed: str, sentence: str) -> None:
    assert refusal(typed) == sentence


def test_an_old_number_of_15_digits_is_told_to_become_18() -> None:
    assert refusal("110105491231002").startswith("身份证号应为18位，您输入了15位")


@given(numbers)
def test_a_composed_number_is_taken_as_it_is(number: str) -> None:
    assert citizen_id.parse(number, TODAY).number == number


@given(numbers, st.integers(0, 17), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_found(number: str, place: int, digit: str) -> None:
    wrong = number[:place] + digit + number[place + 1 :]
    if wrong != number:
        refusal(wrong)


@given(st.text())
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    with suppress(Malformed):
        assert len(citizen_id.parse(typed, TODAY).number) == 18


def test_a_mask_leaves_two_characters_at_either_end() -> None:
    assert citizen_id.mask("11010519491231002X") == "11**************2X"


def test_the_number_does_not_show_in_a_log() -> None:
    assert "1949" not in repr(citizen_id.parse("11010519491231002X", TODAY))
