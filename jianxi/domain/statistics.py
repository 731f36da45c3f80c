"""统计: which figures there are, what each of them counts, and how 留用率 is worked out exactly."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from jianxi.domain.periods import DAY, Period


class Kind(StrEnum):
    """How a figure depends on the period."""

    NOW = "now"
    """It stands today, whatever period is asked for."""
    LAST_DAY = "last_day"
    """It stands on the last day of the period, or of each month; today while that is ahead."""
    DURING = "during"
    """It happened during the period."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. Money in 分, told in 元."""

    key: str
    label: str
    unit: str
    kind: Kind
    definition: str
    is_money: bool = False
    short: str = ""
    """Its label under another figure."""


BASES = Figure("bases", "见习基地", "家", Kind.NOW, "现在“审核通过”的见习基地，不论所选期间。")
POSITIONS = Figure("positions", "发布中岗位", "个", Kind.NOW, "现在“发布中”的见习岗位，不论所选期间。")
SEATS = Figure(
    "seats",
    "发布中见习人数",
    "人",
    Kind.NOW,
    "现在“发布中”的岗位的见习人数之和，不论所选期间。",
    short="见习人数",
)
NEW_BASES = Figure(
    "new_bases", "新认定基地", "家", Kind.DURING, "审核通过时间在期间内、现在仍为“审核通过”的见习基地。"
)
NEW_POSITIONS = Figure(
    "new_positions", "新发布岗位", "个", Kind.DURING, "首次发布时间在期间内的见习岗位，不论现在的状态。"
)
NEW_SEATS = Figure("new_seats", "新增见习人数", "人", Kind.DURING, "期间内新发布岗位的见习人数之和。")
ACCEPTED = Figure(
    "accepted", "录用", "人", Kind.DURING, "单位在期间内审核通过、现在没有取消的报名，按审核通过的时间计。"
)
ACCEPTED_OWN = Figure(
    "accepted_own", "本级基地录用", "人", Kind.DURING, "录用中属于本级见习基地的，可以在录用名单中查看。"
)
BEGUN = Figure(
    "begun", "上岗", "人", Kind.DURING, "上岗审核已通过、上岗日期在期间内且已到的人员，不含未上岗的。"
)
ON_DUTY = Figure(
    "on_duty",
    "在岗",
    "人",
    Kind.LAST_DAY,
    "期间（或该月）最后一天在岗的人员，未到的以今天为准：从上岗日期起，"
    "到见习结束日期、离岗日期、留用劳动合同起始日期前一天中最早的一天止。",
)
COMPLETED = Figure(
    "completed",
    "期满",
    "人",
    Kind.DURING,
    "见习结束日期在期间内且已过、没有离岗的人员；不符合留用率条件的留用也计在这里，符合条件的不计。",
)
RETAINED = Figure(
    "retained",
    "留用",
    "人",
    Kind.DURING,
    "劳动合同不短于规定期限（一般为12个月）并已参加社会保险的留用，按合同起始日期和参保日期中较晚的一天计。",
)
LEFT = Figure(
    "left", "提前离岗", "人", Kind.DURING, "离岗已审核通过、离岗日期在期间内且已到的人员，不含未上岗的。"
)
GRANTED = Figure(
    "granted", "花名册补贴", "元", Kind.DURING, "已接受的补贴经费花名册中所属月份在期间内的补贴。", True
)
SETTLED = Figure(
    "settled",
    "年度清算补贴",
    "元",
    Kind.DURING,
    "已接受的年度清算中所属月份在期间内的补贴，可能为负数。",
    True,
    "清算",
)
INSURED = Figure(
    "insured",
    "保险补贴",
    "元",
    Kind.DURING,
    "已接受的花名册和年度清算中所属月份在期间内的保险补贴。",
    True,
    "保险",
)
RATE = "留用率"
RATE_MEANS = "留用 ÷（期满＋留用），提前离岗的不计；分母为0时显示“—”。"

FIGURES: Mapping[str, Figure] = {
    figure.key: figure
    for figure in (
        *(BASES, POSITIONS, SEATS, NEW_BASES, NEW_POSITIONS, NEW_SEATS, ACCEPTED, ACCEPTED_OWN, BEGUN),
        *(ON_DUTY, COMPLETED, RETAINED, LEFT, GRANTED, SETTLED, INSURED),
    )
}
DEFINED = tuple(figure for figure in FIGURES.values() if figure is not ACCEPTED_OWN)
"""Those that stand on the page, in the order in which they are explained."""


def days_told(figure: Figure, days: Period, today: date) -> Period | None:
    """The days of which a figure tells: nothing that lies ahead has happened, and who is on duty today has not completed.
    None where none of them has come."""
    if figure.kind is Kind.LAST_DAY:
        return Period(min(days.last, today), min(days.last, today))
    last = min(days.last, today - DAY if figure is COMPLETED else today)
    return Period(days.first, last) if days.first <= last else None


def rate(retained: int, completed: int) -> Fraction | None:
    """留用率; None where nobody completed and nobody was retained."""
    total = retained + completed
    return Fraction(retained, total) if total else None


def percent(share: Fraction | None) -> str:
    """58.1%; 「—」 where there is none. Cut off as on 花名册, so that 49.96 % never reads as 50 %."""
    if share is None:
        return "—"
    tenths = share.numerator * 1_000 // share.denominator
    return f"{tenths // 10}.{tenths % 10}%"
