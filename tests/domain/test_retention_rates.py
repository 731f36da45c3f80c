"""留用率: who counts in which year and as what, and whether the threshold is reached."""

import pytest

from jianxi.domain.policy import PolicyValue
from jianxi.domain.retention_rates import figure, retained_on
from jianxi.domain.subsidies import Contract, Service
from jianxi.domain.subsidy_rules import Lacking
from tests.domain import plain_subsidies
from tests.domain.subsidy_facts import CHAIN, STANDARD, contract, day, placement, rules, value

# PRODUCT.md 12: retained / (completed + retained), compared as integers; 70 % from 2019, 50 % from 2022. DOMAIN.md 2.1, 2.5.
SHARES = {
    "49 % today": (2025, 49, 51, False),
    "50 % today": (2025, 50, 50, True),
    "51 % today": (2025, 51, 49, True),
    "a hair under 50 %": (2025, 499, 501, False),
    "49 % in 2022": (2022, 49, 51, False),
    "50 % in 2022": (2022, 50, 50, True),
    "51 % in 2021": (2021, 51, 49, False),
    "69 % in 2021": (2021, 69, 31, False),
    "70 % in 2021": (2021, 70, 30, True),
    "71 % in 2021": (2021, 71, 29, True),
    "70 % in 2019": (2019, 7, 3, True),
    "69 % today": (2025, 69, 31, True),
    "nobody": (2025, 0, 0, False),
    "nobody was retained": (2025, 0, 3, False),
    "everybody was": (2025, 1, 0, True),
    "two of three": (2021, 2, 1, False),
    "one of three": (2025, 1, 2, False),
    "one of two": (2025, 1, 1, True),
}
# PRODUCT.md 12: once each, as retained in the year of the later of contract and insurance, else as completed in the
# year of 见习结束日期; who left early in neither. DOMAIN.md 2.5 (Shenyang).
LONG, SPAN = ("2025-10-01", "2026-09-30", "2025-10-01"), "2025-03-01…2025-09-30"
PEOPLE = {
    "kept a year": (placement(SPAN, contract=contract(*LONG)), {2025: "retained"}),
    "a day short of a year": (
        placement(SPAN, contract=contract("2025-10-01", "2026-09-29", "2025-10-01")),
        {2025: "completed"},
    ),
    "not insured": (placement(SPAN, contract=contract("2025-10-01", "2028-09-30")), {2025: "completed"}),
    "insured the year after": (
        placement(SPAN, contract=contract("2025-10-01", "2026-09-30", "2026-01-01")),
        {2026: "retained"},
    ),
    "insured on New Year's Eve": (
        placement(SPAN, contract=contract("2025-10-01", "2026-09-30", "2025-12-31")),
        {2025: "retained"},
    ),
    "insured before the contract": (
        placement("2025-03-01…2025-12-31", contract=contract("2026-01-01", "2026-12-31", "2025-12-01")),
        {2026: "retained"},
    ),
    "kept before the period was over": (
        placement("2025-09-01…2026-02-28", contract=contract("2025-12-01", "2026-11-30", "2025-12-05")),
        {2025: "retained"},
    ),
    "kept too shortly before the period was over": (
        placement("2025-09-01…2026-02-28", contract=contract("2025-12-01", "2026-06-30", "2025-12-05")),
        {2026: "completed"},
    ),
    "from a leap day": (
        placement("2023-09-01…2024-02-28", contract=contract("2024-02-29", "2025-02-28", "2024-02-29")),
        {2024: "retained"},
    ),
    "from a leap day, a day short": (
        placement("2023-09-01…2024-02-28", contract=contract("2024-02-29", "2025-02-27", "2024-02-29")),
        {2024: "completed"},
    ),
    "completed": (placement("2025-03-01…2025-12-31"), {2025: "completed"}),
    "completed on New Year's Day": (placement("2025-03-01…2026-01-01"), {2026: "completed"}),
    "left early": (placement(SPAN, left="2025-09-29"), {}),
    "leaving is not decided": (placement(SPAN, leaving="2025-09-29"), {2025: "completed"}),
    "not reviewed": (placement(SPAN, approved=False), {}),
    "kept, but not reviewed": (placement(SPAN, approved=False, contract=contract(*LONG)), {}),
}


def people(retained: int, completed: int, year: int) -> list[Service]:
    kept = contract(f"{year}-06-01", f"{year + 1}-05-31", f"{year}-06-01")
    span = f"{year}-01-01…{year}-05-31"
    stayed = [placement(span, contract=kept, placement=each) for each in range(1, retained + 1)]
    return stayed + [placement(span, placement=1_000 + each) for each in range(completed)]


@pytest.mark.parametrize(("year", "retained", "completed", "is_reached"), SHARES.values(), ids=SHARES.keys())
def test_the_share_is_compared_exactly_with_that_of_the_year(
    year: int, retained: int, completed: int, is_reached: bool
) -> None:
    services = people(retained, completed, year)

    found = figure(services, year, rules())

    assert (len(found.retained), len(found.completed), found.is_reached) == (retained, completed, is_reached)
    assert found.threshold == (5_000 if year > 2021 else 7_000)
    plain = plain_subsidies.retained_and_completed(services, year, plain_subsidies.lookup(STANDARD, CHAIN))
    assert plain == (list(found.retained), list(found.completed), found.is_reached)


@pytest.mark.parametrize(("service", "expected"), PEOPLE.values(), ids=PEOPLE.keys())
def test_a_person_counts_in_one_year_and_as_one_thing(service: Service, expected: dict[int, str]) -> None:
    on = plain_subsidies.lookup(STANDARD, CHAIN)
    found: dict[int, str] = {}
    plain: dict[int, str] = {}
    for year in range(2022, 2028):
        one, other = (
            figure([service], year, rules()),
            plain_subsidies.retained_and_completed([service], year, on),
        )
        found |= {year: "retained"} if one.retained else {year: "completed"} if one.completed else {}
        plain |= {year: "retained"} if other[0] else {year: "completed"} if other[1] else {}

    assert found == expected
    assert plain == expected


def of_the_year(key: str, number: int) -> tuple[PolicyValue, PolicyValue]:
    """Set on the last day of 2025, and to something else on the day after."""
    return value(key, "2025-12-31", number), value(key, "2026-01-01", 0)


def test_threshold_and_length_are_those_of_the_years_last_day() -> None:
    services = people(2, 1, 2025)

    assert not figure(services, 2025, rules(*of_the_year("retention_threshold", 6_667))).is_reached
    assert figure(services, 2025, rules(*of_the_year("retention_threshold", 6_666))).is_reached
    assert not figure(services, 2025, rules(*of_the_year("retention_contract_months", 13))).retained


def test_a_year_before_the_first_threshold_has_no_figure() -> None:
    with pytest.raises(Lacking, match="缺少 济南市历下区 2018年12月 的提高补贴比例所需留用率"):
        figure((), 2018, rules())


def test_a_contract_counts_from_the_later_of_start_and_insurance() -> None:
    def since(insured: str) -> str:
        return str(retained_on(Contract(1, day("2025-10-01"), day("2026-09-30"), day(insured)), 12))

    assert (since("2025-09-01"), since("2025-10-15")) == ("2025-10-01", "2025-10-15")
    assert retained_on(None, 12) is None
