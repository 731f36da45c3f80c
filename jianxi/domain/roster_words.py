"""How sentences call a 花名册 and the months that it covers."""

from collections.abc import Iterable
from datetime import date

from jianxi.domain import reference_numbers
from jianxi.domain.periods import Period, month_of

FIRST_SERIAL = reference_numbers.ALPHABET.index("H") * len(reference_numbers.ALPHABET) ** 4
"""Numbers of rosters begin with H (花名册), so that none is ever taken for that of a base, a filing or a paper."""


def number(county: str, year: int, id: int) -> str:
    """编号 of one version, from the year in which it was begun and its row: JX3701-26-H0001-5."""
    return reference_numbers.compose(county, year, FIRST_SERIAL + id)


def spoken(period: Period) -> str:
    """2025年8月; 2025年7月至9月; 2025年12月至2026年2月."""
    first, last = period.first, period.last
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.year}年{first.month}月"
    year = "" if first.year == last.year else f"{last.year}年"
    return f"{first.year}年{first.month}月至{year}{last.month}月"


def listed(months: Iterable[date]) -> str:
    """Any months, in unbroken runs: 2025年7月至9月、11月."""
    runs: list[Period] = []
    for month in sorted(months):
        if runs and (month - runs[-1].last).days == 1:
            runs[-1] = Period(runs[-1].first, month_of(month).last)
        else:
            runs.append(month_of(month))
    said, year = list[str](), 0
    for run in runs:
        said.append(spoken(run).removeprefix(f"{year}年" if run.first.year == year else ""))
        year = run.last.year
    return "、".join(said)


def title(kind: str, period: Period, serial: int = 1) -> str:
    """2025年7月至9月补贴经费花名册; 2025年年度清算（第2版）."""
    is_settlement = kind == "settlement"
    name = f"{period.first.year}年年度清算" if is_settlement else f"{spoken(period)}补贴经费花名册"
    return f"{name}（第{serial}版）" if serial > 1 else name


def is_whole_months(period: Period) -> bool:
    return period.first.day == 1 and month_of(period.last).last == period.last


def is_whole_year(period: Period) -> bool:
    return (
        is_whole_months(period)
        and (period.first.month, period.last.month) == (1, 12)
        and (period.first.year == period.last.year)
    )
