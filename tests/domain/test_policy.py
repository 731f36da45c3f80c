"""Policy values: which is in force, and how they are typed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain import parameters, policy
from jianxi.domain.parameters import MINIMUM_WAGE, PARAMETERS, SUBSIDY_RATE
from jianxi.domain.policy import Kind, Parameter, PolicyValue, Value
from jianxi.domain.texts import Malformed

CHAIN = ("370102", "370100", "370000")
DAY = date(2026, 11, 22)


def entered(parameter: Parameter, region: str, value: Value, begins: date = DAY) -> PolicyValue:
    return PolicyValue(parameter.key, region, value, begins, "通知", "zhang")


def rate(*values: PolicyValue, day: date = DAY) -> int:
    return policy.whole(SUBSIDY_RATE, values, CHAIN, day)


def wage(*values: PolicyValue, day: date = DAY) -> int:
    return policy.whole(MINIMUM_WAGE, values, CHAIN, day)


def test_the_shipped_rate_changes_on_its_day() -> None:
    assert rate(day=date(2021, 12, 31)) == 5_000
    assert rate(day=date(2022, 1, 1)) == 6_000


def test_a_missing_value_is_not_guessed() -> None:
    with pytest.raises(policy.Unset, match="缺少2018年12月的见习补贴比例"):
        rate(day=date(2018, 12, 31))
    with pytest.raises(policy.Unset, match="缺少2026年11月的最低工资标准"):
        policy.whole(MINIMUM_WAGE, (), ("371728", "371700", "370000"), DAY)


def test_an_entered_value_holds_from_its_day() -> None:
    value = entered(SUBSIDY_RATE, "370000", 6_500)
    assert rate(value, day=date(2026, 11, 21)) == 6_000
    assert rate(value) == 6_500


def test_the_city_goes_before_the_province() -> None:
    city, province = (
        entered(SUBSIDY_RATE, "370100", 7_000, date(2020, 1, 1)),
        entered(SUBSIDY_RATE, "370000", 6_500),
    )
    assert rate(city, province) == 7_000
    assert policy.whole(SUBSIDY_RATE, [city, province], ("370200", "370000"), DAY) == 6_500


def test_an_entered_value_goes_before_a_shipped_one_of_the_same_day() -> None:
    assert wage(entered(MINIMUM_WAGE, "370102", 241_000, date(2025, 10, 1))) == 241_000


def test_the_last_entered_of_one_day_counts() -> None:
    assert rate(entered(SUBSIDY_RATE, "370000", 6_500), entered(SUBSIDY_RATE, "370000", 6_600)) == 6_600


def test_entering_last_years_wage_hides_no_newer_one() -> None:
    old = entered(MINIMUM_WAGE, "370102", 220_000, date(2023, 10, 1))
    assert wage(old, day=date(2025, 9, 30)) == 220_000
    assert wage(old, day=date(2025, 10, 1)) == 240_000


def test_a_value_of_another_key_is_not_looked_at() -> None:
    assert rate(entered(MINIMUM_WAGE, "370102", 1)) == 6_000


def test_only_verified_wages_are_shipped() -> None:
    shipped = {value.region: value.value for value in MINIMUM_WAGE.shipped}
    assert (shipped["370102"], shipped["370113"], len(shipped)) == (240_000, 221_000, 22)


def test_the_early_contract_rule_ends_with_2023() -> None:
    days = (date(2019, 12, 31), date(2020, 1, 1), date(2023, 12, 31), date(2024, 1, 1))
    assert [policy.is_on(parameters.EARLY_CONTRACT, (), CHAIN, day) for day in days] == [
        False,
        True,
        True,
        False,
    ]


def test_the_cohort_has_no_shipped_value() -> None:
    assert policy.in_force(parameters.COHORT, (), CHAIN, DAY) is None


@pytest.mark.parametrize("parameter", PARAMETERS.values(), ids=PARAMETERS.keys())
def test_every_shipped_value_can_be_typed_and_names_its_source(parameter: Parameter) -> None:
    for value in parameter.shipped:
        assert policy.parse_value(parameter, policy.format_value(parameter, value.value)) == value.value
        assert value.source
        assert value.key == parameter.key


@given(st.integers(0, 10_000))
def test_every_share_can_be_typed_as_shown(value: int) -> None:
    assert policy.parse_value(SUBSIDY_RATE, policy.format_value(SUBSIDY_RATE, value)) == value


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("subsidy_rate", "６０％", 6_000),
        ("subsidy_rate", "62.5%", 6_250),
        ("retention_bonus", "10个百分点", 1_000),
        ("retention_bonus", "10%", 1_000),
        ("minimum_wage", "2,400元", 240_000),
        ("cohort", "2026届", 2026),
        ("county_position_city_review", "off", False),
        ("part_month_method", "满15天按整月", "from_15_days"),
    ],
)
def test_values_are_typed_as_people_write_them(key: str, typed: str, value: Value) -> None:
    assert policy.parse_value(parameters.find(key), typed) == value


@pytest.mark.parametrize(
    ("key", "typed"),
    [
        ("subsidy_rate", "0.6"),
        ("subsidy_rate", "101%"),
        ("cohort", "19"),
        ("youth_min_age", "x"),
        ("county_position_city_review", "也许"),
        ("part_month_method", "按周"),
    ],
)
def test_a_wrong_value_is_refused_with_the_parameters_name(key: str, typed: str) -> None:
    parameter = parameters.find(key)
    with pytest.raises(Malformed, match=parameter.label.split("（")[0]):
        policy.parse_value(parameter, typed)


def test_an_unknown_key_is_answered_with_those_there_are() -> None:
    with pytest.raises(Malformed, match="subsidy_rate"):
        parameters.find("rate")


def test_a_wage_is_set_by_county_and_an_age_by_province() -> None:
    policy.check_region(MINIMUM_WAGE, "370102")
    with pytest.raises(Malformed):
        policy.check_region(MINIMUM_WAGE, "370100")
    with pytest.raises(Malformed):
        policy.check_region(parameters.YOUTH_MIN_AGE, "370100")


def test_shares_are_never_shown_in_fractions_of_one() -> None:
    shown = [policy.format_value(SUBSIDY_RATE, value) for value in (6_000, 6_250, 0, 10_000)]
    assert SUBSIDY_RATE.kind is Kind.SHARE
    assert shown == ["60%", "62.5%", "0%", "100%"]
    assert (
        policy.format_value(parameters.RETENTION_BONUS, 1_000) + parameters.RETENTION_BONUS.unit
        == "10个百分点"
    )
