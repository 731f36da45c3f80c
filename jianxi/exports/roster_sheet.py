"""补贴经费花名册 and 年度清算 as a workbook: the list to print and sign, and what each month's amount is made of.

The unit's facts stand above the table and not on a sheet of their own: what is signed and stamped is one paper, and
a second sheet is left behind when the first is printed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from jianxi.domain import labels, roster_words, subsidy_words
from jianxi.domain.bases import BaseLevel
from jianxi.domain.jobs import Progress, unheard
from jianxi.domain.money import LARGEST, format_yuan, in_capitals
from jianxi.domain.parameters import SUBSIDY_RATE
from jianxi.domain.policy import format_value
from jianxi.domain.roster_parts import Head, Line
from jianxi.domain.subsidies import MonthAmount, Standing
from jianxi.exports import roster_months, roster_remarks
from jianxi.exports.layout import Band, Column, Row, Table, Value
from jianxi.exports.progress import written
from jianxi.exports.workbook import yuan

TITLE = "补贴经费花名册"
COLUMNS = (
    Column("序号", 4),
    Column("姓名", 7),
    Column("性别", 4),
    Column("身份证号", 19, as_text=True),
    Column("人员类别", 5),
    Column("毕业院校", 7),
    Column("专业", 7),
    Column("学历", 5),
    Column("毕业时间", 11),
    Column("联系电话", 12, as_text=True),
    Column("见习岗位", 7),
    Column("指导教师", 7),
    Column("上岗日期", 11),
    Column("协议到期日", 11),
    Column("实际离岗/期满日", 11),
    Column("离岗原因", 7),
    Column("是否留用", 5),
    Column("留用（合同）日期", 11),
    Column("申请月数", 5),
    Column("核算月数", 5),
    Column("单位月发生活费（元）", 9, across="right"),
    Column("当地最低工资（元/月）", 9, across="right"),
    Column("补贴比例", 5),
    Column("月补贴额（元）", 9, across="right"),
    Column("补贴合计（元）", 10),
    Column("保险补贴（元）", 8),
    Column("保险情况", 26),
    Column("备注", 7),
)
"""As narrow as what is common allows in three lines, which its insurance needs: across one page the letters are small, and each digit counts."""
SETTLED = (*COLUMNS[:-2], Column("保险情况", 20), Column("备注", 13))
"""Of a 年度清算, whose 备注 tells of two amounts a person."""
WIDE = len(COLUMNS)
APART = "待定和不予补贴（不计入合计）"


@dataclass(frozen=True, slots=True)
class Told:
    """What stands round the table besides the head's own facts."""

    number: str
    """编号; empty before there is a roster."""
    state: str
    """In words."""
    serial: int = 1
    """第n版."""
    digest: str = ""
    """内容摘要 of what was sent."""
    sent: str = ""
    """When and by whom it was sent."""


def workbook(head: Head, lines: Sequence[Line], told: Told, progress: Progress = unheard) -> bytes:
    """The list, 核算明细 and, of a settlement, 留用率 with its names. Takes seconds for thousands of people: call it in
    a thread."""
    foot = "　".join(part for part in (told.number, told.digest and f"内容摘要 {told.digest}") if part)
    columns = SETTLED if head.figure is not None else COLUMNS
    listed = Table(TITLE, columns, _rows(lines), _above(head, lines, told), printed=True, foot=foot)
    many = sum(1 + len(line.months) for line in lines)
    return written((listed, *roster_months.tables(head, lines, foot)), many, progress)


def _above(head: Head, lines: Sequence[Line], told: Told) -> tuple[Band, ...]:
    unit = head.unit
    level = labels.level(BaseLevel(unit.level)) if unit.level else ""
    facts = (
        ("单位名称", unit.name),
        ("统一社会信用代码", unit.credit_code),
        ("基地级别", level),
        ("所属区县", unit.place),
        ("开户名称", unit.account_name),
        ("开户银行", unit.bank),
        ("银行账号", unit.account_number),
        ("联系人", f"{unit.contact}　{unit.phone}"),
        ("编号", told.number or "尚未报送"),
        ("状态", told.state),
        ("报送", told.sent or "尚未报送"),
        ("留用率", subsidy_words.rate_of(head.figure) if head.figure else "见年度清算"),
    )
    cells = [(WIDE // 4, f"{label}：{value or '未填写'}") for label, value in facts]
    title = f"{unit.name}{roster_words.title(head.kind, head.period, told.serial)}"
    rows = [Band(cells[at : at + 4], height=18) for at in range(0, len(cells), 4)]
    return (Band([(WIDE, title)], is_bold=True, size=16, height=30, is_centred=True), *rows)


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    for line in lines:
        yield _row(line)
    yield _total(lines)
    if told := roster_remarks.settled(lines):
        yield Band([(WIDE, told)])
    fen = sum(line.fen + line.insurance_fen for line in lines)
    if 0 <= fen <= LARGEST:
        yield Band([(WIDE, f"补贴与保险补贴共计人民币（大写）：{in_capitals(fen)}（{format_yuan(fen)}元）")])
    yield from _apart(lines)
    yield from _signed()


def _row(line: Line) -> tuple[Value, ...]:
    of, service, contract = line.columns, line.service, line.service.contract
    return (
        *(line.place, of.name, of.sex, of.id_number, of.kind, of.school, of.major, of.degree),
        *(of.graduated_on, of.phone, of.title, of.mentor, service.starts_on, service.ends_on, of.last_day),
        *(of.leaving_reason, "是" if contract else "否", contract.first_day if contract else None),
        *(line.months_claimed, line.months_counted, yuan(line.allowance_fen), _money(line.wages)),
        "\n".join(format_value(SUBSIDY_RATE, rate) for rate in line.rates),
        _money(_standards(line)),
        *(yuan(line.fen), yuan(line.insurance_fen), of.insurance, roster_remarks.of(line)),
    )


def _total(lines: Sequence[Line]) -> Band:
    """Typed numbers: a formula is refused by some viewers, and the sums are those that were frozen."""
    fen, insured = sum(line.fen for line in lines), sum(line.insurance_fen for line in lines)
    months = [sum(getattr(line, name) for line in lines) for name in ("months_claimed", "months_counted")]
    told: list[tuple[int, Value]] = [
        (18, f"合计（列入{len(lines)}人、计入{sum(bool(line.payable) for line in lines)}人）"),
        *((1, many) for many in months),
        (4, None),
    ]
    return Band([*told, (1, yuan(fen)), (1, yuan(insured)), (2, None)], is_bold=True, height=20)


def _apart(lines: Sequence[Line]) -> Iterator[Band]:
    """One row a person and month, with the reason."""
    found = [
        (line, month) for line in lines for month in line.months if month.standing is not Standing.PAYABLE
    ]
    if not found:
        return
    yield Band([(WIDE, f"{APART}：{len(found)}人月")], is_bold=True, height=20)
    for line, month in found:
        of, told = line.columns, subsidy_words.STANDINGS[month.standing]
        cells: list[tuple[int, Value]] = [(1, line.place), (2, of.name), (1, of.id_number)]
        cells += [(2, f"{month.month:%Y-%m}"), (2, told)]
        yield Band([*cells, (WIDE - sum(wide for wide, _ in cells), month.reason)])


def _signed() -> Iterator[Band]:
    """What is filled in by hand."""
    third, half = WIDE // 3, WIDE // 2
    yield Band(
        [
            (third, "制表人（签字）："),
            (third, "单位负责人（签字）："),
            (WIDE - 2 * third, "单位（盖章）　　　年　　月　　日"),
        ],
        height=36,
    )
    offices = ("区县人社部门审核意见：", "市人社部门审核意见：")
    yield Band(
        [
            (half, f"{each}\n\n\n　　　　　　　　经办人：　　　　　（盖章）　　　年　　月　　日")
            for each in offices
        ],
        height=80,
    )


def _standards(line: Line) -> tuple[int, ...]:
    """月补贴额: what a whole month comes to at each wage and rate of the months that are paid."""
    return tuple(dict.fromkeys(each for month in line.payable for each in _whole(month)))


def _whole(month: MonthAmount) -> Iterator[int]:
    rate = month.rate + month.bonus
    for part in month.parts:
        yield (part.wage_fen * rate * 2 + 10_000) // 20_000


def _money(found: Sequence[int]) -> Value:
    """One amount is a number; several stand one below the other."""
    return yuan(found[0]) if len(found) == 1 else "\n".join(map(format_yuan, found))
