"""The checks already done of a registration (录用上岗登记), each with its result, for the office that decides."""

from collections.abc import Collection
from dataclasses import dataclass

from jianxi.domain import ages, cohorts, registrations
from jianxi.domain.agreements import length
from jianxi.domain.codes import INSURANCES
from jianxi.domain.eligibility import Graduate
from jianxi.domain.money import format_short
from jianxi.domain.periods import Period, end_after, spoken
from jianxi.domain.registration_warnings import Caution
from jianxi.domain.registrations import Circumstances, Registration

MET, DOUBTFUL, UNMET = "ok", "warn", "bad"
"""The kinds of note that show them."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: what was looked at, how it stands, and by which figures."""

    name: str
    kind: str
    sentence: str


def done(
    asked: Registration, seen: Circumstances, months: int, wage_fen: int | None, warned: Collection[Caution]
) -> tuple[Check, ...]:
    """`months` is the position's 岗位期限."""
    return (
        _length(asked, seen),
        *_unlike_position(asked, months),
        _start(asked, seen),
        _insurance(asked),
        _person(asked, seen),
        _allowance(asked, wage_fen, warned),
    )


def _judged(name: str, fault: str, sentence: str) -> Check:
    return Check(name, UNMET, fault) if fault else Check(name, MET, sentence)


def _length(asked: Registration, seen: Circumstances) -> Check:
    days = Period(asked.starts_on, asked.ends_on).days
    span = f"{spoken(asked.starts_on)}至{spoken(asked.ends_on)}，共{days}天"
    return _judged(
        "见习期限", registrations.end_fault(asked, seen), f"{span}，应为{registrations.months(seen)}"
    )


def _unlike_position(asked: Registration, months: int) -> tuple[Check, ...]:
    """Nothing forbids another length than the one that was published; it is told where it is another."""
    if asked.ends_on == end_after(asked.starts_on, months):
        return ()
    registered = length(Period(asked.starts_on, asked.ends_on))
    return (Check("岗位期限", DOUBTFUL, f"岗位公布的期限为{months}个月，登记的见习期限为{registered}"),)


def _start(asked: Registration, seen: Circumstances) -> Check:
    day = spoken(asked.starts_on)
    told = f"{day}，不早于岗位首次发布（{spoken(seen.published_on)}）"
    if asked.starts_on < seen.registered_on:
        back = (seen.registered_on - asked.starts_on).days
        told += f"，早于首次登记{back}天（最多{seen.backdating_days}天）"
    return _judged("上岗日期", registrations.day_fault(asked.starts_on, seen), told)


def _insurance(asked: Registration) -> Check:
    gap = registrations.uncovered(asked)
    kinds = "、".join(dict.fromkeys(INSURANCES.get(row.kind, row.kind) for row in asked.insurance))
    return _judged("保险覆盖", f"{spoken(gap)}没有保险" if gap else "", f"{kinds}，覆盖整个见习期")


def _person(asked: Registration, seen: Circumstances) -> Check:
    fault = registrations.person_fault(asked.starts_on, seen)
    if isinstance(seen.who, Graduate):
        admitted = (
            f"{cohorts.label(seen.limits.cohort - seen.limits.window)}至{cohorts.label(seen.limits.cohort)}"
        )
        return _judged("届别", fault, f"{cohorts.label(seen.who.cohort)}毕业生，上岗时可参加的是{admitted}")
    age = ages.age_on(seen.who.born, asked.starts_on)
    return _judged("年龄", fault, f"上岗日期当天{age}周岁，要求{seen.limits.ages}")


def _allowance(asked: Registration, wage_fen: int | None, warned: Collection[Caution]) -> Check:
    unknown = "；当地没有录入最低工资标准，无法与之比较" if wage_fen is None else ""
    if warned:
        told = "；".join(each.sentence for each in warned)
        return Check("生活费", DOUBTFUL, f"{told}；单位已确认{unknown}")
    amount = f"每月{format_short(asked.allowance_fen)}元，不低于岗位公布的月生活费"
    if wage_fen is None:
        return Check("生活费", DOUBTFUL, amount + unknown)
    return Check("生活费", MET, f"{amount}和当地月最低工资标准{format_short(wage_fen)}元")
