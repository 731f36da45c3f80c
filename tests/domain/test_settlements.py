"""年度清算: the amount at the raised rate less what was accepted, month by month."""

from collections.abc import Mapping
from datetime import date

import pytest

from jianxi.domain import settlements, subsidy_months
from jianxi.domain.policy import PolicyValue
from jianxi.domain.retention_rates import figure
from jianxi.domain.subsidies import MonthAmount, Service
from jianxi.domain.subsidy_rules import Lacking
from tests.domain import plain_subsidies
from tests.domain.subsidy_facts import (
    CHAIN,
    STANDARD,
    asked,
    contract,
    placement,
    rules,
    told,
    value,
    wage,
)

KEPT = contract("2025-12-01", "2026-11-30", "2025-12-01")
STAYED = placement("2025-08-16…2025-11-30", contract=KEPT, placement=1)
LEFT = placement("2025-08-01…2025-12-31", left="2025-10-10", placement=2)


def granted(service: Service, *more: PolicyValue) -> dict[date, int]:
    """What the year's period rosters would have granted."""
    return {
        each.month: each.fen
        for each in subsidy_months.months(service, asked("2025-01…2025-12"), rules(*more))
    }


def settled(
    service: Service, before: Mapping[date, int], *more: PolicyValue, others: tuple[Service, ...] = ()
) -> tuple[MonthAmount, ...]:
    known = rules(*more)
    return settlements.months(service, 2025, known, figure((STAYED, *others), 2025, known), before)


def told_of(amounts: tuple[MonthAmount, ...]) -> str:
    return " ".join(told(each) for each in amounts)


def test_each_month_is_raised_by_the_bonus() -> None:
    """16/31 of 2,200.00 at 70 % is 794.84; 681.29 was granted."""
    found = settled(STAYED, granted(STAYED))

    assert told_of(found) == "113.55 220.00 240.00 240.00"
    assert [(each.rate, each.bonus, each.before_fen) for each in found][:2] == [
        (6_000, 1_000, 68_129),
        (6_000, 1_000, 132_000),
    ]


def test_who_left_early_has_the_difference_too() -> None:
    assert told_of(settled(LEFT, granted(LEFT))) == "220.00 220.00 77.42"


def test_nothing_is_added_below_the_threshold() -> None:
    two = tuple(placement("2025-03-01…2025-08-31", placement=each) for each in (3, 4))

    found = settled(STAYED, granted(STAYED), others=two)

    assert told_of(found) == "0.00 0.00 0.00 0.00"
    assert {each.bonus for each in found} == {0}


def test_a_month_of_no_accepted_roster_waits_for_one() -> None:
    before = granted(STAYED)
    del before[date(2025, 9, 1)]

    found = settled(STAYED, before)

    assert told_of(found) == "113.55 待定0.00 240.00 240.00"
    assert found[1].reason == "该月在已接受的花名册中没有补贴，请先报送或更正该月的花名册"
    assert (found[1].before_fen, found[0].before_fen) == (None, 68_129)


def test_too_much_granted_before_is_taken_back() -> None:
    """The wage was corrected downwards after the months were accepted."""
    before = granted(STAYED)

    found = settled(STAYED, before, wage("2025-10-01", 200_000))

    assert told_of(found) == "113.55 220.00 -40.00 -40.00"


def test_what_is_excluded_stays_excluded_and_takes_nothing_back() -> None:
    poor = placement("2025-09-01…2025-10-31", allowance=230_000, placement=5)
    before = {date(2025, 9, 1): 132_000, date(2025, 10, 1): 144_000}

    assert told_of(settled(poor, before)) == "220.00 不予0.00"


def test_months_of_an_open_departure_wait_with_what_they_come_to() -> None:
    leaving = placement("2025-09-01…2025-10-31", leaving="2025-10-10", placement=6)

    assert told_of(settled(leaving, granted(leaving))) == "220.00 待定240.00"


def test_the_bonus_is_that_of_the_months_first_day() -> None:
    found = settled(STAYED, granted(STAYED), value("retention_bonus", "2025-09-02", 500))

    assert told_of(found) == "113.55 220.00 120.00 120.00"


def test_insurance_was_granted_with_the_months_and_is_not_again() -> None:
    cover = value("insurance_subsidy", "2025-01-01", 1_500)

    found = settled(STAYED, granted(STAYED, cover), cover)

    assert {(each.insurance_month_fen, each.insurance_fen) for each in found} == {(0, 0)}


def test_only_months_of_the_year_are_settled() -> None:
    long = placement("2024-11-01…2025-10-31", placement=7)
    before = {date(2024, 12, 1): 1, date(2025, 1, 1): 132_000}

    found = settled(long, before)

    assert [each.month.month for each in found] == list(range(1, 11))
    assert told(found[0]) == "220.00"


def test_the_rates_of_2019_and_2022_are_raised_by_ten_points_alike() -> None:
    """50 % and 60 % of 2,100.00, then 1,260.00 and 1,470.00."""
    kept = contract("2022-02-01", "2023-01-31", "2022-02-01")
    service = placement("2021-11-01…2022-01-31", contract=kept)
    months = (date(2022, 1, 1),)

    found = settlements.months(
        service, 2022, rules(), figure([service], 2022, rules()), dict.fromkeys(months, 126_000)
    )

    assert told_of(found) == "210.00"


def test_a_difference_is_what_a_plain_recomputation_finds() -> None:
    on = plain_subsidies.lookup(STANDARD, CHAIN)
    for service in (STAYED, LEFT):
        before = granted(service)
        for each in settled(service, before):
            assert each.fen == plain_subsidies.difference(service, each.month, before, on)


def test_a_missing_bonus_stops_the_settlement() -> None:
    year = 2018
    known = rules(
        value("subsidy_rate", "2018-01-01", 5_000),
        value("retention_threshold", "2018-01-01", 5_000),
        wage("2018-01-01", 190_000),
    )
    kept = contract("2018-06-01", "2019-05-31", "2018-06-01")
    service = placement("2018-04-01…2018-05-31", contract=kept)

    with pytest.raises(Lacking) as found:
        settlements.months(service, year, known, figure([service], year, known), {})

    assert found.value.sentences == tuple(
        f"缺少 济南市历下区 2018年{month}月 的达到留用率后提高的补贴比例" for month in (4, 5)
    )
