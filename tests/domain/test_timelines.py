"""What is in force day by day is what the parameters themselves answer, however values were entered."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from jianxi.domain import policy, timelines
from jianxi.domain.parameters import MINIMUM_WAGE, PART_MONTH_METHOD, SUBSIDY_RATE
from jianxi.domain.periods import Period
from jianxi.domain.policy import Parameter, PolicyValue
from jianxi.domain.subsidies import Timeline

CHAIN = ("370102", "370100", "370000")
DAYS = st.dates(date(2018, 1, 1), date(2027, 12, 31))
PARAMETERS = st.sampled_from([SUBSIDY_RATE, MINIMUM_WAGE])


@st.composite
def lines(draw: st.DrawFn) -> tuple[Parameter, list[PolicyValue], Timeline]:
    """A parameter with values of the county, those above it, everywhere, and another county that does not count."""
    parameter = draw(PARAMETERS)
    regions = st.sampled_from([*CHAIN, "", "370103"])
    one = st.builds(
        lambda region, number, since: PolicyValue(parameter.key, region, number, since, f"依据{number}"),
        regions,
        st.integers(1, 9),
        DAYS,
    )
    values = draw(st.lists(one, max_size=8))
    return parameter, values, timelines.timeline(parameter, values, CHAIN)


@settings(deadline=None)
@given(lines(), DAYS)
def test_a_timeline_answers_as_the_parameters_do(
    known: tuple[Parameter, list[PolicyValue], Timeline], day: date
) -> None:
    parameter, values, line = known
    asked = [day, *(value.effective_from for value in values)]
    asked += [value.effective_from - timedelta(days=1) for value in values]

    for each in asked:
        found, expected = timelines.on(line, each), policy.in_force(parameter, values, CHAIN, each)

        assert (found is None) == (expected is None)
        if found and expected:
            told = (found.since, found.value, found.region, found.source)
            assert told == (expected.effective_from, expected.value, expected.region, expected.source)


@settings(deadline=None)
@given(lines(), DAYS, st.integers(0, 800))
def test_days_are_counted_by_what_was_in_force_on_them(
    known: tuple[Parameter, list[PolicyValue], Timeline], first: date, more: int
) -> None:
    _, _, line = known
    days = Period(first, first + timedelta(days=more))
    by_day = [timelines.on(line, first + timedelta(days=ahead)) for ahead in range(days.days)]

    counted = [each for count, each in timelines.during(line, days) for _ in range(count)]

    assert counted == [each for each in by_day if each is not None]


def test_a_county_without_values_of_its_own_has_those_above_it() -> None:
    line = timelines.timeline(PART_MONTH_METHOD, (), CHAIN)

    found = timelines.on(line, date(2026, 1, 1))
    assert found is not None
    assert (found.value, found.region, found.source[:2]) == ("by_day", "", "关于")
    assert timelines.on(line, date(1899, 12, 31)) is None
