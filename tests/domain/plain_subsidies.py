"""补贴经费 once more, by PRODUCT.md 12 and day by day with fractions: slow, and written without the product's own."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from math import floor

from jianxi.domain import parameters, policy
from jianxi.domain.policy import PolicyValue, Value
from jianxi.domain.subsidies import Service

Lookup = Callable[[str, date], Value | None]
Month = tuple[str, int, int]
"""What becomes of it, its money and its insurance."""


def lookup(values: Iterable[PolicyValue], chain: tuple[str, ...]) -> Lookup:
    """Asks the parameters themselves, a day at a time."""
    entered = tuple(values)

    @cache
    def on(key: str, day: date) -> Value | None:
        found = policy.in_force(parameters.PARAMETERS[key], entered, chain, day)
        return found.value if found else None

    return on


def months(service: Service, first: date, last: date, on: Lookup) -> dict[date, Month]:
    """By the month's first day, where a day is subsidised; `first` begins a month and `last` ends one."""
    by_month: dict[date, list[date]] = {}
    for ahead in range((last - first).days + 1):
        by_month.setdefault((first + timedelta(ahead)).replace(day=1), []).append(first + timedelta(ahead))
    subsidised = {
        month: [day for day in days if is_paid(service, day, on)] for month, days in by_month.items()
    }
    return {month: _month(service, by_month[month], days, on) for month, days in subsidised.items() if days}


def retained_and_completed(
    services: Iterable[Service], year: int, on: Lookup
) -> tuple[list[int], list[int], bool]:
    """Of whom 留用率 is made, and whether it reaches the threshold."""
    least = int(on("retention_contract_months", date(year, 12, 31)) or 0)
    retained, completed = [], []
    for each in (each for each in services if each.is_approved):
        kept = each.contract
        counts = (
            kept and kept.insured_on and _months_on(kept.first_day, least) <= kept.last_day + timedelta(1)
        )
        if kept and kept.insured_on and counts:
            retained += [each.placement] if max(kept.first_day, kept.insured_on).year == year else []
        elif not each.left_on and each.ends_on.year == year:
            completed.append(each.placement)
    total = len(retained) + len(completed)
    needed = Fraction(int(on("retention_threshold", date(year, 12, 31)) or 0), 10_000)
    return retained, completed, total > 0 and Fraction(len(retained), total) >= needed


def difference(service: Service, month: date, before: Mapping[date, int], on: Lookup) -> int:
    """What 年度清算 adds to a month that was granted, at the raised rate."""
    last = _months_on(month, 1) - timedelta(1)
    share = int(on("subsidy_rate", month) or 0) + int(on("retention_bonus", month) or 0)
    whole = [month + timedelta(ahead) for ahead in range(last.day)]
    days = [day for day in whole if is_paid(service, day, on)]
    return _money(_counted(whole, days, on), share, len(whole), on) - before[month]


def _month(service: Service, whole: list[date], days: list[date], on: Lookup) -> Month:
    counted = _counted(whole, days, on)
    fen = _money(counted, int(on("subsidy_rate", whole[0]) or 0), len(whole), on)
    covered = Fraction(int(on("insurance_subsidy", whole[0]) or 0) * len(counted), len(whole))
    worked = [day for day in whole if service.starts_on <= day and works(service, day)]
    if not service.is_approved:
        return "excluded", 0, 0
    if service.leaving_on and service.leaving_on <= whole[-1]:
        return "pending", fen, _half_up(covered)
    if worked and allowance(service, worked[-1]) < int(on("minimum_wage", worked[-1]) or 0):
        return "excluded", 0, 0
    return "payable", fen, _half_up(covered)


def _money(days: list[date], share: int, length: int, on: Lookup) -> int:
    wages = sum(Fraction(int(on("minimum_wage", day) or 0), length) for day in days)
    return _half_up(Fraction(wages) * Fraction(share, 10_000))


def _counted(whole: list[date], days: list[date], on: Lookup) -> list[date]:
    method = on("part_month_method", whole[0])
    if method == "by_day":
        return days
    is_enough = len(days) >= 15 if method == "from_15_days" else days == whole
    return whole if is_enough else []


def works(service: Service, day: date) -> bool:
    has_left = service.left_on is not None and day > service.left_on
    is_employed = service.contract is not None and day >= service.contract.first_day
    return day <= service.ends_on and not has_left and not is_employed


def is_paid(service: Service, day: date, on: Lookup) -> bool:
    cap = int(on("subsidy_cap_months", service.starts_on) or 0)
    if not service.starts_on <= day < _months_on(service.starts_on, cap):
        return False
    is_early = service.contract is not None and on("early_contract", service.contract.first_day) is True
    has_left = service.left_on is not None and day > service.left_on
    return works(service, day) or (is_early and day <= service.ends_on and not has_left)


def allowance(service: Service, day: date) -> int:
    return max([service.allowance_fen, *(r.allowance_fen for r in service.raises if r.starts_on <= day)])


def _months_on(day: date, count: int) -> date:
    """The same day so many months on; where there is none, the first of the month after."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year, month + 2, 1)


def _half_up(number: Fraction) -> int:
    return floor(number + Fraction(1, 2))
