"""How an amount of 补贴经费 explains itself: days, wage with its notice, rate, method, what was granted before, and why
nothing is paid. Everything comes from the amount, so that a frozen one is told with what held then."""

from datetime import date

from jianxi.domain.money import format_yuan
from jianxi.domain.parameters import PART_MONTH_METHOD, SUBSIDY_RATE
from jianxi.domain.periods import spoken
from jianxi.domain.policy import format_value
from jianxi.domain.subsidies import Method, MonthAmount, Part, RetentionFigure, Standing
from jianxi.domain.subsidy_months import HALF_A_MONTH, WHOLE

STANDINGS = {Standing.PAYABLE: "计入", Standing.PENDING: "待定", Standing.EXCLUDED: "不予补贴"}
Line = tuple[str, str]
"""Label and text."""


def lines(amount: MonthAmount, figure: RetentionFigure | None = None) -> tuple[Line, ...]:
    """What the amount is made of. A settlement is told with its retention figure."""
    told: list[Line] = [("补贴天数", days(amount))]
    told += [("最低工资标准", _wage(part, len(amount.parts) > 1)) for part in amount.parts]
    told += [("补贴比例", _rate(amount))]
    told += [("提高补贴比例", raised(amount, figure))] if figure else []
    told += [("不足整月的计算方法", method(amount))]
    told += [("生活费", _allowance(amount.allowance_day, amount))] if amount.allowance_day else []
    told += [("计算", formula(amount))]
    told += [("保险补贴", insurance(amount))] if amount.insurance_month_fen else []
    told += [(STANDINGS[amount.standing], amount.reason)] if amount.reason else []
    return tuple(told)


def formula(amount: MonthAmount) -> str:
    """2,200.00 元 × 60% × 15/30 天 = 660.00 元."""
    if amount.standing is Standing.EXCLUDED:
        return "不予补贴，0.00 元"
    return _difference(amount) if amount.settles else _product(amount, amount.fen)


def days(amount: MonthAmount) -> str:
    """15 天（9月16日至9月30日），当月共 30 天, and why they end before the month does."""
    count = (amount.last - amount.first).days + 1
    first, last = (f"{day.month}月{day.day}日" for day in (amount.first, amount.last))
    span = first if first == last else f"{first}至{last}"
    is_whole = count == amount.month_days
    told = f"{count} 天（整月）" if is_whole else f"{count} 天（{span}），当月共 {amount.month_days} 天"
    return f"{told}。{amount.note}" if amount.note else told


def method(amount: MonthAmount) -> str:
    """按天, or what another method makes of the month."""
    name = format_value(PART_MONTH_METHOD, amount.method)
    count = (amount.last - amount.first).days + 1
    if amount.method is Method.BY_DAY or count == amount.month_days:
        return name
    if amount.counted_days:
        return f"{name}：本月 {count} 天，已满 {HALF_A_MONTH} 天，按整月计算"
    short = f"不满 {HALF_A_MONTH} 天" if amount.method is Method.FROM_15_DAYS else "不是整月"
    return f"{name}：本月 {count} 天，{short}，不计补贴"


def raised(amount: MonthAmount, figure: RetentionFigure) -> str:
    """Why the rate is raised, or is not."""
    if not figure.is_reached:
        return f"{rate_of(figure)}，补贴比例不提高"
    points, higher = _share(amount.bonus).removesuffix("%"), _share(amount.rate + amount.bonus)
    return f"{rate_of(figure)}，提高 {points} 个百分点，按 {higher} 计算"


def rate_of(figure: RetentionFigure) -> str:
    """2025年留用率 6/10（60%），达到 50%（通知）. What is not whole is cut off, so that 49.999 % never reads as 50 %."""
    retained, total = len(figure.retained), len(figure.retained) + len(figure.completed)
    threshold = f"{_share(figure.threshold)}（依据：{figure.threshold_source}）"
    if not total:
        return f"{figure.year}年留用率 —（没有见习期满或留用的人员），未达到 {threshold}"
    reached = "达到" if figure.is_reached else "未达到"
    share = _share(retained * WHOLE // total)
    return f"{figure.year}年留用率 {retained}/{total}（{share}），{reached} {threshold}"


def insurance(amount: MonthAmount) -> str:
    """15.00 元 × 10/31 天 = 4.84 元."""
    if amount.standing is Standing.EXCLUDED:
        return "不予补贴，0.00 元"
    share = f"{amount.counted_days}/{amount.month_days} 天"
    return f"{_yuan(amount.insurance_month_fen)} × {share} = {_yuan(amount.insurance_fen)}"


def _difference(amount: MonthAmount) -> str:
    if amount.before_fen is None:
        return "尚无已接受的补贴，暂不计算差额，0.00 元"
    before = _yuan(amount.before_fen)
    if not amount.bonus:
        return f"补贴比例不提高，已补贴 {before}，差额 0.00 元"
    return (
        f"{_product(amount, amount.fen + amount.before_fen)}；减去已补贴 {before}，差额 {_yuan(amount.fen)}"
    )


def _product(amount: MonthAmount, fen: int) -> str:
    rate, length = _share(amount.rate + amount.bonus), amount.month_days
    if not amount.counted_days:
        return f"本月不计天数，{_yuan(fen)}"
    if len(amount.parts) == 1:
        wage = _yuan(amount.parts[0].wage_fen)
        return f"{wage} × {rate} × {amount.counted_days}/{length} 天 = {_yuan(fen)}"
    wages = " + ".join(f"{_yuan(part.wage_fen)} × {part.days} 天" for part in amount.parts)
    return f"（{wages}）× {rate} ÷ {length} 天 = {_yuan(fen)}"


def _wage(part: Part, is_one_of_many: bool) -> str:
    told = f"每月 {_yuan(part.wage_fen)}，自{spoken(part.since)}起执行（依据：{part.source}）"
    return f"{part.days} 天：{told}" if is_one_of_many else told


def _rate(amount: MonthAmount) -> str:
    return f"{_share(amount.rate)}，自{spoken(amount.rate_since)}起执行（依据：{amount.rate_source}）"


def _allowance(day: date, amount: MonthAmount) -> str:
    compared = "低于" if amount.allowance_fen < amount.allowance_wage_fen else "不低于"
    wage = _yuan(amount.allowance_wage_fen)
    told = f"每月 {_yuan(amount.allowance_fen)}（{day.month}月{day.day}日）"
    return f"{told}，{compared}当日的最低工资标准 {wage}"


def _yuan(fen: int) -> str:
    return f"{format_yuan(fen)} 元"


def _share(share: int) -> str:
    return format_value(SUBSIDY_RATE, share)
