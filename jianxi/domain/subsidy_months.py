"""补贴经费 month by month: which days of a placement are subsidised, and what each month comes to, to the 分."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from jianxi.domain import timelines
from jianxi.domain.allowances import allowance_on
from jianxi.domain.money import format_yuan
from jianxi.domain.periods import DAY, Period, calendar_months, end_after, month_of, overlap, spoken
from jianxi.domain.subsidies import InForce, Method, MonthAmount, Part, Rules, Service, Standing
from jianxi.domain.subsidy_notes import note
from jianxi.domain.subsidy_rules import Lacking, lacks, needed

WHOLE = 10_000
"""Shares are hundredths of a percent: so many are everything."""
HALF_A_MONTH = 15


@dataclass(frozen=True, slots=True)
class _Terms:
    """What holds in a month, whoever serves in it."""

    length: int
    method: Method
    rate: int
    since: InForce
    insurance_fen: int


def served(service: Service) -> Period | None:
    """在岗: from 上岗日期 to the earliest of 见习结束日期, approved 离岗日期, and the day before a labour contract."""
    last = min(service.ends_on, service.left_on or service.ends_on)
    if service.contract is not None:
        last = min(last, service.contract.first_day - DAY)
    return Period(service.starts_on, last) if service.starts_on <= last else None


def span(service: Service, rules: Rules) -> Period | None:
    """The days that are subsidised. An early contract leaves them as they were agreed, while its rule is in force on
    the contract's first day; they are never more than the cap in force on 上岗日期."""
    work = served(service)
    last = work.last if work else service.starts_on - DAY
    if service.contract is not None:
        rule = timelines.on(rules.early_contract, service.contract.first_day)
        if rule is not None and rule.value is True:
            last = min(service.ends_on, service.left_on or service.ends_on)
    cap = int(needed(rules, rules.cap_months, service.starts_on).value)
    last = min(last, end_after(service.starts_on, cap))
    return Period(service.starts_on, last) if service.starts_on <= last else None


def months(service: Service, asked: Period, rules: Rules) -> tuple[MonthAmount, ...]:
    """Each calendar month of those asked for in which a day is subsidised; raises `Lacking` with all that lacks."""
    whole = span(service, rules)
    sought = whole and overlap(whole, Period(month_of(asked.first).first, month_of(asked.last).last))
    if not sought:
        return ()
    work = served(service)
    amounts: list[MonthAmount] = []
    lacking: list[str] = []
    for month in _touched(sought):
        try:
            amounts.append(_month(service, month, sought, work, rules))
        except Lacking as found:
            lacking += found.sentences
    if lacking:
        raise Lacking(lacking)
    return tuple(amounts)


def granted(parts: Iterable[Part], counted_days: int, rate: int, month_days: int) -> int:
    """Σ w · r · d / n, rounded half up to the 分, once. Nothing but whole numbers is computed with."""
    if not counted_days:
        return 0
    return rounded(sum([part.wage_fen * part.days for part in parts]) * rate, WHOLE * month_days)


def rounded(number: int, divisor: int) -> int:
    """Half up."""
    return (2 * number + divisor) // (2 * divisor)


def _month(service: Service, month: Period, sought: Period, work: Period | None, rules: Rules) -> MonthAmount:
    terms = _terms(rules, month)
    first, last = max(sought.first, month.first), min(sought.last, month.last)
    counted = _counted(terms, (last - first).days + 1)
    parts = _parts(rules, *((month.first, month.last) if counted == terms.length else (first, last)))
    day, allowance, wage = _allowance(service, month, work, rules)
    standing, reason = _standing(service, month, day, allowance, wage)
    is_none = standing is Standing.EXCLUDED
    return MonthAmount(
        month=month.first,
        first=first,
        last=last,
        month_days=terms.length,
        method=terms.method,
        counted_days=counted,
        parts=parts,
        rate=terms.rate,
        rate_since=terms.since.since,
        rate_source=terms.since.source,
        standing=standing,
        reason=reason,
        allowance_fen=allowance,
        allowance_day=day,
        allowance_wage_fen=wage,
        fen=0 if is_none else granted(parts, counted, terms.rate, terms.length),
        insurance_month_fen=terms.insurance_fen,
        insurance_fen=0 if is_none else rounded(terms.insurance_fen * counted, terms.length),
        note=note(service, work, last, month.last, rules),
    )


@lru_cache(maxsize=4_096)
def _touched(days: Period) -> tuple[Period, ...]:
    return tuple(calendar_months(days))


@lru_cache(maxsize=4_096)
def _terms(rules: Rules, month: Period) -> _Terms:
    """Raises `Lacking`. Thousands of people share a month: it is looked up for the first of them."""
    method = Method(str(needed(rules, rules.method, month.first).value))
    rate = needed(rules, rules.rate, month.first)
    insurance = int(needed(rules, rules.insurance, month.first).value)
    return _Terms(month.days, method, int(rate.value), rate, insurance)


def _counted(terms: _Terms, days: int) -> int:
    """How many days of the month count."""
    match terms.method:
        case Method.BY_DAY:
            return days
        case Method.FROM_15_DAYS:
            return terms.length if days >= HALF_A_MONTH else 0
        case Method.FULL_MONTHS:
            return terms.length if days == terms.length else 0


@lru_cache(maxsize=4_096)
def _parts(rules: Rules, first: date, last: date) -> tuple[Part, ...]:
    """The days by wage; raises `Lacking` when one of them has none."""
    days = Period(first, last)
    parts = tuple(
        Part(count, int(found.value), found.since, found.source)
        for count, found in timelines.during(rules.wage, days)
    )
    if sum(part.days for part in parts) < days.days:
        raise lacks(rules, rules.wage, first)
    return parts


def _allowance(
    service: Service, month: Period, work: Period | None, rules: Rules
) -> tuple[date | None, int, int]:
    """The last day of service in the month, with 生活费 and wage of that day; none after the service."""
    if work is None or work.last < month.first:
        return None, 0, 0
    last = min(work.last, month.last)
    wage = int(needed(rules, rules.wage, last).value)
    return last, allowance_on(service.allowance_fen, service.raises, last), wage


def _standing(
    service: Service, month: Period, day: date | None, allowance: int, wage: int
) -> tuple[Standing, str]:
    """Whether the month is paid, and why not. What waits for a departure goes before the allowance, since the day on
    which that is compared may still move."""
    if not service.is_approved:
        return Standing.EXCLUDED, "上岗审核尚未通过"
    if service.leaving_on is not None and service.leaving_on <= month.last:
        return Standing.PENDING, f"离岗（{spoken(service.leaving_on)}）正在办理，办结后再计算"
    if day is not None and allowance < wage:
        told = f"生活费每月{format_yuan(allowance)}元，低于当日执行的最低工资标准{format_yuan(wage)}元"
        return Standing.EXCLUDED, f"{spoken(day)}的{told}"
    return Standing.PAYABLE, ""
