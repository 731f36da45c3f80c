"""录用上岗登记: what a registration must keep to, by field, and what deserves a warning that the employer ticks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from jianxi.domain import ages, eligibility
from jianxi.domain.allowances import Raise
from jianxi.domain.eligibility import Graduate, Limits, Youth
from jianxi.domain.outcomes import Invalid
from jianxi.domain.periods import DAY, Period, end_after, first_gap, lasts_between, spoken
from jianxi.domain.registration_warnings import Caution

NOT_INSURED_PRIVATELY = "injury"
"""工伤保险 is paid to the state: it has neither company nor policy number."""
MOST_ROWS = 3


@dataclass(frozen=True, slots=True)
class Cover:
    """One row of 保险, as typed or as stored."""

    kind: str
    company: str
    policy_number: str
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True)
class Registration:
    """What the employer registers. Money in 分 a month."""

    starts_on: date
    ends_on: date
    allowance_fen: int
    mentor: str
    insurance: tuple[Cover, ...]


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What it is measured by: days, the parameters in force, the person, and what has happened since."""

    today: date
    registered_on: date
    """Of the first 录用上岗登记: how far back the start may lie is counted from it."""
    published_on: date
    """The position's first publication."""
    backdating_days: int
    least_months: int
    most_months: int
    who: Youth | Graduate
    limits: Limits
    was_on_duty: bool = False
    fixed: Period | None = None
    """The period that 离岗 or 留用 was built on: it stands."""
    raises: tuple[Raise, ...] = ()

    @property
    def earliest(self) -> date:
        return max(self.published_on, self.registered_on - timedelta(days=self.backdating_days))

    @property
    def latest(self) -> date:
        """A year ahead; later is a slip of the keyboard."""
        return self.today if self.was_on_duty else end_after(self.today, 12) + DAY


class Warned(Invalid):
    """Not yet registered: there are warnings that nobody has ticked, or messages while some stand."""

    def __init__(self, messages: Mapping[str, str], warnings: Sequence[Caution]) -> None:
        super().__init__(messages)
        self.warnings = tuple(warnings)


def faults(asked: Registration, seen: Circumstances) -> dict[str, str]:
    """Messages by field; empty when it can be registered."""
    found = insurance_faults(asked)
    told = {
        "starts_on": start_fault(asked.starts_on, seen),
        "ends_on": end_fault(asked, seen),
        "allowance": allowance_fault(asked, seen),
    }
    if seen.fixed is not None and (asked.starts_on, asked.ends_on) != (seen.fixed.first, seen.fixed.last):
        span = f"{spoken(seen.fixed.first)}至{spoken(seen.fixed.last)}"
        told["starts_on"] = f"此人已有离岗或留用记录，见习起止日期不能修改，应为{span}"
    return {name: sentence for name, sentence in told.items() if sentence} | found


def start_fault(day: date, seen: Circumstances) -> str:
    """Why the traineeship cannot begin on that day, and from when or until when it could."""
    return day_fault(day, seen) or person_fault(day, seen)


def day_fault(day: date, seen: Circumstances) -> str:
    """By the calendar alone: too early, or too far ahead."""
    if day < seen.published_on:
        return f"上岗日期不能早于该岗位首次发布的{spoken(seen.published_on)}，请改为{spoken(seen.earliest)}或以后"
    if day < seen.earliest:
        return (
            f"上岗日期最早可为{spoken(seen.earliest)}，即首次登记（{spoken(seen.registered_on)}）之前"
            f"{seen.backdating_days}天，请改为该日或以后"
        )
    if day <= seen.latest:
        return ""
    if seen.was_on_duty:
        return f"此人已经上岗，上岗日期不能晚于今天，请改为{spoken(seen.latest)}或以前"
    return f"上岗日期最晚可为{spoken(seen.latest)}（一年以内），请核对年份"


def person_fault(day: date, seen: Circumstances) -> str:
    """By age or cohort on that day."""
    refusal = eligibility.refusal(seen.who, day, seen.limits, act="上岗", name="该见习人员")
    return f"{refusal}（按上岗日期{spoken(day)}计算）{_until(seen)}" if refusal else ""


def _until(seen: Circumstances) -> str:
    """The last day on which somebody who grows too old could still begin, where that is not over."""
    if isinstance(seen.who, Graduate):
        return ""
    last = ages.birthday(seen.who.born, seen.limits.not_reached) - DAY
    first = ages.birthday(seen.who.born, seen.limits.youngest)
    return f"。上岗日期最晚可为{spoken(last)}" if first <= seen.earliest <= last else ""


def end_fault(asked: Registration, seen: Circumstances) -> str:
    """Why the period cannot end on that day: its length, or what was built on it."""
    if asked.ends_on < asked.starts_on:
        return f"见习结束日期不能早于上岗日期（{spoken(asked.starts_on)}），请核对"
    if asked.starts_on > seen.latest:
        # The year is a slip of the keyboard; months from there on would tell nothing.
        return ""
    if not lasts_between(Period(asked.starts_on, asked.ends_on), seen.least_months, seen.most_months):
        days = bounds(asked.starts_on, seen.least_months, seen.most_months)
        return f"见习期限应为{months(seen)}，见习结束日期应在{days}"
    outside = [each for each in seen.raises if not asked.starts_on <= each.starts_on <= asked.ends_on]
    if outside:
        return (
            f"生活费已从{spoken(outside[0].starts_on)}起调整，该日应在见习期内，请核对上岗日期和见习结束日期"
        )
    return ""


def months(seen: Circumstances) -> str:
    """3至12个月, or 6个月 where it can be nothing else."""
    least, most = seen.least_months, seen.most_months
    return f"{least}个月" if least == most else f"{least}至{most}个月"


def bounds(first: date, least: int, most: int) -> str:
    """Between which days the period of a start would have to end."""
    earliest, latest = end_after(first, least), end_after(first, most)
    return f"{spoken(earliest)}当天" if earliest == latest else f"{spoken(earliest)}至{spoken(latest)}之间"


def allowance_fault(asked: Registration, seen: Circumstances) -> str:
    """What was raised since is more than what is registered."""
    first = min(seen.raises, key=lambda each: each.allowance_fen, default=None)
    if first is None or asked.allowance_fen < first.allowance_fen:
        return ""
    return f"生活费已从{spoken(first.starts_on)}起调高，登记的生活费应低于调整后的数额，请核对"


def insurance_faults(asked: Registration) -> dict[str, str]:
    """By row and field; "insurance" for what the rows fail at together."""
    found: dict[str, str] = {}
    for place, row in enumerate(asked.insurance):
        at = f"insurance-{place}-"
        if row.kind != NOT_INSURED_PRIVATELY:
            found |= {at + "company": "请填写保险公司"} if not row.company else {}
            found |= {at + "policy_number": "请填写保单号"} if not row.policy_number else {}
        if row.last_day < row.first_day:
            found[at + "last_day"] = f"保险终止日期不能早于保险起始日期（{spoken(row.first_day)}），请核对"
    if not 1 <= len(asked.insurance) <= MOST_ROWS:
        found["insurance"] = f"保险应为1至{MOST_ROWS}项，您填写了{len(asked.insurance)}项"
    gap = uncovered(asked)
    if gap is not None and not any(name.endswith("last_day") for name in found):
        found["insurance"] = (
            f"保险应覆盖整个见习期，{spoken(gap)}没有保险。请核对保险起止日期，或增加一项包含该日的保险"
        )
    return found


def uncovered(asked: Registration) -> date | None:
    """The first day of the period without insurance; None where there is none, or no period yet."""
    if asked.ends_on < asked.starts_on:
        return None
    parts = (Period(row.first_day, row.last_day) for row in asked.insurance if row.first_day <= row.last_day)
    return first_gap(parts, Period(asked.starts_on, asked.ends_on))
