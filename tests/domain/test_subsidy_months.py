"""补贴经费 month by month: worked examples to the 分, and what stops a computation."""

import pytest

from jianxi.domain.policy import PolicyValue
from jianxi.domain.subsidies import MonthAmount, Service
from jianxi.domain.subsidy_months import months, served, span
from jianxi.domain.subsidy_rules import Lacking
from tests.domain import plain_subsidies, subsidy_cases, subsidy_span_cases, subsidy_standing_cases
from tests.domain.subsidy_cases import Case
from tests.domain.subsidy_facts import (
    CHAIN,
    STANDARD,
    amounts,
    asked,
    contract,
    day,
    placement,
    rules,
    value,
    wage,
)

TABLES = {
    "given": subsidy_cases.GIVEN,
    "days": subsidy_cases.DAYS,
    "wage": subsidy_cases.WAGE_CHANGES,
    "rate": subsidy_cases.RATES,
    "cap": subsidy_span_cases.CAPS,
    "leaving": subsidy_span_cases.LEAVING,
    "contract": subsidy_span_cases.CONTRACTS,
    "allowance": subsidy_standing_cases.ALLOWANCES,
    "method": subsidy_standing_cases.METHODS,
}
CASES = [
    pytest.param(case, id=f"{table}: {name}")
    for table, cases in TABLES.items()
    for name, case in cases.items()
]
COVERED = subsidy_standing_cases.INSURANCE


@pytest.mark.parametrize("case", CASES)
def test_an_example_comes_to_its_amounts(case: Case) -> None:
    service, period, expected, more = case

    assert amounts(service, period, *more) == expected


@pytest.mark.parametrize("case", CASES)
def test_the_examples_are_what_a_plain_recomputation_finds(case: Case) -> None:
    service, period, _, more = case
    days, on = asked(period), plain_subsidies.lookup((*STANDARD, *more), CHAIN)

    found = {
        each.month: (each.standing, each.fen, each.insurance_fen) for each in _months(service, period, more)
    }

    assert found == plain_subsidies.months(service, days.first, days.last, on)


@pytest.mark.parametrize("case", COVERED.values(), ids=COVERED.keys())
def test_insurance_is_in_proportion_of_days(case: Case) -> None:
    service, period, expected, more = case

    assert " ".join(str(each.insurance_fen) for each in _months(service, period, more)) == expected


def test_what_lacks_is_told_month_by_month_and_each_once() -> None:
    service = placement("2018-03-15…2019-01-31")
    known = rules(value("subsidy_rate", "2018-05-01", 5_000))

    with pytest.raises(Lacking) as found:
        months(service, asked("2018-03…2019-01"), known)

    assert found.value.sentences == (
        "缺少 济南市历下区 2018年3月 的见习补贴比例",
        "缺少 济南市历下区 2018年4月 的见习补贴比例",
        "缺少 济南市历下区 2018年5月 的最低工资标准",
    )


def test_a_wage_that_begins_inside_the_month_lacks_for_the_days_before_it() -> None:
    known = rules(value("subsidy_rate", "2018-01-01", 5_000), wage("2018-05-16", 190_000))
    whole, half = placement("2018-05-01…2018-05-31"), placement("2018-05-16…2018-05-31")

    with pytest.raises(Lacking, match="缺少 济南市历下区 2018年5月 的最低工资标准"):
        months(whole, asked("2018-05"), known)
    assert [each.fen for each in months(half, asked("2018-05"), known)] == [49_032]


def test_nothing_lacks_of_months_in_which_nobody_served() -> None:
    assert amounts(placement("2019-01-01…2019-01-31"), "2010-01…2019-01") == "955.00"


def test_what_was_agreed_ends_with_the_first_that_ends_it() -> None:
    early = contract("2023-11-16")
    cases = {
        "as agreed": (placement("2023-10-01…2024-03-31"), "2024-03-31", "2024-03-31"),
        "left": (placement("2023-10-01…2024-03-31", left="2023-12-10"), "2023-12-10", "2023-12-10"),
        "early contract": (placement("2023-10-01…2024-03-31", contract=early), "2023-11-15", "2024-03-31"),
        "left in spite of it": (
            placement("2023-10-01…2024-03-31", contract=early, left="2023-12-10"),
            "2023-11-15",
            "2023-12-10",
        ),
    }
    for service, worked, paid in cases.values():
        work, whole = served(service), span(service, rules())
        assert work and whole
        assert (work.last, whole.last) == (day(worked), day(paid))


def _months(service: Service, period: str, more: tuple[PolicyValue, ...]) -> tuple[MonthAmount, ...]:
    return months(service, asked(period), rules(*more))
