"""The columns of one person in a roster (花名册), put together from what the records say of the placement."""

from collections.abc import Iterable
from datetime import date

from jianxi.domain import departure_reasons, subsidy_months
from jianxi.domain.codes import INSURANCES
from jianxi.domain.periods import Period, first_gap, spoken
from jianxi.domain.registrations import Cover
from jianxi.domain.subsidies import Service

CURRENT, EARLIER, YOUTH = "应届毕业生", "往届毕业生", "社会青年"


def kind(cohort: int | None, current: int) -> str:
    """人员类别. `current` is the 应届届别 on 上岗日期, so that it does not change as the years pass."""
    if cohort is None:
        return YOUTH
    return CURRENT if cohort >= current else EARLIER


def last_day(service: Service, until: date) -> date | None:
    """实际离岗/期满日: once it is settled by 离岗 or 留用, else when the period ends by the roster's last day."""
    work = subsidy_months.served(service)
    if service.left_on is not None or work is None:
        return service.left_on
    is_settled = service.contract is not None or work.last <= until
    return work.last if is_settled else None


def leaving_reason(key: str, note: str) -> str:
    return departure_reasons.told(key, note) if key else ""


def insurance(covers: Iterable[Cover], service: Service) -> str:
    """保险情况: each policy with its days, and the first day of service that none covers."""
    known = tuple(covers)
    told = [_cover(each) for each in known]
    work = subsidy_months.served(service)
    gap = first_gap((Period(each.first_day, each.last_day) for each in known), work) if work else None
    return "；".join([*told, *([f"{spoken(gap)}起未覆盖"] if gap else [])])


def _cover(cover: Cover) -> str:
    by = "，".join(text for text in (cover.company, cover.policy_number) if text)
    days = f"{cover.first_day.isoformat()}至{cover.last_day.isoformat()}"
    return f"{INSURANCES[cover.kind]}（{by}，{days}）" if by else f"{INSURANCES[cover.kind]}（{days}）"
