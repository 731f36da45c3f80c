"""The workbook of 补贴经费汇总 (导出): by county and month, by county, by month, each with its total."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.exports.workbook import Column, Table, Value, fitting, write, yuan

TITLE = "补贴经费汇总"
TOTAL = "合计"


@dataclass(frozen=True, slots=True)
class Line:
    """What was granted in one place and time; money in 分. `month` is its first day; None stands for all of them."""

    county: str
    month: date | None
    units: int
    people: int
    months: int
    period_fen: int
    settlement_fen: int
    insurance_fen: int


@dataclass(frozen=True, slots=True)
class Sheets:
    """The same money three times, and its total."""

    asked: str
    """What it is narrowed to, in words."""
    cells: Sequence[Line]
    counties: Sequence[Line]
    months: Sequence[Line]
    total: Line


_COUNTY, _MONTH = Column("区县", 14), Column("月份", 10)
_NUMBERS = (
    Column("单位数", 10),
    Column("人数", 10),
    Column("人月数", 10),
    Column("花名册补贴（元）", 18),
    Column("年度清算补贴（元）", 18),
    Column("保险补贴（元）", 16),
    Column("合计（元）", 18),
)


def workbook(sheets: Sheets) -> bytes:
    """Units and people are counted once in each row: these two columns do not add up, all others do."""
    cells = [(line.county, _month(line), *_numbers(line)) for line in sheets.cells]
    counties = [(line.county, *_numbers(line)) for line in sheets.counties]
    months = [(_month(line), *_numbers(line)) for line in sheets.months]
    total = _numbers(sheets.total)
    told: list[tuple[Value, Value]] = [
        ("范围", sheets.asked),
        ("说明", "金额为已接受的花名册和年度清算所列金额；单位数和人数按不重复计数，各行相加可能大于合计。"),
    ]
    return write(
        _table("区县各月", (_COUNTY, _MONTH, *_NUMBERS), [*cells, (TOTAL, "", *total)]),
        _table("按区县", (_COUNTY, *_NUMBERS), [*counties, (TOTAL, *total)]),
        _table("按月份", (_MONTH, *_NUMBERS), [*months, (TOTAL, *total)]),
        _table("说明", (Column("项目", 10), Column("内容", 60)), told),
    )


def _table(title: str, columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> Table:
    return Table(title, fitting(columns, rows), rows)


def _month(line: Line) -> str:
    return f"{line.month:%Y-%m}" if line.month else ""


def _numbers(line: Line) -> tuple[Value, ...]:
    money = (line.period_fen, line.settlement_fen, line.insurance_fen)
    return (line.units, line.people, line.months, *map(yuan, money), yuan(sum(money)))
