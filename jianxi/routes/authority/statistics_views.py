"""The tables of 统计: every number with what stands behind it."""

from collections.abc import Sequence
from dataclasses import dataclass

from jianxi.domain import money, periods, statistics
from jianxi.domain.flow import Role
from jianxi.domain.periods import Period
from jianxi.domain.statistics import Figure, Kind
from jianxi.domain.waiting_times import OFFICES, REVIEWS, Review, told_days
from jianxi.queries.statistics import Report
from jianxi.queries.statistics_waits import Waits
from jianxi.routes.authority.statistics_links import Behind
from jianxi.templating import region_short, thousands

OFFICE_WORDS = {Role.COUNTY: "区县", Role.CITY: "市级"}
RATE = statistics.RATE


@dataclass(frozen=True, slots=True)
class Number:
    """One number as it stands, with where it leads; `label` where it stands under another one."""

    text: str
    url: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what it is of, and in each column one number or some below each other."""

    label: str
    cells: tuple[tuple[Number, ...], ...]
    url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """`foot` is the sum, where there is more than one row."""

    caption: str
    first: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    foot: Row | None = None


Column = tuple[Figure, ...] | str
"""Figures below each other, or 留用率."""
PLACES: tuple[Column, ...] = (
    (statistics.BASES,),
    (statistics.POSITIONS, statistics.SEATS),
    (statistics.ACCEPTED,),
    (statistics.BEGUN,),
    (statistics.ON_DUTY,),
    (statistics.COMPLETED,),
    (statistics.RETAINED,),
    RATE,
    (statistics.LEFT,),
    (statistics.GRANTED, statistics.SETTLED, statistics.INSURED),
)
OFFERED: tuple[Column, ...] = (
    (statistics.NEW_BASES,),
    (statistics.NEW_POSITIONS,),
    (statistics.NEW_SEATS,),
    (statistics.ACCEPTED,),
)
DUTY: tuple[Column, ...] = ((statistics.BEGUN,), (statistics.LEFT,), (statistics.ON_DUTY,))
ENDED: tuple[Column, ...] = ((statistics.COMPLETED,), (statistics.RETAINED,), RATE)
MONEY: tuple[Column, ...] = ((statistics.GRANTED,), (statistics.SETTLED,), (statistics.INSURED,))


def figures(report: Report, behind: Behind) -> list[tuple[str, str, tuple[Number, ...]]]:
    """Label, unit and number of each figure of the whole."""
    shown = (
        *(statistics.BASES, statistics.POSITIONS, statistics.SEATS, statistics.ACCEPTED, statistics.BEGUN),
        *(statistics.ON_DUTY, statistics.COMPLETED, statistics.RETAINED, statistics.LEFT),
    )
    found = [(each.label, each.unit, _cell(report, behind, (each,))) for each in shown]
    found.append((RATE, "", _cell(report, behind, RATE)))
    granted = (statistics.GRANTED, statistics.SETTLED, statistics.INSURED)
    return found + [(each.label, each.unit, _cell(report, behind, (each,))) for each in granted]


def by_place(report: Report, behind: Behind) -> Table:
    rows = [Row(region_short(place), _cells(report, behind, PLACES, place=place)) for place in report.places]
    total = Row("合计", _cells(report, behind, PLACES)) if len(rows) > 1 else None
    return Table("按地区", "地区", tuple(map(_heading, PLACES)), tuple(rows), total)


def by_month(report: Report, behind: Behind, caption: str, columns: Sequence[Column]) -> Table:
    """The sum has no 在岗: who is on duty in two months is one person."""
    rows = [
        Row(spoken(month), _cells(report, behind, columns, month=place))
        for place, month in enumerate(report.months)
    ]
    total = Row("合计", tuple(_sum(report, behind, column) for column in columns)) if len(rows) > 1 else None
    return Table(caption, "月份", tuple(map(_heading, columns)), tuple(rows), total)


def of_reviews(waits: Waits, behind: Behind) -> Table:
    """One row a review and office."""
    rows = [
        Row(f"{review.label}（{OFFICE_WORDS[office]}）", _waited(waits, behind, review, office))
        for review in REVIEWS
        for office in OFFICES
    ]
    return Table("审核等待时间", "审核", WAIT_HEADINGS, tuple(rows))


WAIT_HEADINGS = ("办结件数", "中位数", "最长", "现在等待", "最早等待起")


def _waited(
    waits: Waits, behind: Behind, review: Review, office: Role, place: str = ""
) -> tuple[tuple[Number, ...], ...]:
    waited, now = waits.waited(review, office, place), waits.now(review, office, place)
    since = periods.today(now.since).isoformat() if now.since else "—"
    return (
        (_number(waited.count, behind.review(review, office, place)),),
        (Number(told_days(waited.median)),),
        (Number(told_days(waited.longest)),),
        (_number(now.count, behind.waiting(review, office, place)),),
        (Number(since),),
    )


def reviews_by_place(waits: Waits, behind: Behind, review: Review, office: Role) -> Table:
    rows = [Row(region_short(place), _waited(waits, behind, review, office, place)) for place in waits.places]
    total = Row("合计", _waited(waits, behind, review, office)) if len(rows) > 1 else None
    return Table("按地区", "地区", WAIT_HEADINGS, tuple(rows), total)


def reviews_by_month(waits: Waits, review: Review, office: Role) -> Table:
    rows = []
    for place, month in enumerate(waits.months):
        waited = waits.waited(review, office, month=place)
        told = (thousands(waited.count), told_days(waited.median), told_days(waited.longest))
        rows.append(Row(spoken(month), tuple((Number(text),) for text in told)))
    return Table("按月", "月份", WAIT_HEADINGS[:3], tuple(rows))


def spoken(month: Period) -> str:
    """2026年11月."""
    return f"{month.first.year}年{month.first.month}月"


def told(figure: Figure, value: int) -> str:
    return money.format_yuan(value) if figure.is_money else thousands(value)


def _cells(
    report: Report, behind: Behind, columns: Sequence[Column], place: str = "", month: int | None = None
) -> tuple[tuple[Number, ...], ...]:
    return tuple(_cell(report, behind, column, place, month) for column in columns)


def _cell(
    report: Report, behind: Behind, column: Column, place: str = "", month: int | None = None
) -> tuple[Number, ...]:
    if isinstance(column, str):
        retained, total = report.rate(place, month)
        share = Number(statistics.percent(statistics.rate(retained, total - retained)))
        return (share, Number(f"{thousands(retained)}/{thousands(total)}")) if total else (share,)
    days = report.months[month] if month is not None else None
    found: list[Number] = []
    for figure in column:
        value = report.value(figure, place, month)
        if value or not found:  # What stands below another number is left out where there is none.
            url = behind.figure(figure, place, days) if value else ""
            found.append(Number(told(figure, value), url, figure.short if found else ""))
    return tuple(found)


def _sum(report: Report, behind: Behind, column: Column) -> tuple[Number, ...]:
    stands = not isinstance(column, str) and column[0].kind is Kind.LAST_DAY
    return (Number("—"),) if stands else _cell(report, behind, column)


def _heading(column: Column) -> str:
    return column if isinstance(column, str) else f"{column[0].label}{'（元）' if column[0].is_money else ''}"


def _number(value: int, url: str) -> Number:
    return Number(thousands(value), url if value else "")
