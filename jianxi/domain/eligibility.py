"""Who may take part on a given day: youths 社会青年 by age, graduates 毕业生 by cohort."""

from dataclasses import dataclass
from datetime import date

from jianxi.domain import ages, cohorts
from jianxi.domain.cohorts import Standing
from jianxi.domain.periods import spoken
from jianxi.domain.viewers import PersonKind


@dataclass(frozen=True, slots=True)
class Limits:
    """The parameters in force: ages in years, the current cohort, how many cohorts before it are admitted."""

    youngest: int
    not_reached: int
    cohort: int
    window: int

    @property
    def ages(self) -> str:
        return f"{self.youngest}~{self.not_reached - 1}周岁"


@dataclass(frozen=True, slots=True)
class Youth:
    """社会青年."""

    born: date


@dataclass(frozen=True, slots=True)
class Graduate:
    """应届 or 往届毕业生."""

    cohort: int


def refusal(
    who: Youth | Graduate, day: date, limits: Limits, act: str = "报名", name: str = "您"
) -> str | None:
    """None for someone who may `act` (报名, 上岗) on the day, else why not, and from when.

    `name` is how the sentence addresses the person: an employer reads 该见习人员 where the person reads 您.
    """
    if isinstance(who, Youth):
        return _youth_refusal(who.born, day, limits, act, name)
    return _graduate_refusal(who.cohort, limits, act, name)


def sign_in_kind(born: date, register_cohort: int | None, today: date, limits: Limits) -> PersonKind | None:
    """As whom someone new comes in at 往届毕业生/社会青年登录; None where `sign_in_refusal` is to be said.

    A current graduate is named as such, and sent to 账号登录 by the caller.
    """
    if register_cohort is not None:
        place = cohorts.standing(register_cohort, limits.cohort, limits.window)
        if place is Standing.CURRENT:
            return PersonKind.CURRENT_GRADUATE
        if place is Standing.EARLIER:
            return PersonKind.EARLIER_GRADUATE
    return PersonKind.YOUTH if ages.within(born, limits.youngest, limits.not_reached, today) else None


def sign_in_refusal(limits: Limits) -> str:
    """The same for everybody: it must not tell who is in the register."""
    return f"年龄不符合要求（{limits.ages}），无法参加就业见习"


def _youth_refusal(born: date, day: date, limits: Limits, act: str, name: str) -> str | None:
    first = ages.birthday(born, limits.youngest)
    if day < first:
        return f"{name}还没有年满{limits.youngest}周岁，现在不能{act}，自{spoken(first)}年满{limits.youngest}周岁起可以{act}"
    end = ages.birthday(born, limits.not_reached)
    if day >= end:
        return (
            f"{name}已于{spoken(end)}年满{limits.not_reached}周岁。"
            f"社会青年{act}的年龄要求是{limits.ages}，现在不能{act}；如是毕业生，请以毕业生身份登录"
        )
    return None


def _graduate_refusal(graduated: int, limits: Limits, act: str, name: str) -> str | None:
    if cohorts.standing(graduated, limits.cohort, limits.window) is not Standing.OUTSIDE:
        return None
    own = cohorts.label(graduated)
    if graduated > limits.cohort:
        return f"{name}是{own}毕业生，现在还不能{act}，自{own}列为应届毕业生之日起可以{act}"
    oldest = limits.cohort - limits.window
    return (
        f"{name}是{own}毕业生，现在可以{act}的是{cohorts.label(oldest)}至{cohorts.label(limits.cohort)}毕业生。"
        "如毕业年份有误，请联系生源地主管部门更正"
    )
