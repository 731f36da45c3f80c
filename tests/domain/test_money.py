"""Money in 分 and as it is typed and shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain import money
from jianxi.domain.texts import Malformed


@pytest.mark.parametrize(
    ("typed", "fen"),
    [
        ("2600", 260_000),
        ("2,600.00", 260_000),
        ("２，６００．５", 260_050),
        ("¥2600.05元", 260_005),
        ("0", 0),
        (" 2 600 ", 260_000),
        ("2600.5000", 260_050),
        ("2600.", 260_000),
    ],
)
def test_typed_yuan_are_fen(typed: str, fen: int) -> None:
    assert money.parse_yuan(typed) == fen


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("", "请输入金额"),
        ("-1", "不能是负数"),
        ("1.234", "最多保留两位小数"),
        ("26,00", "例如2600"),
        ("两千", "例如2600"),
        ("10000000.01", "不能超过10,000,000元"),
        ("9" * 5000, "不能超过10,000,000元"),
    ],
)
def test_each_fault_has_its_own_sentence(typed: str, part: str) -> None:
    with pytest.raises(Malformed, match=part):
        money.parse_yuan(typed)


def test_amounts_are_shown_with_separators() -> None:
    assert money.format_yuan(260_000) == "2,600.00"
    assert money.format_yuan(-5) == "-0.05"
    assert money.format_short(260_000) == "2,600"
    assert money.format_short(260_050) == "2,600.50"


@given(st.integers(0, money.LARGEST))
def test_what_is_shown_can_be_typed(fen: int) -> None:
    assert money.parse_yuan(money.format_yuan(fen)) == fen
    assert money.parse_yuan(money.format_short(fen)) == fen


def test_capitals_have_one_zero_for_a_gap_and_none_at_the_end() -> None:
    told = {
        0: "零元整",
        50: "伍角整",
        101: "壹元零壹分",
        260_000: "贰仟陆佰元整",
        260_055: "贰仟陆佰元伍角伍分",
        260_005: "贰仟陆佰元零伍分",
        100_500: "壹仟零伍元整",
        101_000: "壹仟零壹拾元整",
        1_000_100: "壹万零壹元整",
        10_700_053: "壹拾万柒仟元伍角叁分",
        100_010_000: "壹佰万零壹佰元整",
        1_000_000_000: "壹仟万元整",
    }

    assert {fen: money.in_capitals(fen) for fen in told} == told
