"""What holds of every 补贴经费, whoever served and whatever was in force."""

import json
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from jianxi.domain import settlements, subsidy_months, subsidy_texts
from jianxi.domain.periods import DAY, Period, month_of
from jianxi.domain.policy import PolicyValue
from jianxi.domain.retention_rates import figure
from jianxi.domain.subsidies import MonthAmount, Rules, Service, Standing
from jianxi.domain.subsidy_rules import rules_for
from tests.domain import plain_subsidies
from tests.domain.subsidy_facts import AMPLE, CHAIN, PLACE
from tests.domain.subsidy_strategies import FIRST, LAST, services, values

ALL = Period(FIRST, date(2027, 12, 31))
exactly = settings(deadline=None)


def known(entered: tuple[PolicyValue, ...]) -> Rules:
    return rules_for("370102", PLACE, entered, CHAIN)


def sums(amounts: tuple[MonthAmount, ...]) -> int:
    return sum(each.fen for each in amounts if each.standing is Standing.PAYABLE)


@settings(deadline=None, max_examples=250)
@given(services(), values())
def test_a_plain_recomputation_day_by_day_finds_the_same(
    service: Service, entered: tuple[PolicyValue, ...]
) -> None:
    amounts = subsidy_months.months(service, ALL, known(entered))

    found = {each.month: (each.standing.value, each.fen, each.insurance_fen) for each in amounts}

    on = plain_subsidies.lookup(entered, CHAIN)
    first, last = month_of(service.starts_on).first, month_of(service.ends_on).last
    assert found == plain_subsidies.months(service, first, last, on)


@exactly
@given(st.lists(services(), max_size=4), values(), st.integers(2022, 2026))
def test_retention_and_settlement_are_what_the_plain_recomputation_finds(
    people: list[Service], entered: tuple[PolicyValue, ...], year: int
) -> None:
    people = [replace(each, placement=place) for place, each in enumerate(people)]
    rules, on = known(entered), plain_subsidies.lookup(entered, CHAIN)

    found = figure(people, year, rules)

    plain = plain_subsidies.retained_and_completed(people, year, on)
    assert (list(found.retained), list(found.completed), found.is_reached) == plain
    for service in people:
        before = {date(year, month, 1): 100_000 + month for month in range(1, 13)}
        for each in settlements.months(service, year, rules, found, before):
            is_raised = found.is_reached and each.standing is not Standing.EXCLUDED
            expected = plain_subsidies.difference(service, each.month, before, on) if is_raised else 0
            assert each.fen == expected


@exactly
@given(services(), values(), st.dates(FIRST, LAST))
def test_splitting_a_range_of_months_changes_nothing(
    service: Service, entered: tuple[PolicyValue, ...], cut: date
) -> None:
    rules, month = known(entered), month_of(cut)

    before = subsidy_months.months(service, Period(FIRST, month.last), rules)
    after = subsidy_months.months(service, Period(month.last + DAY, ALL.last), rules)
    alone = subsidy_months.months(service, month, rules)

    whole = subsidy_months.months(service, ALL, rules)
    assert before + after == whole
    assert alone == tuple(each for each in whole if each.month == month.first)
    assert sums(before) + sums(after) == sums(whole)


@exactly
@given(services(), values())
def test_parts_are_the_counted_days_and_come_to_the_amount(
    service: Service, entered: tuple[PolicyValue, ...]
) -> None:
    for each in subsidy_months.months(service, ALL, known(entered)):
        days = (each.last - each.first).days + 1
        assert sum(part.days for part in each.parts) == (each.counted_days or days)
        exact = sum(Fraction(part.wage_fen * part.days * each.rate, 10_000) for part in each.parts)
        share = exact / each.month_days if each.counted_days else Fraction(0)
        assert each.standing is Standing.EXCLUDED or -Fraction(1, 2) <= share - each.fen < Fraction(1, 2)


@exactly
@given(services(), values(), st.integers(1, 90))
def test_a_later_end_is_never_less_money_by_any_method(
    service: Service, entered: tuple[PolicyValue, ...], more: int
) -> None:
    """Where 生活费 is never under the wage. Of an earlier first day it is not so: the cap is counted from it."""
    paid = replace(
        service,
        is_approved=True,
        allowance_fen=AMPLE,
        raises=(),
        leaving_on=None,
        left_on=None,
        contract=None,
    )
    longer = replace(paid, ends_on=paid.ends_on + timedelta(days=more))
    rules = known(entered)

    shorter = {each.month: each for each in subsidy_months.months(paid, ALL, rules)}
    found = {each.month: each for each in subsidy_months.months(longer, ALL, rules)}

    assert set(shorter) <= set(found)
    for month, amount in shorter.items():
        assert amount.fen <= found[month].fen
        assert amount.insurance_fen <= found[month].insurance_fen
    assert sums(tuple(shorter.values())) <= sums(tuple(found.values()))


@exactly
@given(services(), values())
def test_what_was_written_down_comes_to_the_same_letter_for_letter(
    service: Service, entered: tuple[PolicyValue, ...]
) -> None:
    rules = known(entered)
    amounts = subsidy_months.months(service, ALL, rules)
    figures = figure([service], 2024, rules)
    written = subsidy_texts.text([subsidy_texts.plain(each) for each in (rules, service, amounts, figures)])

    kept_rules, kept_service, kept_amounts, kept_figures = json.loads(written)

    again, served = subsidy_texts.rules_of(kept_rules), subsidy_texts.service_of(kept_service)
    assert (again, served) == (rules, service)
    assert tuple(subsidy_texts.amount_of(each) for each in kept_amounts) == amounts
    assert subsidy_texts.figure_of(kept_figures) == figures
    recomputed = subsidy_months.months(served, ALL, again)
    assert recomputed == amounts
    assert (
        subsidy_texts.text([subsidy_texts.plain(each) for each in (again, served, recomputed, figures)])
        == written
    )
