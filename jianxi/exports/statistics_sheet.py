"""The workbook of 统计 (导出): by place, by month, waiting times, and what each figure counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from jianxi.domain import statistics, waiting_times
from jianxi.domain.statistics import Figure, percent, rate
from jianxi.exports.workbook import Column, Table, Value, fitting, write, yuan

TITLE = "统计"
PLACES = (
    *(statistics.BASES, statistics.POSITIONS, statistics.SEATS, statistics.NEW_BASES),
    *(statistics.NEW_POSITIONS, statistics.NEW_SEATS, statistics.ACCEPTED, statistics.BEGUN),
    *(statistics.ON_DUTY, statistics.COMPLETED, statistics.RETAINED, statistics.LEFT),
    *(statistics.GRANTED, statistics.SETTLED, statistics.INSURED),
)
MONTHS = PLACES[3:]
"""What stands only now has no months."""
WAITS = ("审核", "办结件数", "等待天数中位数", "最长等待天数", "现在等待", "最早等待起")


@dataclass(frozen=True, slots=True)
class Line:
    """One place or month: its name, and the figures by key. Money in 分."""

    label: str
    numbers: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Wait:
    """One review: days, the median in halves."""

    label: str
    decided: int
    median: Decimal | None
    longest: int | None
    waiting: int
    since: date | None


@dataclass(frozen=True, slots=True)
class Contents:
    """Everything the workbook says. The last line of places and of months is the sum."""

    scope: str
    first: date
    last: date
    made_on: date
    places: tuple[Line, ...]
    months: tuple[Line, ...]
    waits: tuple[Wait, ...]


def workbook(of: Contents) -> bytes:
    """Takes a moment: call it in a thread."""
    tables = [
        _table("按地区", "地区", PLACES, of.places),
        _table("按月", "月份", MONTHS, of.months),
        _plain("审核等待", WAITS, [_wait(each) for each in of.waits]),
        _plain("指标说明", ("指标", "说明"), _words(of)),
    ]
    return write(*tables)


def _table(title: str, first: str, figures: Sequence[Figure], lines: Sequence[Line]) -> Table:
    headings = [f"{each.label}（元）" if each.is_money else each.label for each in figures]
    place = figures.index(statistics.RETAINED) + 1
    headings.insert(place, statistics.RATE)
    rows = []
    for line in lines:
        cells: list[Value] = [_value(figure, line) for figure in figures]
        retained, completed = (line.numbers[each.key] for each in (statistics.RETAINED, statistics.COMPLETED))
        cells.insert(place, percent(rate(retained, completed)))
        rows.append((line.label, *cells))
    return _plain(title, (first, *headings), rows)


def _value(figure: Figure, line: Line) -> Value:
    """A sum of months has no number of people on duty: those of two months are the same people."""
    number = line.numbers.get(figure.key)
    if number is None:
        return None
    return yuan(number) if figure.is_money else number


def _plain(title: str, headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> Table:
    return Table(title, fitting([Column(heading, 8) for heading in headings], rows), rows)


def _wait(of: Wait) -> tuple[Value, ...]:
    return (of.label, of.decided, of.median, of.longest, of.waiting, of.since)


def _words(of: Contents) -> list[tuple[Value, ...]]:
    facts = [
        ("统计范围", of.scope),
        ("期间", f"{of.first.year}年{of.first.month}月至{of.last.year}年{of.last.month}月"),
        ("导出日期", of.made_on.isoformat()),
    ]
    told = [(figure.label, figure.definition) for figure in statistics.DEFINED]
    return [*facts, *told, (statistics.RATE, statistics.RATE_MEANS), ("等待天数", waiting_times.WAITED_MEANS)]
