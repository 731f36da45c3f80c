"""年度清算: what a year comes to at the raised rate, less what its period rosters have granted."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from jianxi.domain import subsidy_months
from jianxi.domain.periods import Period
from jianxi.domain.subsidies import MonthAmount, RetentionFigure, Rules, Service, Standing
from jianxi.domain.subsidy_rules import Lacking, needed

NOT_BEFORE = "该月在已接受的花名册中没有补贴，请先报送或更正该月的花名册"


def months(
    service: Service, year: int, rules: Rules, figure: RetentionFigure, before: Mapping[date, int]
) -> tuple[MonthAmount, ...]:
    """The differences by month; `before` is what was accepted, by the month's first day. Insurance has been granted
    with the months themselves. Raises `Lacking`."""
    served = subsidy_months.months(service, Period(date(year, 1, 1), date(year, 12, 31)), rules)
    bonus = _bonus(served, rules) if figure.is_reached else {}
    return tuple(_difference(amount, bonus.get(amount.month), before.get(amount.month)) for amount in served)


def _bonus(amounts: tuple[MonthAmount, ...], rules: Rules) -> dict[date, int]:
    """By how much the rate is raised, by month: the bonus in force on its first day."""
    found: dict[date, int] = {}
    lacking: list[str] = []
    for amount in amounts:
        try:
            found[amount.month] = int(needed(rules, rules.bonus, amount.month).value)
        except Lacking as lacks:
            lacking += lacks.sentences
    if lacking:
        raise Lacking(lacking)
    return found


def _difference(amount: MonthAmount, bonus: int | None, before: int | None) -> MonthAmount:
    """Without a bonus there is none to pay. What was excluded stays so: to take back what was granted for it, the
    roster that granted it is corrected."""
    standing, reason = amount.standing, amount.reason
    if before is None and standing is Standing.PAYABLE:
        standing, reason = Standing.PENDING, NOT_BEFORE
    fen = 0
    if bonus is not None and before is not None and standing is not Standing.EXCLUDED:
        rate = amount.rate + bonus
        fen = subsidy_months.granted(amount.parts, amount.counted_days, rate, amount.month_days) - before
    return replace(
        amount,
        standing=standing,
        reason=reason,
        fen=fen,
        insurance_month_fen=0,
        insurance_fen=0,
        settles=True,
        bonus=bonus or 0,
        before_fen=before,
    )
