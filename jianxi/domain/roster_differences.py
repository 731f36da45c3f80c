"""How two sets of lines of a roster (花名册) differ, person by person and month by month: what was sent and what the records
say now, or two versions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from jianxi.domain import citizen_id
from jianxi.domain.money import format_yuan
from jianxi.domain.roster_parts import Head, Line
from jianxi.domain.subsidies import MonthAmount, RetentionFigure, Standing

_UNIT = {
    "name": "单位名称",
    "credit_code": "统一社会信用代码",
    "level": "基地级别",
    "place": "所属区县",
    "account_name": "开户名称",
    "bank": "开户银行",
    "account_number": "银行账号",
}
"""Who is paid, and where the money goes. Whom to ask (联系人) may change at any time."""
Pair = tuple[Line | None, Line | None]
_NOT_THERE = "未列入"


@dataclass(frozen=True, slots=True)
class MonthDifference:
    """One month of one person. Money in 分, 0 where nothing is paid."""

    month: date
    before: str
    """In words: the amount, or why there is none."""
    after: str
    before_fen: int
    after_fen: int

    @property
    def sentence(self) -> str:
        month = f"{self.month.year}年{self.month.month}月"
        if self.before == self.after:
            return f"{month}：{self.after}，金额不变，计算依据有变化"
        return f"{month}：由{self.before}变为{self.after}"


@dataclass(frozen=True, slots=True)
class Difference:
    """One person of whom something that matters is no longer the same."""

    placement: int
    name: str
    facts: tuple[str, ...]
    """Name or ID number, a sentence each."""
    months: tuple[MonthDifference, ...]

    @property
    def is_new(self) -> bool:
        """Was not there before."""
        return not self.facts and all(month.before == _NOT_THERE for month in self.months)

    @property
    def fen(self) -> int:
        """How much more, or less when negative."""
        return sum(month.after_fen - month.before_fen for month in self.months)

    @property
    def sentences(self) -> tuple[str, ...]:
        return (*self.facts, *(month.sentence for month in self.months))


def pairs(before: Iterable[Line], after: Iterable[Line]) -> list[Pair]:
    """Lines of the same placement, in the order of `after`; then those of whom there is none any more."""
    old = {line.placement: line for line in before}
    new = {line.placement: line for line in after}
    stay: list[Pair] = [(old.get(id), line) for id, line in new.items()]
    return stay + [(line, None) for id, line in old.items() if id not in new]


def head_differences(before: Head, after: Head) -> tuple[str, ...]:
    """A sentence for each fact of the unit that matters, and for 留用率."""
    unit = tuple(
        _told_of(name, label, getattr(before.unit, name), getattr(after.unit, name))
        for name, label in _UNIT.items()
        if getattr(before.unit, name) != getattr(after.unit, name)
    )
    return unit if before.figure == after.figure else (*unit, _figures(before.figure, after.figure))


def _told_of(name: str, label: str, one: str, other: str) -> str:
    """Of an account its ends: the sentence goes to pages and into the log."""
    if name != "account_number":
        return f"{label}由“{one}”变为“{other}”"
    before, after = mask_account(one), mask_account(other)
    if before == after:
        return f"{label}有变化，变化的是隐去的数字（现为“{after}”）"
    return f"{label}由“{before}”变为“{after}”"


def mask_account(number: str) -> str:
    """6222********1234; of a short one nothing but how long it is."""
    return number[:4] + "*" * (len(number) - 8) + number[-4:] if len(number) > 8 else "*" * len(number)


def _figures(before: RetentionFigure | None, after: RetentionFigure | None) -> str:
    one, other = _counted(before), _counted(after)
    return f"留用率由{one}变为{other}" if one != other else "留用率的计算依据有变化"


def _counted(figure: RetentionFigure | None) -> str:
    if figure is None:
        return "“—”"
    retained = len(figure.retained)
    return f"{retained}/{retained + len(figure.completed)}（{'达到' if figure.is_reached else '未达到'}标准）"


def difference(before: Line | None, after: Line | None) -> Difference | None:
    """None where nothing moves money or tells who is paid otherwise; a telephone number does neither."""
    shown = after or before
    if shown is None:
        return None
    if before and after and (before.months, before.columns) == (after.months, after.columns):
        return None
    facts = _facts(before, after) if before and after else ()
    months = tuple(_months(_by_month(before), _by_month(after)))
    return Difference(shown.placement, shown.columns.name, facts, months) if facts or months else None


def _facts(before: Line, after: Line) -> tuple[str, ...]:
    one, other = before.columns, after.columns
    found = []
    if one.name != other.name:
        found.append(f"姓名由“{one.name}”变为“{other.name}”")
    if one.id_number != other.id_number:
        masked = citizen_id.mask(one.id_number), citizen_id.mask(other.id_number)
        found.append(f"身份证号由{masked[0]}变为{masked[1]}")
    return tuple(found)


def _by_month(line: Line | None) -> Mapping[date, MonthAmount]:
    return {amount.month: amount for amount in line.months} if line else {}


def _months(
    before: Mapping[date, MonthAmount], after: Mapping[date, MonthAmount]
) -> Iterable[MonthDifference]:
    for month in sorted({*before, *after}):
        one, other = before.get(month), after.get(month)
        if _essence(one) != _essence(other):
            yield MonthDifference(month, _told(one), _told(other), _fen(one), _fen(other))


def _essence(amount: MonthAmount | None) -> tuple[object, ...]:
    """What an amount is, and what it is made of; not from which source its numbers come."""
    if amount is None:
        return ()
    if amount.standing is not Standing.PAYABLE:
        return amount.standing, amount.reason
    parts = tuple((part.days, part.wage_fen) for part in amount.parts)
    share = (amount.rate, amount.bonus, amount.before_fen)
    return amount.standing, amount.fen, amount.insurance_fen, amount.counted_days, parts, share


def _fen(amount: MonthAmount | None) -> int:
    """What is paid, with insurance."""
    return amount.fen + amount.insurance_fen if amount and amount.standing is Standing.PAYABLE else 0


def _told(amount: MonthAmount | None) -> str:
    if amount is None:
        return _NOT_THERE
    if amount.standing is Standing.PENDING:
        return f"待定（{amount.reason}）"
    if amount.standing is Standing.EXCLUDED:
        return f"不予补贴（{amount.reason}）"
    days = f"{amount.counted_days}/{amount.month_days}天"
    insured = f"，另有保险补贴{format_yuan(amount.insurance_fen)}元" if amount.insurance_fen else ""
    return f"{format_yuan(amount.fen)}元（{days}）{insured}"
