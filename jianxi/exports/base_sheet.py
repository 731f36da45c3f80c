"""The sheet of 见习基地审核 (导出): one row a base, its columns in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.exports.workbook import Column, Table, Value, fitting, write

TITLE = "见习基地"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one office decided, who did, and on which day; blank while nobody has."""

    text: str = ""
    official: str = ""
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One base in words, as its row on the screen shows it and its page tells it."""

    city: str
    county: str
    unit: str
    credit_code: str
    nature: str
    industry: str
    wanted_level: str
    level: str
    state: str
    change: str
    staff: int
    yearly_posts: int
    submissions: int
    submitted_on: date | None
    of_county: Opinion
    of_city: Opinion
    approved_on: date | None
    reason: str
    contact: str
    phone: str
    office_phone: str
    mail: str
    address: str
    files: int


COLUMNS = (
    Column("序号", 6),
    Column("市", 8),
    Column("区县", 10),
    Column("单位名称", 24),
    Column("统一社会信用代码", 22, as_text=True),
    Column("单位性质", 10),
    Column("所属行业", 16),
    Column("申请级别", 10),
    Column("基地级别", 10),
    Column("状态", 18),
    Column("变更申请", 18),
    Column("职工人数", 10),
    Column("每年可提供岗位数", 18),
    Column("提交次数", 10),
    Column("提交时间", 12),
    Column("区县意见", 16),
    Column("区县审核人", 12),
    Column("区县审核日期", 14),
    Column("市级意见", 16),
    Column("市级审核人", 12),
    Column("市级审核日期", 14),
    Column("审核通过日期", 14),
    Column("不通过、暂停或取消的原因", 16),
    Column("联系人", 12),
    Column("联系手机", 14, as_text=True),
    Column("办公电话", 16, as_text=True),
    Column("电子邮箱", 16),
    Column("详细地址", 24),
    Column("附件数", 8),
)


def workbook(lines: Sequence[Line]) -> bytes:
    """Takes seconds for thousands of lines: call it in a thread."""
    rows = [_row(number, line) for number, line in enumerate(lines, start=1)]
    return write(Table(TITLE, fitting(COLUMNS, rows), rows))


def _row(number: int, line: Line) -> tuple[Value, ...]:
    county, city = line.of_county, line.of_city
    return (
        *(number, line.city, line.county, line.unit, line.credit_code, line.nature, line.industry),
        *(line.wanted_level, line.level, line.state, line.change),
        *(line.staff, line.yearly_posts, line.submissions, line.submitted_on),
        *(county.text, county.official, county.on, city.text, city.official, city.on),
        *(line.approved_on, line.reason),
        *(line.contact, line.phone, line.office_phone, line.mail, line.address, line.files),
    )
