"""提示: what deserves a look before money is paid or a placement passes. A signal says what was compared with what and what
to look at; it refuses nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jianxi.domain.names import same_name
from jianxi.domain.periods import Period, end_after, overlap, spoken


class Key(StrEnum):
    """Which signals there are, in the order in which they are told."""

    HEADCOUNT = "headcount"
    ACCOUNT = "account"
    EVIDENCE = "evidence"
    PHONE = "phone"
    PICTURE = "picture"
    SCAN = "scan"
    TWICE = "twice"
    REPRESENTATIVE = "representative"
    ALLOWANCE = "allowance"
    RETENTION = "retention"


LABELS = {
    Key.HEADCOUNT: "见习人数较多",
    Key.ACCOUNT: "银行账号相同",
    Key.EVIDENCE: "报送材料相同",
    Key.PHONE: "手机号码相同",
    Key.PICTURE: "身份证照片相同",
    Key.SCAN: "上传文件相同",
    Key.TWICE: "可能重复参加见习",
    Key.REPRESENTATIVE: "与法定代表人同名",
    Key.ALLOWANCE: "生活费低于最低工资",
    Key.RETENTION: "留用合同较短",
}
ADJOINING_DAYS = 10
"""So many days after the last one of a period another begins at most that follows upon it: a long holiday with its weekends."""


@dataclass(frozen=True, slots=True)
class Signal:
    """One, as it is told."""

    key: Key
    sentence: str

    @property
    def label(self) -> str:
        return LABELS[self.key]


@dataclass(frozen=True, slots=True)
class Signals:
    """Of one roster: of the unit, and of people by placement."""

    unit: tuple[Signal, ...]
    people: dict[int, tuple[Signal, ...]]


@dataclass(frozen=True, slots=True)
class Others:
    """With whom something is shared: those whom the office may see by name, the rest by number."""

    named: tuple[str, ...]
    """The first few."""
    seen: int
    """How many it may see in all."""
    unseen: int
    units: int
    """Of so many units that it may not see."""

    @property
    def told(self) -> str:
        """周明、王丽（济南某公司）等12人，以及另一单位的1人."""
        names = "、".join(self.named) + (f"等{self.seen}人" if self.seen > len(self.named) else "")
        where = "另一单位" if self.units == 1 else f"另外{self.units}个单位"
        unseen = f"{where}的{self.unseen}人" if self.unseen else ""
        return "，以及".join(each for each in (names, unseen) if each)


def phone(others: Others, *, follow: bool, is_same_name: bool) -> Signal:
    """`follow`: the period of one of them overlaps this one's or follows upon it."""
    more = "其中有同名的人，请核对是否同一人使用了两个身份证号。" if is_same_name else ""
    more += "其中有人的见习期与本人重叠或前后相接，请核对是否实际在岗。" if follow else ""
    told = f"登记的联系手机与{others.told}相同。家庭成员可能共用手机；请核实号码是否本人使用。{more}"
    return Signal(Key.PHONE, told)


def unit_phone() -> Signal:
    return Signal(Key.PHONE, "登记的联系手机与单位联系手机相同。请核实号码是否本人使用，能否直接联系到本人。")


def picture(others: Others) -> Signal:
    told = f"上传的身份证照片与{others.told}的是同一个文件。请核对证件上的姓名和号码。"
    return Signal(Key.PICTURE, told)


def scan(others: Others) -> Signal:
    told = f"最近一次上传的协议书或证明中，有文件与{others.told}的完全相同。请核对文件上的姓名和编号。"
    return Signal(Key.SCAN, told)


def twice(mine: Period, other: Period, where: str, *, is_same_number: bool) -> Signal:
    """Another placement of somebody who is the same person, or may be: same name and day of birth. `where`: its unit."""
    both = overlap(mine, other)
    how = f"与本次重叠{both.days}天" if both else "与本次前后相接" if follows(mine, other) else "与本次不相连"
    span = f"{where}，{spoken(other.first)}至{spoken(other.last)}"
    told = f"还有姓名和出生日期都相同的人参加见习（{span}），{how}，身份证号不同。请核对是否同一人。"
    if is_same_number:
        told = f"同一身份证号还有一段见习（{span}），{how}。请核对实际在岗的单位和日期。"
    return Signal(Key.TWICE, told)


def representative(name: str, of_unit: str) -> Signal | None:
    if not of_unit or not same_name(name, of_unit):
        return None
    told = f"姓名与单位法定代表人{of_unit}相同。只比对了姓名，可能是同名；请核对是否同一人。"
    return Signal(Key.REPRESENTATIVE, told)


def allowance(months: Sequence[tuple[date, str, str]]) -> Signal | None:
    """`months`: those in which it is under the wage, each with its allowance and wage as texts."""
    if not months:
        return None
    month, paid, wage = months[0]
    how = f"{month.year}年{month.month}月" + (f"等{len(months)}个月" if len(months) > 1 else "")
    amounts = f"每月{paid}元，当地最低工资标准{wage}元"
    if len(months) > 1:
        amounts = f"{month.month}月为{amounts}"
    told = f"按现在的记录，{how}的生活费低于最低工资标准（{amounts}），不予补贴。请核对实际发放金额。"
    return Signal(Key.ALLOWANCE, told)


def retention(first: date, last: date, months: int) -> Signal | None:
    """A contract of no more than so many whole months; with 0 it is never told."""
    if not months or last >= end_after(first, months + 1):
        return None
    span = f"{spoken(first)}至{spoken(last)}"
    told = f"留用登记的劳动合同为{span}，不满{months + 1}个月。请核对是否实际留用并参保。"
    return Signal(Key.RETENTION, told)


def headcount(when: str, people: int, staff: int, share: int) -> Signal | None:
    """`share` is in hundredths of a percent; a unit whose 职工总数 nobody knows is compared with nothing."""
    if staff <= 0 or people * 10_000 <= staff * share:
        return None
    told = (
        f"{when}{people}人，是申请表所填职工总数{staff}人的{_percent(people, staff)}，"
        f"超过{_percent(share, 10_000)}。请核对职工总数是否有变化、是否以见习代替用工。"
    )
    return Signal(Key.HEADCOUNT, told)


def account(others: str) -> Signal:
    told = f"单位银行账号与{others}的相同。总公司与分公司可能共用账号；请核对开户名称。"
    return Signal(Key.ACCOUNT, told)


def evidence(rosters: str) -> Signal:
    told = f"有报送材料与{rosters}的是同一个文件。请核对材料上的单位、人员和月份。"
    return Signal(Key.EVIDENCE, told)


def follows(one: Period, other: Period) -> bool:
    """Whether they overlap, or one begins soon after the other ends."""
    first, second = sorted((one, other))
    return (second.first - first.last).days <= ADJOINING_DAYS


def in_order(found: Iterable[Signal]) -> tuple[Signal, ...]:
    """As `Key` has them."""
    places = {key: place for place, key in enumerate(Key)}
    return tuple(sorted(found, key=lambda each: places[each.key]))


def _percent(part: int, whole: int) -> str:
    """33.3%, rounded down, so that what is told never exceeds what is; 30% without a decimal."""
    tenths = part * 1_000 // whole
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths // 10}.{tenths % 10}%"
