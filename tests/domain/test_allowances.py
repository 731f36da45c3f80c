"""生活费 in force on a day, 生活费调整, and what an allowance is warned of."""

from datetime import date

import pytest

from jianxi.domain import registration_warnings
from jianxi.domain.allowances import Raise, allowance_on, raise_faults
from jianxi.domain.periods import Period
from jianxi.domain.registration_warnings import Caution, WarningKind, from_mark, from_text, to_text, warnings

SERVICE = Period(date(2026, 12, 1), date(2027, 5, 31))
RAISES = (
    Raise(date(2027, 1, 1), 270_000),
    Raise(date(2027, 3, 1), 290_000),
)


@pytest.mark.parametrize(
    ("day", "fen"),
    [
        (date(2026, 12, 31), 260_000),
        (date(2027, 1, 1), 270_000),
        (date(2027, 2, 28), 270_000),
        (date(2027, 3, 1), 290_000),
        (date(2027, 5, 31), 290_000),
    ],
)
def test_the_newest_raise_that_has_begun_is_in_force(day: date, fen: int) -> None:
    assert allowance_on(260_000, RAISES, day) == fen


@pytest.mark.parametrize(
    ("day", "fen", "field"),
    [
        (date(2027, 3, 2), 290_001, ""),
        (date(2027, 5, 31), 300_000, ""),
        (date(2027, 3, 2), 290_000, "allowance"),
        (date(2027, 3, 1), 300_000, "starts_on"),
        (date(2027, 2, 28), 300_000, "starts_on"),
        (date(2026, 11, 30), 300_000, "starts_on"),
        (date(2027, 6, 1), 300_000, "starts_on"),
    ],
)
def test_a_raise_lies_in_the_period_not_before_an_earlier_one_and_goes_up(
    day: date, fen: int, field: str
) -> None:
    assert "".join(raise_faults(Raise(day, fen), SERVICE, 260_000, RAISES)) == field


def test_a_warning_is_told_with_its_figures_and_only_below_the_limit() -> None:
    assert warnings(240_000, 240_000, 240_000) == ()
    assert warnings(240_000, 230_000, None) == ()
    assert [each.sentence for each in warnings(239_999, 260_000, 240_000)] == [
        "见习期间生活费2,399.99元，低于该岗位公布的月生活费2,600元",
        "见习期间生活费2,399.99元，低于当地月最低工资标准2,400元",
    ]


def test_warnings_are_kept_and_ticked_in_one_spelling() -> None:
    found = warnings(200_000, 260_000, 240_000)

    assert from_text(to_text(found)) == found
    assert (to_text(()), from_text("")) == ("", ())
    assert tuple(from_mark(each.mark) for each in found) == found
    assert registration_warnings.unticked(found, [found[0].mark]) == found[1:]


@pytest.mark.parametrize(
    "mark", ["", "under_wage", "under_wage.1", "other.1.2", "under_wage.1.2.3", "under_wage.-1.x", "x" * 999]
)
def test_a_mark_that_no_box_has_sent_is_none(mark: str) -> None:
    assert from_mark(mark) is None
    assert from_mark("under_wage.1.2") == Caution(WarningKind.WAGE, 1, 2)
