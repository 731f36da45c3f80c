"""离岗日期 and 期望离岗日期: what a day must be, with the sentence that says so at its field."""

from datetime import date

from jianxi.domain.departure_reasons import NEVER_CAME
from jianxi.domain.periods import DAY, Period, spoken


def never_came_on(period: Period) -> date:
    """未上岗 is written as the day before the first, so that no day counts."""
    return period.first - DAY


def recorded_day(reason: str, typed: date | None, period: Period, today: date) -> tuple[date, str]:
    """离岗日期 of a 离岗登记 with that reason, and what is wrong with it ("" when it may stand)."""
    if reason == NEVER_CAME:
        day = never_came_on(period)
        wrong = typed not in (None, day)
        return (
            day,
            f"选择“未上岗”的，离岗日期为上岗日期的前一天（{spoken(day)}），请清空或改为这一天"
            if wrong
            else "",
        )
    if typed is None:
        return today, "请填写离岗日期"
    if typed > today:
        return typed, (
            f"离岗日期不能晚于今天（{spoken(today)}）。本人准备以后离岗的，可以由本人申请终止见习，"
            "或到离岗当天再登记"
        )
    hint = "。没有来上岗的，请在离岗原因中选择“未上岗”" if typed < period.first else ""
    wrong_day = outside(typed, period, "离岗日期")
    return typed, f"{wrong_day}{hint}"


def outside(day: date, period: Period, label: str) -> str:
    """What is wrong with a day that must lie in the period; "" for one that does."""
    if day in period:
        return ""
    span = f"{spoken(period.first)}至{spoken(period.last)}"
    return f"{label}应在见习期间（{span}）内，您填写了{spoken(day)}"
