"""What an act changes in accepted 花名册: which months, which years, in which sentence; and every move tells it or not."""

from datetime import date

from jianxi.domain import departures, placements, retentions, rosters
from jianxi.domain.notices_of_corrections import STEADY, TOUCHING
from jianxi.domain.periods import Period
from jianxi.domain.roster_effects import (
    Accepted,
    Act,
    Touched,
    after_correction,
    ahead,
    by_contract,
    by_departure,
    by_raise,
    sentence,
)
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import Standing

P, W, X = Standing.PAYABLE, Standing.PENDING, Standing.EXCLUDED
JULY, AUGUST, SEPTEMBER, OCTOBER = (date(2026, month, 1) for month in (7, 8, 9, 10))
FALL = Accepted(
    1,
    "JX3701-26-H0001-5",
    RosterKind.PERIOD,
    Period(JULY, date(2026, 10, 31)),
    1,
    ((JULY, X), (AUGUST, P), (SEPTEMBER, P), (OCTOBER, W)),
)
YEAR = Accepted(
    2, "JX3701-27-H0002-3", RosterKind.SETTLEMENT, Period(date(2026, 1, 1), date(2026, 12, 31)), 2
)
ENDS = date(2027, 2, 28)


def months(touched: tuple[Touched, ...]) -> list[tuple[int, tuple[int, ...]]]:
    return [(each.roster.id, tuple(month.month for month in each.months)) for each in touched]


def test_a_departure_touches_months_that_lose_days_those_that_waited_for_it_and_the_year_it_would_complete() -> (
    None
):
    cases = {
        date(2026, 8, 30): [(1, (8, 9))],
        date(2026, 8, 31): [(1, (9,))],
        date(2026, 9, 30): [],
        date(2026, 10, 1): [(1, (10,))],
        date(2026, 6, 30): [(1, (8, 9))],
    }
    assert {day: months(by_departure([FALL], day, ENDS)) for day in cases} == cases
    assert months(by_departure([FALL, YEAR], date(2026, 9, 30), date(2026, 12, 1))) == [(2, ())]
    assert by_departure([YEAR], date(2026, 9, 30), ENDS) == ()


def test_a_contract_a_raise_and_a_correction_touch_what_they_change() -> None:
    assert months(by_contract([FALL, YEAR], SEPTEMBER, None, ENDS)) == [(1, (9,))]
    assert months(by_contract([FALL, YEAR], OCTOBER, date(2026, 12, 31), ENDS)) == [(2, ())]
    assert months(by_contract([FALL, YEAR], OCTOBER, date(2027, 1, 1), ENDS)) == []
    assert months(by_contract([YEAR], date(2027, 1, 1), None, date(2026, 12, 31))) == [(2, ())]
    assert months(by_raise([FALL, YEAR], date(2026, 7, 31))) == [(1, (7,))]
    assert by_raise([FALL], AUGUST) == ()
    assert months(after_correction([YEAR], FALL.period)) == [(2, ())]
    assert after_correction([YEAR], Period(date(2027, 1, 1), ENDS)) == ()


def test_it_is_told_in_one_sentence_with_months_and_numbers() -> None:
    touched = by_departure([FALL, YEAR], date(2026, 8, 31), date(2026, 12, 1))
    assert sentence(touched) == (
        "审核通过后，已接受的2026年7月至10月补贴经费花名册（编号JX3701-26-H0001-5）中此人2026年9月的补贴、"
        "2026年年度清算（第2版）（编号JX3701-27-H0002-3）与记录不再相符，需要更正。"
    )
    assert sentence(()) == ahead([YEAR], Act.DEPARTURE) == ""
    assert ahead([FALL], Act.DEPARTURE) == (
        "此人2026年8月至9月已列入接受的补贴经费花名册（编号JX3701-26-H0001-5）。"
        "离岗日期早于2026年9月30日的，审核通过后，这些花名册需要更正。"
    )
    assert "此人2026年7月已列入" in ahead([FALL], Act.RAISE)


def test_after_every_move_it_is_told_or_there_is_a_reason_why_not() -> None:
    flows = (departures.FLOW, retentions.FLOW, placements.FLOW, rosters.FLOW)
    moves = {(flow.noun, str(move.verb)) for flow in flows for move in flow.moves}

    assert set(TOUCHING) | set(STEADY) == moves and not set(TOUCHING) & set(STEADY)
    for line in (line for lines in TOUCHING.values() for line in lines):
        assert line.title.isalpha() and len(line.title) <= 24
        assert line.what.endswith("。") and line.next.endswith("。") and "{touched}" in line.what
    assert all(reason.endswith(".") for reason in STEADY.values())
