"""Unified social credit codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain import credit_code
from jianxi.domain.texts import Malformed

codes = st.builds(credit_code.compose, st.sampled_from(["370102", "370116"]), st.integers(0, 9_999_999))


@pytest.mark.parametrize(
    "typed", ["91350100M000100Y43", " 91350100m000100y43", "９１３５０１００Ｍ０００１００Ｙ４３"]
)
def test_a_valid_code_is_brought_to_its_one_spelling(typed: str) -> None:
    assert credit_code.parse(typed) == "91350100M000100Y43"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "请输入统一社会信用代码"),
        ("91350100M000100Y4", "统一社会信用代码应为18位，您输入了17位"),
        ("91350100M000100Y44", "统一社会信用代码校验位不正确，请核对"),
        ("91350100M000100Y4Z", "统一社会信用代码不使用字母I、O、S、V、Z，请核对“Z”是否应为数字"),
        ("91350100M000100Y4-", "统一社会信用代码只能由数字和大写字母组成，请核对"),
    ],
)
def test_each_fault_has_its_own_sentence(typed: str, sentence: str) -> None:
    with pytest.raises(Malformed) as refused:
        credit_code.parse(typed)
    assert refused.value.sentence == sentence


@pytest.mark.parametrize("body", ["N2370102MF1234567", "Y1370102MF1234567", "A1370102MF1234567"])
def test_codes_of_rarer_kinds_of_units_are_taken(body: str) -> None:
    code = body + credit_code.check_character(body)
    assert credit_code.parse(code) == code


@given(codes, st.integers(0, 17), st.sampled_from(credit_code.ALPHABET))
def test_one_wrong_character_is_always_found(code: str, place: int, symbol: str) -> None:
    wrong = code[:place] + symbol + code[place + 1 :]
    if wrong != code:
        with pytest.raises(Malformed):
            credit_code.parse(wrong)


def test_the_registering_authority_suggests_a_region() -> None:
    assert credit_code.suggested_region("91350100M000100Y43") == "350100"
