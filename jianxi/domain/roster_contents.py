"""What a 补贴经费花名册 or 年度清算 says: its head, and one line a person with every month that explains itself."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
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
    "in_order",
    "months_of",
    "recomputed",
]


class Digest:
    """SHA-256 over head and lines, each in canonical form and in its order, fed as they come."""

    def __init__(self, head: Head) -> None:
        self._hash = hashlib.sha256(roster_texts.of_head(head).encode())

    def add(self, lines: Iterable[Line]) -> None:
        self.add_texts(roster_texts.of_line(line) for line in lines)

    def add_texts(self, texts: Iterable[str]) -> None:
        """Of lines as `roster_texts.of_line` writes them: each is written once, to be hashed and to be sealed."""
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


def recomputed(head: Head, lines: Sequence[Line]) -> tuple[Head, tuple[Line, ...]]:
    """The same roster, its retention figure and all its amounts worked out anew from nothing but what was frozen: the
    services, the rules and what had been granted before. Whatever the records and parameters say by now, `digest` of
    it is what it was."""
    figure = _figure(head, lines)
    again = replace(head, figure=figure)
    return again, tuple(replace(line, months=_again(again, line)) for line in lines)


def _again(head: Head, line: Line) -> tuple[MonthAmount, ...]:
    """What a settlement takes off is kept in the months that it was taken off from. A later release may put a reason in
    better words; what was said of a month whose standing comes out the same stays as it was said."""
    before = {month.month: month.before_fen for month in line.months if month.before_fen is not None}
    said = {(month.month, month.standing): month.reason for month in line.months}
    found = months_of(line.service, head.kind, head.period, head.rules, head.figure, before)
    return tuple(
        replace(month, reason=said.get((month.month, month.standing), month.reason)) for month in found
    )


def _figure(head: Head, lines: Sequence[Line]) -> RetentionFigure | None:
    """Who is behind the figure stands in a line, or with the head where the year has no month of theirs. The order of
    placements is that of the records: by 上岗日期."""
    if head.figure is None:
        return None
    return retention_rates.figure(in_order(_services(head, lines)), head.figure.year, head.rules)


def in_order(services: Iterable[Service]) -> list[Service]:
    """Of lines, and of those behind a figure: by 上岗日期, then as they were registered."""
    return sorted(services, key=lambda service: (service.starts_on, service.placement))


def _services(head: Head, lines: Sequence[Line]) -> Iterator[Service]:
    yield from (line.service for line in lines)
    yield from (each.service for each in head.behind if each.service is not None)
