"""The sheet of 终止见习审核 (导出): one row a departure, its columns in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.exports.workbook import Column, Table, Value, fitting, write

TITLE = "终止见习"


@dataclass(frozen=True, slots=True)
class Line:
    """One departure in words, as its row on the screen shows it and its page tells it."""

    city: str
    county: str
    unit: str
    level: str
    name: str
    sex: str
    title: str
    starts_on: date
    ends_on: date
    asked_by: str
    reason: str
    note: str
    wanted_on: date | None
    last_day: date | None
    """As recorded or confirmed."""
    refusal: str
    begun_on: date
    state: str
    since: date
    days: int
    certificate: str
    upload: str
    decided_by: str
    decided_on: date | None
    rejection: str


COLUMNS = (
    Column("序号", 6),
    Column("市", 8),
    Column("区县", 10),
    Column("单位名称", 24),
    Column("基地级别", 10),
    Column("姓名", 10),
    Column("性别", 6),
    Column("职位名称", 16),
    Column("上岗日期", 12),
    Column("见习结束日期", 14),
    Column("提出方", 10),
    Column("离岗原因", 16),
    Column("原因说明", 16),
    Column("期望离岗日期", 14),
    Column("离岗日期", 12),
    Column("单位未同意的原因", 18),
    Column("提出日期", 12),
    Column("状态", 14),
    Column("进入该状态日期", 16),
    Column("已等待天数", 12),
    Column("解除协议证明", 14),
    Column("上传证明图片", 14),
    Column("审核人", 10),
    Column("审核日期", 12),
    Column("不通过原因", 16),
)


def workbook(lines: Sequence[Line]) -> bytes:
    """Takes seconds for thousands of lines: call it in a thread."""
    rows = [_row(number, line) for number, line in enumerate(lines, start=1)]
    return write(Table(TITLE, fitting(COLUMNS, rows), rows))


def _row(number: int, line: Line) -> tuple[Value, ...]:
    return (
        *(number, line.city, line.county, line.unit, line.level, line.name, line.sex, line.title),
        *(line.starts_on, line.ends_on, line.asked_by, line.reason, line.note, line.wanted_on),
        *(line.last_day, line.refusal, line.begun_on, line.state, line.since, line.days),
        *(line.certificate, line.upload, line.decided_by, line.decided_on, line.rejection),
    )
