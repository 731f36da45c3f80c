"""One figure of 统计 by place and month: what stands behind a number that has no list, or none that this office sees."""

from collections.abc import Callable, Sequence
from datetime import date
from itertools import groupby
from typing import Any

from jianxi.domain import statistics as figures
from jianxi.domain import waiting_times
from jianxi.domain.flow import Role
from jianxi.domain.periods import Period, calendar_months
from jianxi.domain.statistics import FIGURES, Figure, Kind
from jianxi.domain.viewers import OfficialViewer
from jianxi.domain.waiting_times import REVIEWS
from jianxi.forms.statistics_filters import StatisticsFilters
from jianxi.queries import statistics, statistics_waits
from jianxi.queries.statistics import Report
from jianxi.routes.authority import statistics_views
from jianxi.routes.authority.statistics_links import Behind
from jianxi.routes.authority.statistics_views import OFFICE_WORDS, Number, Row, Table, told
from jianxi.templating import region_short

WIDEST, WIDEST_MONEY = 12, 6
"""Months side by side, and of amounts; of a longer period the years stand there, or the quarters."""


async def shown(viewer: OfficialViewer, filters: StatisticsFilters, behind: Behind) -> dict[str, Any]:
    """Title, definition and tables; `own`: the part of it that has a list."""
    key, _, office = (filters.figure or figures.BASES.key).partition(".")
    if office:
        return await _of_review(viewer, filters, behind, key, Role(office))
    figure, report = FIGURES[key], await statistics.report(viewer, filters)
    own = None
    if figure is figures.ACCEPTED and viewer.role is not Role.PROVINCE:
        number = report.value(figures.ACCEPTED_OWN)
        own = Number(f"{number:,}", behind.figure(figures.ACCEPTED_OWN) if number else "")
    table = _table(report, behind, figure)
    return {"title": figure.label, "definition": figure.definition, "tables": [table], "own": own}


async def _of_review(
    viewer: OfficialViewer, filters: StatisticsFilters, behind: Behind, key: str, office: Role
) -> dict[str, Any]:
    review = next(each for each in REVIEWS if each.key == key)
    waits = await statistics_waits.waits(viewer, filters)
    tables = [
        statistics_views.reviews_by_place(waits, behind, review, office),
        statistics_views.reviews_by_month(waits, review, office),
    ]
    title = f"{review.label}等待时间（{OFFICE_WORDS[office]}）"
    return {"title": title, "definition": waiting_times.WAITED_MEANS, "tables": tables, "own": None}


def _table(report: Report, behind: Behind, figure: Figure) -> Table:
    spans = _spans(report, figure)
    rows = [_row(report, behind, figure, spans, place) for place in report.places]
    total = _row(report, behind, figure, spans, "") if len(rows) > 1 else None
    unit = f"（{figure.unit}）"
    return Table(
        figure.label + unit,
        "地区",
        tuple(_told(span, len(report.months)) for span in spans),
        tuple(rows),
        total,
    )


def _row(report: Report, behind: Behind, figure: Figure, spans: Sequence[Period], place: str) -> Row:
    cells = []
    for span in spans:
        value = _during(report, figure, place, span)
        url = behind.figure(figure, place, span) if value else ""
        cells.append((Number(told(figure, value), url),))
    return Row(region_short(place) if place else "合计", tuple(cells))


def _spans(report: Report, figure: Figure) -> list[Period]:
    """The columns: as many months as there is room for, quarters or years; and the whole of what happens. What stands now
    has one column."""
    months, widest = report.months, WIDEST_MONEY if figure.is_money else WIDEST
    whole = Period(months[0].first, months[-1].last)
    if figure.kind is Kind.NOW or len(months) == 1:
        return [whole]
    parts = list(months)
    if len(months) > WIDEST:
        parts = _grouped(months, lambda day: (day.year, 0))
    elif len(months) > widest:
        parts = _grouped(months, _quarter)
    return [*parts, whole] if figure.kind is Kind.DURING and len(parts) > 1 else parts


def _grouped(months: Sequence[Period], of: Callable[[date], tuple[int, int]]) -> list[Period]:
    found = [list(each) for _, each in groupby(months, key=lambda month: of(month.first))]
    return [Period(each[0].first, each[-1].last) for each in found]


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month + 2) // 3


def _during(report: Report, figure: Figure, place: str, span: Period) -> int:
    inside = [at for at, month in enumerate(report.months) if span.first <= month.first <= span.last]
    if figure.kind is Kind.LAST_DAY:
        return report.value(figure, place, inside[-1])
    if figure.kind is Kind.NOW:
        return report.value(figure, place)
    return sum(report.value(figure, place, at) for at in inside)


def _told(span: Period, months: int) -> str:
    """2026-11, 2026年1季度, 2026年, or 合计 for all of them."""
    if span.first.replace(day=1) == span.last.replace(day=1):
        return f"{span.first:%Y-%m}"
    if len(list(calendar_months(span))) == months:
        return "合计"
    year, quarter = _quarter(span.first)
    return f"{year}年{quarter}季度" if _quarter(span.last) == (year, quarter) else f"{year}年"
