"""The history of a parameter tells what is in force just as every computation asks for it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jianxi.domain import parameters, policy
from jianxi.domain.parameter_change_words import PAST, past, told
from jianxi.domain.parameter_effects import Effect
from jianxi.domain.parameter_groups import DOES, GROUPS
from jianxi.domain.parameter_histories import Entry, Standing, history
from jianxi.domain.parameter_limits import contradiction
from jianxi.domain.policy import PolicyValue

TODAY = date(2026, 11, 20)
RATE = parameters.SUBSIDY_RATE
CHAIN = ("370102", "370100", "370000")
entered = st.lists(
    st.builds(
        PolicyValue,
        st.just(RATE.key),
        st.sampled_from(CHAIN[1:]),
        st.integers(0, 10_000),
        st.integers(-3, 3).map(lambda days: TODAY + timedelta(days=days)),
        st.just("文号"),
        st.just("李建国"),
    ),
    max_size=8,
)


def value(number: int, day: date, region: str = "370100", key: str = RATE.key) -> PolicyValue:
    return PolicyValue(key, region, number, day, "济人社发〔2026〕1号", "李建国")


@given(entered)
def test_what_it_calls_in_force_is_what_computations_find(values: list[PolicyValue]) -> None:
    entries = [Entry(each, place + 1) for place, each in enumerate(values)]
    found = [each for each in history(RATE, entries, CHAIN, TODAY) if each.standing is Standing.IN_FORCE]

    expected = policy.in_force(RATE, values, CHAIN, TODAY)

    assert [each.entry.value for each in found] == [expected]


def test_every_value_is_told_with_what_became_of_it() -> None:
    entries = [
        Entry(value(6_500, TODAY), 1),
        Entry(value(6_600, TODAY), 2),
        Entry(value(7_000, date(2027, 1, 1)), 3),
    ]

    found = history(RATE, entries, CHAIN[1:], TODAY)

    assert [(each.shown, each.label, each.by) for each in found] == [
        ("70%", "待生效", "李建国"),
        ("66%", "现行", "李建国"),
        ("65%", "已更正", "李建国"),
        ("60%", "本地另有设置", "系统预置"),
        ("50%", "已由后来的值接替", "系统预置"),
    ]


def test_every_parameter_stands_in_one_group_with_a_sentence() -> None:
    listed = [key for group in GROUPS for key in group.keys]

    assert sorted(listed) == sorted(parameters.PARAMETERS)
    assert set(DOES) == set(parameters.PARAMETERS)


@pytest.mark.parametrize(
    ("parameter", "number", "no"),
    [
        (parameters.PLACEMENT_MIN_MONTHS, 12, ""),
        (parameters.PLACEMENT_MIN_MONTHS, 13, "不能大于该日的“见习最长期限”（12个月），请核对"),
        (parameters.PLACEMENT_MAX_MONTHS, 2, "不能小于该日的“见习最短期限”（3个月），请核对"),
        (parameters.YOUTH_MIN_AGE, 25, "应小于该日的“社会青年年龄上限（未满）”（25周岁），请核对"),
        (parameters.YOUTH_MAX_AGE, 17, ""),
        (parameters.SUBSIDY_CAP_MONTHS, 1, ""),
    ],
)
def test_a_shortest_is_never_longer_than_its_longest(
    parameter: policy.Parameter, number: int, no: str
) -> None:
    assert contradiction(parameter, number, [], CHAIN, TODAY) == no


def test_a_change_says_what_holds_instead_and_until_when() -> None:
    entries = [Entry(value(6_500, TODAY), 1), Entry(value(7_000, date(2027, 1, 1)), 2)]
    values = history(RATE, entries, CHAIN[1:], TODAY)

    assert told(RATE, value(6_600, TODAY), values, "济南市") == (
        "济南市自2026年11月20日起，见习补贴比例由65%改为66%。",
        "济南市同一日起原来的65%（李建国设置）由此更正，仍在历史中列出。",
        "济南市自2027年1月1日起已设置为70%，从该日起仍按该值。",
    )
    assert told(RATE, value(6_000, date(2026, 1, 1)), values, "济南市")[0] == (
        "济南市自2026年1月1日起，见习补贴比例本来就是60%，设置后不变，只记下新的依据。"
    )
    assert told(parameters.COHORT, value(2027, TODAY, "370000", "cohort"), (), "山东省") == (
        "山东省自2026年11月20日起，应届届别为2027届；该日原来没有值。",
    )
    assert (past(TODAY, TODAY), past(date(2026, 11, 19), TODAY)) == ((), (PAST,))


@pytest.mark.parametrize(
    ("effect", "sentences"),
    [
        (
            Effect(TODAY),
            ["目前没有待报送、已报送、已退回的补贴经费花名册包含该日以后的月份，不影响已经编制的花名册。"],
        ),
        (
            Effect(
                TODAY, open=4, changed=2, sent=1, people=31, before_fen=100_00, after_fen=90_01, accepted=1
            ),
            [
                "待报送、已报送、已退回的补贴经费花名册共有4份包含2026年11月20日以后的月份。其中2份、31人有变化，补贴（含保险补贴）"
                "合计由100.00元变为90.01元（减少9.99元）。",
                "其中1份已报送：接受时会与报送时的内容不一致，需退回，由单位按新的金额重新报送。",
                "已接受的花名册有1份包含这些月份，保持不变。确需按新值计算的，请对该花名册办理更正。",
            ],
        ),
        (
            Effect(TODAY, open=3, mended=1, lacking=1, left_out=1),
            [
                "待报送、已报送、已退回的补贴经费花名册共有3份包含2026年11月20日以后的月份。",
                "1份原来缺少标准、不能计算，设置后可以计算。",
                "1份仍缺少其他标准，不能计算，没有计入上面的数字。",
                "花名册或人员较多，另有1份没有逐份计算，没有计入上面的数字。",
            ],
        ),
        (
            Effect(TODAY, open=1),
            ["待报送、已报送、已退回的补贴经费花名册共有1份包含2026年11月20日以后的月份。金额都没有变化。"],
        ),
    ],
)
def test_what_it_would_do_is_told_in_numbers(effect: Effect, sentences: list[str]) -> None:
    assert list(effect.sentences) == sentences
