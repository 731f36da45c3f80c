"""How an amount of 补贴经费 reads to whoever asks where it comes from."""

from datetime import date

import pytest

from jianxi.domain import settlements, subsidy_words
from jianxi.domain.policy import PolicyValue
from jianxi.domain.retention_rates import figure
from jianxi.domain.subsidies import MonthAmount, RetentionFigure, Service
from jianxi.domain.subsidy_months import months
from tests.domain.subsidy_cases import MARCH
from tests.domain.subsidy_facts import asked, contract, placement, rules
from tests.domain.subsidy_standing_cases import COVER, FIFTEEN, WHOLE

NOTICE = "（依据：关于进一步加强青年就业见习工作的通知（2022年））"
FORMULAS: dict[str, tuple[Service, str, tuple[PolicyValue, ...], str]] = {
    "half a month": (
        placement("2025-09-16…2025-12-15"),
        "2025-09",
        (),
        "2,200.00 元 × 60% × 15/30 天 = 660.00 元",
    ),
    "a whole one": (
        placement("2025-09-16…2025-12-15"),
        "2025-10",
        (),
        "2,400.00 元 × 60% × 31/31 天 = 1,440.00 元",
    ),
    "two wages": (
        placement("2026-03-01…2026-03-31"),
        "2026-03",
        MARCH,
        "（2,400.00 元 × 15 天 + 2,500.00 元 × 16 天）× 60% ÷ 31 天 = 1,470.97 元",
    ),
    "15 days as a month": (
        placement("2025-10-01…2025-10-15"),
        "2025-10",
        FIFTEEN,
        "2,400.00 元 × 60% × 31/31 天 = 1,440.00 元",
    ),
    "too few days": (placement("2025-10-01…2025-10-14"), "2025-10", FIFTEEN, "本月不计天数，0.00 元"),
    "under the wage": (placement("2025-10-01…2025-10-31", allowance=1), "2025-10", (), "不予补贴，0.00 元"),
}
NOTES: dict[str, tuple[Service, str, tuple[PolicyValue, ...], str]] = {
    "a whole month": (placement("2025-08-01…2025-12-31"), "2025-10", (), "31 天（整月）"),
    "the first": (
        placement("2025-09-16…2025-12-15"),
        "2025-09",
        (),
        "15 天（9月16日至9月30日），当月共 30 天",
    ),
    "the last": (
        placement("2025-09-16…2025-12-15"),
        "2025-12",
        (),
        "15 天（12月1日至12月15日），当月共 31 天。见习期于2025年12月15日届满",
    ),
    "left": (
        placement("2025-09-16…2025-12-15", left="2025-10-01"),
        "2025-10",
        (),
        "1 天（10月1日），当月共 31 天。2025年10月1日离岗",
    ),
    "kept": (
        placement("2025-09-16…2025-12-15", contract=contract("2025-10-11")),
        "2025-10",
        (),
        "10 天（10月1日至10月10日），当月共 31 天。劳动合同自2025年10月11日起，补贴计至前一日",
    ),
    "capped": (
        placement("2024-10-16…2026-03-31"),
        "2025-10",
        (),
        "15 天（10月1日至10月15日），当月共 31 天。补贴最长12个月，自上岗日期起计至2025年10月15日（依据：鲁人社字〔2019〕72号）",
    ),
    "kept early": (
        placement("2023-09-01…2023-12-15", contract=contract("2023-11-11")),
        "2023-12",
        (),
        "15 天（12月1日至12月15日），当月共 31 天。劳动合同自2023年11月11日起，提前签订劳动合同的，继续补贴剩余见习期限"
        "（依据：七部门就业见习通知（2020年））；见习期于2023年12月15日届满",
    ),
}
METHODS = {
    "15 days": (
        placement("2025-10-01…2025-10-15"),
        FIFTEEN,
        "满15天按整月：本月 15 天，已满 15 天，按整月计算",
    ),
    "14 days": (
        placement("2025-10-01…2025-10-14"),
        FIFTEEN,
        "满15天按整月：本月 14 天，不满 15 天，不计补贴",
    ),
    "a part": (placement("2025-10-01…2025-10-30"), WHOLE, "仅计整月：本月 30 天，不是整月，不计补贴"),
    "a whole": (placement("2025-10-01…2025-10-31"), WHOLE, "仅计整月"),
}


def one(service: Service, period: str, *more: PolicyValue) -> MonthAmount:
    (amount,) = months(service, asked(period), rules(*more))
    return amount


@pytest.mark.parametrize(("service", "period", "more", "expected"), FORMULAS.values(), ids=FORMULAS.keys())
def test_the_formula_has_the_figures_of_the_amount(
    service: Service, period: str, more: tuple[PolicyValue, ...], expected: str
) -> None:
    assert subsidy_words.formula(one(service, period, *more)) == expected


@pytest.mark.parametrize(("service", "period", "more", "expected"), NOTES.values(), ids=NOTES.keys())
def test_the_days_say_why_they_end(
    service: Service, period: str, more: tuple[PolicyValue, ...], expected: str
) -> None:
    assert subsidy_words.days(one(service, period, *more)) == expected


@pytest.mark.parametrize(("service", "more", "expected"), METHODS.values(), ids=METHODS.keys())
def test_the_method_says_what_it_makes_of_the_month(
    service: Service, more: tuple[PolicyValue, ...], expected: str
) -> None:
    assert subsidy_words.method(one(service, "2025-10", *more)) == expected


def test_an_amount_is_told_with_every_source() -> None:
    amount = one(placement("2025-09-16…2025-12-15", allowance=260_000), "2025-09", *COVER)

    assert subsidy_words.lines(amount) == (
        ("补贴天数", "15 天（9月16日至9月30日），当月共 30 天"),
        ("最低工资标准", "每月 2,200.00 元，自2023年10月1日起执行（依据：鲁政字〔2023〕172号）"),
        ("补贴比例", f"60%，自2022年1月1日起执行{NOTICE}"),
        ("不足整月的计算方法", "按天"),
        ("生活费", "每月 2,600.00 元（9月30日），不低于当日的最低工资标准 2,200.00 元"),
        ("计算", "2,200.00 元 × 60% × 15/30 天 = 660.00 元"),
        ("保险补贴", "15.00 元 × 15/30 天 = 7.50 元"),
    )


def test_each_wage_of_the_month_is_told_with_its_days_and_its_notice() -> None:
    amount = one(placement("2026-03-01…2026-03-31"), "2026-03", *MARCH)

    assert [text for label, text in subsidy_words.lines(amount) if label == "最低工资标准"] == [
        "15 天：每月 2,400.00 元，自2025年10月1日起执行（依据：鲁政字〔2025〕140号）",
        "16 天：每月 2,500.00 元，自2026年3月16日起执行（依据：鲁政字〔2023〕172号）",
    ]


def test_what_is_not_paid_ends_with_why() -> None:
    poor = one(placement("2025-10-01…2025-10-31", allowance=230_000), "2025-10", *COVER)
    new = one(placement("2025-10-01…2025-10-31", approved=False), "2025-10")
    leaving = one(placement("2025-10-01…2025-10-31", leaving="2025-10-10"), "2025-10")

    assert subsidy_words.lines(poor)[-4:] == (
        ("生活费", "每月 2,300.00 元（10月31日），低于当日的最低工资标准 2,400.00 元"),
        ("计算", "不予补贴，0.00 元"),
        ("保险补贴", "不予补贴，0.00 元"),
        ("不予补贴", "2025年10月31日的生活费每月2,300.00元，低于当日执行的最低工资标准2,400.00元"),
    )
    assert subsidy_words.lines(new)[-1] == ("不予补贴", "上岗审核尚未通过")
    assert subsidy_words.lines(leaving)[-1] == ("待定", "离岗（2025年10月10日）正在办理，办结后再计算")


def settled(services: list[Service], before: dict[date, int]) -> tuple[MonthAmount, RetentionFigure]:
    known = rules()
    found = figure(services, 2025, known)
    return settlements.months(services[0], 2025, known, found, before)[-1], found


def test_a_settlement_says_why_the_rate_is_raised_and_what_was_granted() -> None:
    kept = placement("2025-09-16…2025-11-30", contract=contract("2025-12-01", "2026-11-30", "2025-12-01"))
    others = [placement("2025-01-01…2025-06-30", placement=each) for each in (2, 3)]

    raised = subsidy_words.lines(*settled([kept, others[0]], {date(2025, 11, 1): 144_000}))
    waiting = subsidy_words.lines(*settled([kept], {}))
    same = subsidy_words.lines(*settled([kept, *others], {date(2025, 11, 1): 144_000}))

    assert raised[3] == (
        "提高补贴比例",
        f"2025年留用率 1/2（50%），达到 50%{NOTICE}，提高 10 个百分点，按 70% 计算",
    )
    assert (
        raised[-1][1] == "2,400.00 元 × 70% × 30/30 天 = 1,680.00 元；减去已补贴 1,440.00 元，差额 240.00 元"
    )
    assert waiting[-2][1] == "尚无已接受的补贴，暂不计算差额，0.00 元"
    assert same[3] == ("提高补贴比例", f"2025年留用率 1/3（33.33%），未达到 50%{NOTICE}，补贴比例不提高")
    assert same[-1][1] == "补贴比例不提高，已补贴 1,440.00 元，差额 0.00 元"


def test_a_share_just_under_the_threshold_never_reads_as_reaching_it() -> None:
    under = RetentionFigure(2025, tuple(range(49_999)), tuple(range(50_001)), 5_000, "通知", False)
    nobody = RetentionFigure(2025, (), (), 5_000, "通知", False)

    assert subsidy_words.rate_of(under) == "2025年留用率 49999/100000（49.99%），未达到 50%（依据：通知）"
    assert (
        subsidy_words.rate_of(nobody)
        == "2025年留用率 —（没有见习期满或留用的人员），未达到 50%（依据：通知）"
    )
