"""What the page before 报送 of a 花名册 promises: how many people are paid, how much money, and a mark of every amount."""

import hashlib
import re
from dataclasses import dataclass

from jianxi.domain.money import format_yuan
from jianxi.domain.roster_parts import Line
from jianxi.domain.subsidies import Standing

_TEXT = re.compile(r"([0-9]{1,9})\.(-?[0-9]{1,15})\.([0-9a-f]{32})")
NOT_DONE = "您的操作未执行："
UNKNOWN = f"{NOT_DONE}没有收到您核对过的人数和合计。请核对后重新报送。"


@dataclass(frozen=True, slots=True)
class Promise:
    """As a form carries it there and back."""

    people: int
    """With a month that is paid."""
    fen: int
    """合计, with insurance."""
    mark: str
    """Of every month of everybody: alike means that nothing would be paid otherwise."""

    @property
    def text(self) -> str:
        return f"{self.people}.{self.fen}.{self.mark}"


class Marking:
    """A `Promise` in the making, line by line."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()
        self._people = self._fen = 0

    def add(self, line: Line) -> None:
        self._people += line.months_counted > 0
        self._fen += line.fen + line.insurance_fen
        said = [f"{line.placement}"]
        for month in line.months:
            is_paid = month.standing is Standing.PAYABLE
            amount = f"{month.fen},{month.insurance_fen}" if is_paid else month.standing.value
            said.append(f"{month.month.isoformat()}:{amount}")
        self._hash.update(f"{' '.join(said)}\n".encode())

    @property
    def promise(self) -> Promise:
        return Promise(self._people, self._fen, self._hash.hexdigest()[:32])


def read(text: str) -> Promise | None:
    """None for what no page has said."""
    found = _TEXT.fullmatch(text)
    return Promise(int(found[1]), int(found[2]), found[3]) if found else None


def broken(before: Promise | None, now: Promise) -> str:
    """What is no longer as it was promised, in one sentence; "" when all is kept."""
    if before is None:
        return UNKNOWN
    if before == now:
        return ""
    if (before.people, before.fen) == (now.people, now.fen):
        changed = "计入人数和合计不变，但各人各月的金额有变化"
    else:
        people = f"由{before.people:,}人变为{now.people:,}人"
        people = people if before.people != now.people else f"仍为{now.people:,}人"
        money = f"由{format_yuan(before.fen)}元变为{format_yuan(now.fen)}元"
        money = money if before.fen != now.fen else f"仍为{format_yuan(now.fen)}元"
        changed = f"计入人数{people}，合计{money}"
    return f"{NOT_DONE}您核对以后，记录或参数有变化，{changed}。请核对后重新报送。"
