"""Which accepted 花名册 no longer agree with the records after a 离岗, 留用 or 生活费调整: they stay until a 更正."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jianxi.domain.periods import Period, month_of, spoken
from jianxi.domain.roster_words import listed, title
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import Standing


@dataclass(frozen=True, slots=True)
class Accepted:
    """An accepted version that counts, as far as it says something of one placement; no 更正 of it is open."""

    id: int
    number: str
    kind: RosterKind
    period: Period
    serial: int
    months: tuple[tuple[date, Standing], ...] = ()
    """Of that placement; of a 年度清算 there may be none: 留用率 may depend on it all the same."""

    @property
    def named(self) -> str:
        """2026年9月至10月补贴经费花名册（编号JX3701-26-H0001-5）."""
        return f"{title(self.kind, self.period, self.serial)}（编号{self.number}）"


@dataclass(frozen=True, slots=True)
class Touched:
    """One that has to be corrected, and the months because of which."""

    roster: Accepted
    months: tuple[date, ...]

    @property
    def told(self) -> str:
        if self.roster.kind is RosterKind.SETTLEMENT or not self.months:
            return self.roster.named
        return f"{self.roster.named}中此人{listed(self.months)}的补贴"


class Act(StrEnum):
    """What an employer fills in, before its days are known."""

    DEPARTURE = "departure"
    RETENTION = "retention"
    RAISE = "raise"


_STANDING = {Act.DEPARTURE: Standing.PAYABLE, Act.RETENTION: Standing.PAYABLE, Act.RAISE: Standing.EXCLUDED}
_AHEAD = {
    Act.DEPARTURE: "离岗日期早于{day}的，审核通过后，这些花名册需要更正。",
    Act.RETENTION: "劳动合同起始日期不晚于{day}的，登记后，这些花名册可能需要更正。",
    Act.RAISE: "这些月份不予补贴；调整起始日期不晚于{day}的，调整后，这些花名册可能需要更正。",
}


def by_departure(accepted: Iterable[Accepted], last_day: date, ends_on: date) -> tuple[Touched, ...]:
    """The months of which days are lost, those that waited for this departure and can now be paid, and the year in which
    the person would have completed."""

    def is_other(month: date, standing: Standing) -> bool:
        lost = standing is Standing.PAYABLE and month_of(month).last > last_day
        return lost or (standing is Standing.PENDING and month <= last_day)

    return _touched(accepted, is_other, {ends_on.year})


def by_contract(
    accepted: Iterable[Accepted], first_day: date, insured_on: date | None, ends_on: date
) -> tuple[Touched, ...]:
    """The months from the contract on, the year that may count it as 留用, and the one that counted it as 期满."""
    years = {ends_on.year} | ({max(first_day, insured_on).year} if insured_on else set())
    return _touched(
        accepted,
        lambda month, standing: standing is Standing.PAYABLE and month_of(month).last >= first_day,
        years,
    )


def by_raise(accepted: Iterable[Accepted], starts_on: date) -> tuple[Touched, ...]:
    """More is never too little: only what was 不予补贴 may be paid now."""
    return _touched(
        accepted,
        lambda month, standing: standing is Standing.EXCLUDED and month_of(month).last >= starts_on,
    )


def after_correction(accepted: Iterable[Accepted], corrected: Period) -> tuple[Touched, ...]:
    """年度清算 of the years whose months were corrected: they took off what had been granted before."""
    years = range(corrected.first.year, corrected.last.year + 1)
    return _touched(accepted, lambda month, standing: False, years)


def sentence(touched: Collection[Touched]) -> str:
    """Before 审核通过; "" when nothing is touched."""
    if not touched:
        return ""
    return f"审核通过后，已接受的{'、'.join(each.told for each in touched)}与记录不再相符，需要更正。"


def ahead(accepted: Iterable[Accepted], act: Act) -> str:
    """On the form, while no day is filled in: what stands accepted, and which days would touch it. "" for nothing."""
    found = [
        (month, each.number)
        for each in accepted
        for month, standing in each.months
        if standing is _STANDING[act] and each.kind is RosterKind.PERIOD
    ]
    if not found:
        return ""
    months = sorted({month for month, _ in found})
    numbers = "、".join(dict.fromkeys(number for _, number in found))
    then = _AHEAD[act].format(day=spoken(month_of(months[-1]).last))
    return f"此人{listed(months)}已列入接受的补贴经费花名册（编号{numbers}）。{then}"


def _touched(
    accepted: Iterable[Accepted],
    is_other: Callable[[date, Standing], bool],
    years: Collection[int] = frozenset(),
) -> tuple[Touched, ...]:
    found = []
    for each in accepted:
        months = tuple(month for month, standing in each.months if is_other(month, standing))
        if months or (each.kind is RosterKind.SETTLEMENT and each.period.first.year in years):
            found.append(Touched(each, months))
    return tuple(found)
