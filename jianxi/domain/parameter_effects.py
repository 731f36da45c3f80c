"""What a change of a parameter 参数 would do to rosters 花名册, in numbers and in the sentences that tell them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from jianxi.domain import labels, periods
from jianxi.domain.money import format_yuan
from jianxi.domain.rosters import RosterState

OPEN = (RosterState.DRAFT, RosterState.SENT, RosterState.RETURNED)
"""Computed from the parameters as they stand; what is accepted never is again."""


@dataclass(frozen=True, slots=True)
class Effect:
    """Of rosters that have months from the day on. Money in 分, 补贴 and insurance together."""

    since: date
    open: int = 0
    """Those that are not accepted yet."""
    changed: int = 0
    """Of them, those in which anything would be another."""
    sent: int = 0
    """Of the changed, those that wait for the office just as they were sent."""
    people: int = 0
    before_fen: int = 0
    after_fen: int = 0
    """Sums of what is payable in all that can be computed before and after."""
    mended: int = 0
    """Could not be computed for want of a value, and then could."""
    lacking: int = 0
    """Could still not be."""
    left_out: int = 0
    """Not looked at: there are too many."""
    accepted: int = 0

    @property
    def sentences(self) -> tuple[str, ...]:
        return (*_of_open(self), *_of_accepted(self))


def _of_open(effect: Effect) -> Iterator[str]:
    words = "、".join(labels.state("roster", state) for state in OPEN)
    if not effect.open:
        yield f"目前没有{words}的补贴经费花名册包含该日以后的月份，不影响已经编制的花名册。"
        return
    yield (
        f"{words}的补贴经费花名册共有{effect.open:,}份包含{periods.spoken(effect.since)}以后的月份。"
        + _change(effect)
    )
    if effect.sent:
        yield (
            f"其中{effect.sent:,}份已报送：接受时会与报送时的内容不一致，需退回，由单位按新的金额重新报送。"
        )
    if effect.mended:
        yield f"{effect.mended:,}份原来缺少标准、不能计算，设置后可以计算。"
    if effect.lacking:
        yield f"{effect.lacking:,}份仍缺少其他标准，不能计算，没有计入上面的数字。"
    if effect.left_out:
        yield f"花名册或人员较多，另有{effect.left_out:,}份没有逐份计算，没有计入上面的数字。"


def _change(effect: Effect) -> str:
    if effect.open == effect.mended + effect.lacking + effect.left_out:
        return ""
    if not effect.changed:
        return "金额都没有变化。"
    by = effect.after_fen - effect.before_fen
    word = f"增加{format_yuan(by)}元" if by > 0 else f"减少{format_yuan(-by)}元" if by < 0 else "合计不变"
    return (
        f"其中{effect.changed:,}份、{effect.people:,}人有变化，补贴（含保险补贴）合计由"
        f"{format_yuan(effect.before_fen)}元变为{format_yuan(effect.after_fen)}元（{word}）。"
    )


def _of_accepted(effect: Effect) -> Iterator[str]:
    if effect.accepted:
        yield (
            f"已接受的花名册有{effect.accepted:,}份包含这些月份，保持不变。确需按新值计算的，请对该花名册办理更正。"
        )
