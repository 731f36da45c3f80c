"""What a 补贴经费花名册 or 年度清算 says: its head, and one line a person with every month that explains itself."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date

from jianxi.domain import retention_rates, roster_texts, settlements, subsidy_months
from jianxi.domain.periods import Period
from jianxi.domain.roster_parts import Behind, Columns, Head, Line, Unit
from jianxi.domain.rosters import RosterKind
from jianxi.domain.subsidies import MonthAmount, RetentionFigure, Rules, Service

__all__ = [
    "Behind",
    "Columns",
    "Digest",
    "Head",
    "Line",
    "Unit",
    "digest",
    "figure_stands",
    "in_order",
    "line_stands",
    "months_of",
]


class Digest:
    """SHA-256 over the texts of head and lines, in their order, as they are sealed: letter for letter, so that what was
    sent has its digest for ever, whatever a later release writes instead."""

    def __init__(self, head: Head | str) -> None:
        """Of a head as it would be written now, or its text as it is, or will be, stored."""
        text = head if isinstance(head, str) else roster_texts.of_head(head)
        self._hash = hashlib.sha256(text.encode())

    def add(self, lines: Iterable[Line]) -> None:
        """As they would be written now."""
        self.add_texts(roster_texts.of_line(line) for line in lines)

    def add_texts(self, texts: Iterable[str]) -> None:
        """Of lines as they are, or will be, stored: each is written once, to be hashed and to be sealed."""
        for text in texts:
            self._hash.update(b"\n")
            self._hash.update(text.encode())

    @property
    def hexadecimal(self) -> str:
        return self._hash.hexdigest()


def digest(head: Head, lines: Iterable[Line]) -> str:
    """Of everything that is frozen, names and numbers included. Large rosters feed a `Digest` piece by piece."""
    made = Digest(head)
    made.add(lines)
    return made.hexadecimal


def months_of(
    service: Service,
    kind: RosterKind,
    period: Period,
    rules: Rules,
    figure: RetentionFigure | None = None,
    before: Mapping[date, int] | None = None,
) -> tuple[MonthAmount, ...]:
    """A placement's months of a roster. Raises `Lacking`."""
    if kind is RosterKind.PERIOD or figure is None:
        return subsidy_months.months(service, period, rules)
    return settlements.months(service, figure.year, rules, figure, before or {})


def line_stands(head: Head, line: Line) -> bool:
    """Whether every number of a line comes out again when it is computed from nothing but what was frozen: the service,
    the rules, the figure and what had been granted before. Whatever the records and parameters say by now, it does. The
    words are not looked at: a later release may find better ones."""
    before = {month.month: month.before_fen for month in line.months if month.before_fen is not None}
    again = months_of(line.service, head.kind, head.period, head.rules, head.figure, before)
    return [_numbers(month) for month in again] == [_numbers(month) for month in line.months]


def _numbers(month: MonthAmount) -> tuple[object, ...]:
    return (
        *(month.month, month.first, month.last, month.month_days, month.counted_days, month.standing),
        tuple((part.days, part.wage_fen) for part in month.parts),
        *(month.method, month.rate, month.bonus, month.before_fen, month.settles),
        *(month.allowance_fen, month.allowance_day, month.allowance_wage_fen),
        *(month.fen, month.insurance_month_fen, month.insurance_fen),
    )


def figure_stands(head: Head, services: Iterable[Service]) -> bool:
    """The same of the retention figure. `services` are those of the lines; who has no month of the year stands with the
    head. The order of placements is that of the records: by 上岗日期."""
    if head.figure is None:
        return True
    behind = (each.service for each in head.behind if each.service is not None)
    again = retention_rates.figure(in_order((*services, *behind)), head.figure.year, head.rules)
    return _counted(again) == _counted(head.figure)


def _counted(figure: RetentionFigure) -> tuple[object, ...]:
    return figure.year, figure.retained, figure.completed, figure.threshold, figure.is_reached


def in_order(services: Iterable[Service]) -> list[Service]:
    """Of lines, and of those behind a figure: by 上岗日期, then as they were registered."""
    return sorted(services, key=lambda service: (service.starts_on, service.placement))
