"""How the lines of a roster (花名册) are read on a page: ID numbers masked, each amount with what explains it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from jianxi.domain import citizen_id, subsidy_words
from jianxi.domain.roster_parts import Line
from jianxi.domain.roster_words import listed
from jianxi.domain.state_shapes import SHAPES
from jianxi.domain.subsidies import MonthAmount, RetentionFigure, Standing


@dataclass(frozen=True, slots=True)
class ShownMonth:
    """One month of a person. Money in 分."""

    month: date
    fen: int
    insurance_fen: int
    word: str
    """计入, 待定 or 不予补贴."""
    shape: str
    is_payable: bool
    reason: str
    told: tuple[subsidy_words.Line, ...]
    """Label and text each: days, wage, rate, method, formula."""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """One person, with the months that are asked for."""

    place: int
    placement: int
    name: str
    id_masked: str
    title: str
    starts_on: date
    ends_on: date
    """实际离岗/期满日 where there is one, else 协议到期日."""
    allowance_fen: int
    months: tuple[ShownMonth, ...]
    claimed: int
    """申请月数."""
    counted: int
    """核算月数."""
    fen: int
    insurance_fen: int

    @property
    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Months in words, and why they are 待定 or 不予补贴."""
        by_reason: dict[str, list[date]] = {}
        for each in self.months:
            if each.reason:
                by_reason.setdefault(each.reason, []).append(each.month)
        return tuple((listed(months), reason) for reason, months in by_reason.items())


def rows(
    lines: Iterable[Line], figure: RetentionFigure | None = None, standing: Standing | None = None
) -> tuple[ShownLine, ...]:
    """With their months of one standing, or all of them."""
    return tuple(row(line, figure, standing) for line in lines)


def row(line: Line, figure: RetentionFigure | None = None, standing: Standing | None = None) -> ShownLine:
    asked = (month for month in line.months if standing is None or month.standing is standing)
    return ShownLine(
        place=line.place,
        placement=line.placement,
        name=line.columns.name,
        id_masked=citizen_id.mask(line.columns.id_number),
        title=line.columns.title,
        starts_on=line.service.starts_on,
        ends_on=line.columns.last_day or line.service.ends_on,
        allowance_fen=line.allowance_fen,
        months=tuple(_month(month, figure) for month in asked),
        claimed=line.months_claimed,
        counted=line.months_counted,
        fen=line.fen,
        insurance_fen=line.insurance_fen,
    )


def _month(month: MonthAmount, figure: RetentionFigure | None) -> ShownMonth:
    word, is_payable = subsidy_words.STANDINGS[month.standing], month.standing is Standing.PAYABLE
    return ShownMonth(
        month=month.month,
        fen=month.fen if is_payable else 0,
        insurance_fen=month.insurance_fen if is_payable else 0,
        word=word,
        shape=SHAPES.get(word, ""),
        is_payable=is_payable,
        reason=month.reason,
        told=subsidy_words.lines(month, figure),
    )
