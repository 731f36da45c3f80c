"""The sheet of an office's list of 补贴经费 (导出): one row a roster, with a total row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.exports.workbook import Column, Table, Value, fitting, write, yuan

TITLE = "补贴经费"


@dataclass(frozen=True, slots=True)
class Line:
    """One roster in words, as its row on the screen shows it; money in 分."""

    number: str
    kind: str
    city: str
    county: str
    unit: str
    credit_code: str
    level: str
    first: date
    last: date
    serial: int
    people: int
    fen: int
    insurance_fen: int
    state: str
    since: date
    days: int
    sent_on: date | None
    sent_by: str
    decided_by: str
    decided_on: date | None
    reason: str


COLUMNS = (
    Column("序号", 6),
    Column("编号", 20),
    Column("类别", 16),
    Column("市", 8),
    Column("区县", 10),
    Column("单位名称", 24),
    Column("统一社会信用代码", 22),
    Column("基地级别", 10),
    Column("起始月份", 10),
    Column("截止月份", 10),
    Column("版次", 6),
    Column("列入人数", 10),
    Column("补贴（元）", 14),
    Column("保险补贴（元）", 14),
    Column("合计（元）", 14),
    Column("状态", 10),
    Column("进入该状态日期", 16),
    Column("已等待天数", 12),
    Column("报送日期", 12),
    Column("报送人", 14),
    Column("审核人", 10),
    Column("审核日期", 12),
    Column("退回原因", 20),
)


def workbook(lines: Sequence[Line]) -> bytes:
    """Takes seconds for thousands of lines: call it in a thread."""
    rows = [_row(number, line) for number, line in enumerate(lines, start=1)]
    rows.append(_total(lines))
    return write(Table(TITLE, fitting(COLUMNS, rows), rows))


def _row(number: int, line: Line) -> tuple[Value, ...]:
    return (
        *(number, line.number, line.kind, line.city, line.county, line.unit, line.credit_code, line.level),
        *(f"{line.first:%Y-%m}", f"{line.last:%Y-%m}", line.serial, line.people),
        *(yuan(line.fen), yuan(line.insurance_fen), yuan(line.fen + line.insurance_fen)),
        *(line.state, line.since, line.days, line.sent_on, line.sent_by),
        *(line.decided_by, line.decided_on, line.reason),
    )


def _total(lines: Sequence[Line]) -> tuple[Value, ...]:
    fen, insurance = sum(line.fen for line in lines), sum(line.insurance_fen for line in lines)
    money = (yuan(fen), yuan(insurance), yuan(fen + insurance))
    before = ("合计", *[None] * 10, sum(line.people for line in lines))
    return (*before, *money, *[None] * (len(COLUMNS) - len(before) - len(money)))
