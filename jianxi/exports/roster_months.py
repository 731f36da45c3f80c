"""核算明细: the second sheet of a 花名册, one row a person and month; and of a 年度清算 the names behind 留用率."""

from collections.abc import Iterator, Sequence

from jianxi.domain import subsidy_words
from jianxi.domain.money import format_yuan
from jianxi.domain.parameters import PART_MONTH_METHOD, SUBSIDY_RATE
from jianxi.domain.policy import format_value
from jianxi.domain.roster_parts import Head, Line
from jianxi.domain.subsidies import MonthAmount, Standing
from jianxi.exports.layout import Band, Column, Row, Table, Value
from jianxi.exports.workbook import yuan

TITLE, FIGURE = "核算明细", "留用率"
COLUMNS = (
    Column("序号", 4),
    Column("姓名", 7),
    Column("身份证号", 19, as_text=True),
    Column("月份", 8),
    Column("补贴首日", 11),
    Column("补贴末日", 11),
    Column("当月天数", 5),
    Column("核算天数", 5),
    Column("最低工资标准（元/月）", 10, across="right"),
    Column("工资标准依据", 14),
    Column("补贴比例", 5),
    Column("补贴比例依据", 24),
    Column("不足整月的计算方法", 9),
    Column("生活费（元/月）", 9),
    Column("结果", 7),
    Column("此前已补贴（元）", 10),
    Column("补贴金额（元）", 11),
    Column("保险补贴（元）", 8),
    Column("待定金额（元）", 10),
    Column("计算", 26, across="left"),
    Column("原因", 20, across="left"),
)


def tables(head: Head, lines: Sequence[Line], foot: str) -> Iterator[Table]:
    yield Table(TITLE, COLUMNS, _rows(lines), printed=True, foot=foot)
    if head.figure is not None:
        columns = (Column("类别", 16), Column("姓名", 32), Column("日期", 20))
        told = Band([(3, subsidy_words.rate_of(head.figure))], is_bold=True)
        yield Table(FIGURE, columns, _behind(head), (told,), printed=True, foot=foot)


def _rows(lines: Sequence[Line]) -> Iterator[Row]:
    """The numbers are summed as they are told."""
    fen = insured = before = 0
    for line in lines:
        for month in line.months:
            yield _row(line, month)
            if month.standing is Standing.PAYABLE:
                fen, insured = fen + month.fen, insured + month.insurance_fen
                before += month.before_fen or 0
    sums: list[tuple[int, Value]] = [(1, yuan(before)), (1, yuan(fen)), (1, yuan(insured)), (3, None)]
    yield Band([(15, "合计"), *sums], is_bold=True, height=20)


def _row(line: Line, month: MonthAmount) -> tuple[Value, ...]:
    is_payable, is_pending = month.standing is Standing.PAYABLE, month.standing is Standing.PENDING
    rate = format_value(SUBSIDY_RATE, month.rate + month.bonus)
    return (
        *(line.place, line.columns.name, line.columns.id_number, f"{month.month:%Y-%m}"),
        *(month.first, month.last, month.month_days, month.counted_days, _wage(month)),
        "；".join(dict.fromkeys(part.source for part in month.parts)),
        *(rate, month.rate_source, format_value(PART_MONTH_METHOD, month.method)),
        yuan(month.allowance_fen) if month.allowance_day else None,
        subsidy_words.STANDINGS[month.standing],
        yuan(month.before_fen) if is_payable and month.before_fen is not None else None,
        yuan(month.fen) if is_payable else None,
        yuan(month.insurance_fen) if is_payable else None,
        yuan(month.fen) if is_pending else None,
        *(subsidy_words.formula(month), month.reason),
    )


def _wage(month: MonthAmount) -> Value:
    """One wage is a number; two of one month are told with their days."""
    if len(month.parts) == 1:
        return yuan(month.parts[0].wage_fen)
    return "；".join(f"{format_yuan(part.wage_fen)}（{part.days}天）" for part in month.parts)


def _behind(head: Head) -> Iterator[Row]:
    if head.figure is None:
        return
    for word, placements in (("留用", head.figure.retained), ("期满", head.figure.completed)):
        for each in head.names(placements):
            yield (word, each.name, each.day)
