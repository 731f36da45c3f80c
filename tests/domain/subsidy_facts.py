"""What the examples of 补贴经费 are told in: a county with its wages, and placements in one line."""

from datetime import date

from jianxi.domain.allowances import Raise
from jianxi.domain.periods import Period, days_in_month
from jianxi.domain.policy import PolicyValue, Value
from jianxi.domain.subsidies import Contract, MonthAmount, Rules, Service, Standing
from jianxi.domain.subsidy_months import months
from jianxi.domain.subsidy_rules import rules_for

CHAIN = ("370102", "370100", "370000")
PLACE = "济南市历下区"
NOTICE = "鲁政字〔2023〕172号"
WAGES = (
    ("2018-06-01", 191_000),
    ("2021-10-01", 210_000),
    ("2023-10-01", 220_000),
)
"""Entered; 2,400.00 from 2025-10-01 is shipped."""
AMPLE = 1_000_000
"""An allowance that is never under the wage."""


def day(text: str) -> date:
    return date.fromisoformat(text)


def value(key: str, since: str, new: Value, region: str = "370100") -> PolicyValue:
    return PolicyValue(key, region, new, day(since), "市通知", "zhang")


def wage(since: str, fen: int) -> PolicyValue:
    return PolicyValue("minimum_wage", "370102", fen, day(since), NOTICE, "zhang")


STANDARD = tuple(wage(since, fen) for since, fen in WAGES)


def rules(*more: PolicyValue) -> Rules:
    return rules_for("370102", PLACE, (*STANDARD, *more), CHAIN)


def asked(text: str) -> Period:
    """2025-08…2025-10: from the first of the first month to the last of the last."""
    first, _, last = text.partition("…")
    begins, ends = day(f"{first}-01"), day(f"{last or first}-01")
    return Period(begins, ends.replace(day=days_in_month(ends)))


def contract(first: str, last: str = "", insured: str = "") -> Contract:
    begins = day(first)
    ends = day(last) if last else date(begins.year + 3, begins.month, 1)
    return Contract(7, begins, ends, day(insured) if insured else None)


def placement(span: str, **facts: object) -> Service:
    """2025-08-01…2026-01-31, with what is said by word: left, leaving, contract, allowance, raises, approved."""
    first, _, last = span.partition("…")
    left, leaving = (str(facts.get(name, "")) for name in ("left", "leaving"))
    kept, raises = facts.get("contract"), facts.get("raises", ())
    allowance = facts.get("allowance", AMPLE)
    assert isinstance(raises, tuple) and isinstance(allowance, int)
    return Service(
        placement=int(str(facts.get("placement", 1))),
        starts_on=day(first),
        ends_on=day(last or first),
        is_approved=facts.get("approved", True) is True,
        allowance_fen=allowance,
        raises=tuple(Raise(day(since), fen) for since, fen in raises),
        left_on=day(left) if left else None,
        leaving_on=day(leaving) if leaving else None,
        contract=kept if isinstance(kept, Contract) else None,
    )


def told(amount: MonthAmount) -> str:
    """660.00; what is not paid has its word before it."""
    money = f"{'-' if amount.fen < 0 else ''}{abs(amount.fen) // 100}.{abs(amount.fen) % 100:02d}"
    words = {Standing.PAYABLE: "", Standing.PENDING: "待定", Standing.EXCLUDED: "不予"}
    return words[amount.standing] + money


def amounts(service: Service, period: str, *more: PolicyValue) -> str:
    return " ".join(told(each) for each in months(service, asked(period), rules(*more)))
