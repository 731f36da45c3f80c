"""离岗日期 as it is told: only what was recorded or confirmed, and no day for who never came."""

from datetime import date

from jianxi.domain.departures import DepartureFacts, DepartureState, is_appeal_rejected
from jianxi.domain.periods import spoken

_SETTLED = (DepartureState.WAITING_CERTIFICATE, DepartureState.WAITING, DepartureState.APPROVED)


def has_day(facts: DepartureFacts) -> bool:
    """Whether 离岗日期 was recorded, or confirmed by employer or office; before that it is only what the person wishes, and
    after 撤回 nothing at all."""
    if facts.state == DepartureState.REJECTED:
        return not is_appeal_rejected(facts)
    return facts.state in _SETTLED


def day_told(day: date, start: date) -> str:
    """Of who never came it is the day before the first, which nobody needs to be told."""
    return spoken(day) if day >= start else "未上岗，没有见习天数"
