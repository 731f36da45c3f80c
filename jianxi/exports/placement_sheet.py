"""The sheet of 见习上岗审核 (导出): one row a placement, its columns in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.exports.workbook import Column, Table, Value, fitting, write, yuan

TITLE = "见习上岗"


@dataclass(frozen=True, slots=True)
class Line:
    """One placement in words, as its row on the screen shows it and its page tells it."""

    city: str
    county: str
    unit: str
    level: str
    title: str
    name: str
    sex: str
    id_masked: str
    kind: str
    degree: str
    school: str
    major: str
    starts_on: date
    ends_on: date
    length: str
    allowance_fen: int
    warnings: str
    insurance: str
    mentor: str
    state: str
    duty: str
    uploads: int
    code: str
    waiting_since: date | None
    waiting_days: int | None
    registered_on: date
    decided_by: str
    decided_on: date | None
    rejection: str


COLUMNS = (
    Column("序号", 6),
    Column("市", 8),
    Column("区县", 10),
    Column("单位名称", 24),
    Column("基地级别", 10),
    Column("职位名称", 16),
    Column("姓名", 10),
    Column("性别", 6),
    Column("身份证号", 22, as_text=True),
    Column("人员类别", 12),
    Column("学历", 10),
    Column("毕业院校", 16),
    Column("专业", 16),
    Column("上岗日期", 12),
    Column("见习结束日期", 14),
    Column("见习期限", 12),
    Column("见习期间生活费（元/月）", 14),
    Column("生活费提示", 16),
    Column("保险", 14),
    Column("指导教师", 10),
    Column("审核状态", 12),
    Column("上岗状态", 10),
    Column("提交次数", 10),
    Column("二维码", 10),
    Column("等待审核起", 12),
    Column("已等待天数", 10),
    Column("首次登记日期", 14),
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
        *(number, line.city, line.county, line.unit, line.level, line.title),
        *(line.name, line.sex, line.id_masked, line.kind, line.degree, line.school, line.major),
        *(line.starts_on, line.ends_on, line.length, yuan(line.allowance_fen), line.warnings),
        *(line.insurance, line.mentor, line.state, line.duty),
        *(line.uploads, line.code, line.waiting_since, line.waiting_days, line.registered_on),
        *(line.decided_by, line.decided_on, line.rejection),
    )
