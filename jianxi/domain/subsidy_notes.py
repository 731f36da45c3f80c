"""Why the subsidised days of a month 补贴天数 end where they do, in a sentence that goes with the amount."""

from datetime import date

from jianxi.domain import timelines
from jianxi.domain.periods import DAY, Period, spoken
from jianxi.domain.subsidies import Rules, Service
from jianxi.domain.subsidy_rules import needed


def note(service: Service, work: Period | None, last: date, month_last: date, rules: Rules) -> str:
    """Empty for a month that is served to its end. `work` is the service, `last` the last subsidised day."""
    if last == month_last and work is not None and last <= work.last:
        return ""
    told = [] if work is not None and last <= work.last else [_early(service, rules)]
    told += [_end(service, last, rules)] if last < month_last else []
    return "；".join(each for each in told if each)


def _early(service: Service, rules: Rules) -> str:
    """The days after the service: those that an early labour contract leaves as agreed."""
    if service.contract is None:
        return ""
    begins = service.contract.first_day
    rule = timelines.on(rules.early_contract, begins)
    ground = f"（依据：{rule.source}）" if rule else ""
    return f"劳动合同自{spoken(begins)}起，提前签订劳动合同的，继续补贴剩余见习期限{ground}"


def _end(service: Service, last: date, rules: Rules) -> str:
    if last == service.ends_on:
        return f"见习期于{spoken(last)}届满"
    if last == service.left_on:
        return f"{spoken(last)}离岗"
    if service.contract is not None and last == service.contract.first_day - DAY:
        return f"劳动合同自{spoken(service.contract.first_day)}起，补贴计至前一日"
    cap = needed(rules, rules.cap_months, service.starts_on)
    return f"补贴最长{cap.value}个月，自上岗日期起计至{spoken(last)}（依据：{cap.source}）"
