"""The sheet of 上岗人员管理 (导出): one row a person, its columns in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.exports.workbook import Column, Table, Value, fitting, write, yuan

TITLE = "上岗人员"


@dataclass(frozen=True, slots=True)
class Line:
    """One person in words, as the row on the screen shows it and the page tells it."""

    name: str
    sex: str
    id_masked: str
    kind: str
    degree: str
    school: str
    major: str
    phone: str
    title: str
    mentor: str
    starts_on: date
    ends_on: date
    allowance_fen: int
    """In force today."""
    state: str
    departure: str
    """State of the departure that stands."""
    wanted_on: date | None
    """What the person wished."""
    last_day: date | None
    """As recorded or confirmed."""
    retained_post: str
    contract_from: date | None
    lacks: str
    days: str
    insured_to: date | None
    """The last day that the policies together reach."""


COLUMNS = (
    Column("序号", 6),
    Column("姓名", 10),
    Column("性别", 6),
    Column("身份证号", 20, as_text=True),
    Column("人员类别", 12),
    Column("学历", 10),
    Column("毕业院校", 16),
    Column("专业", 16),
    Column("联系手机", 14, as_text=True),
    Column("见习岗位", 16),
    Column("指导教师", 10),
    Column("上岗日期", 12),
    Column("见习结束日期", 14),
    Column("月生活费（元）", 14),
    Column("状态", 12),
    Column("离岗", 14),
    Column("期望离岗日期", 14),
    Column("离岗日期", 12),
    Column("留用岗位", 14),
    Column("劳动合同起始日期", 16),
    Column("待办", 20),
    Column("期限", 12),
    Column("保险终止日期", 14),
)


def workbook(lines: Sequence[Line]) -> bytes:
    """Takes seconds for thousands of lines: call it in a thread."""
    rows = [_row(number, line) for number, line in enumerate(lines, start=1)]
    return write(Table(TITLE, fitting(COLUMNS, rows), rows))


def _row(number: int, line: Line) -> tuple[Value, ...]:
    return (
        *(number, line.name, line.sex, line.id_masked, line.kind, line.degree, line.school, line.major),
        *(line.phone, line.title, line.mentor, line.starts_on, line.ends_on, yuan(line.allowance_fen)),
        *(line.state, line.departure, line.wanted_on, line.last_day, line.retained_post, line.contract_from),
        *(line.lacks, line.days, line.insured_to),
    )
