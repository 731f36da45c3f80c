"""备注 of a person in a 花名册, and what the sheet of a 年度清算 says of the differences it adds up."""

from collections.abc import Sequence

from jianxi.domain import subsidy_words
from jianxi.domain.money import format_yuan
from jianxi.domain.roster_parts import Line
from jianxi.domain.subsidies import Standing

FORMULA = "年度清算：补贴合计＝应得（按清算的补贴比例计算）－此前（已接受的花名册所列补贴）"


def of(line: Line) -> str:
    """应得 and 此前 of a settlement, and the months that are not summed."""
    standings = [month.standing for month in line.months]
    apart = [
        f"{word}{standings.count(each)}个月"
        for each, word in subsidy_words.STANDINGS.items()
        if each is not Standing.PAYABLE and each in standings
    ]
    sums = _settled(line)
    told = [f"应得{format_yuan(sums[0])}", f"此前{format_yuan(sums[1])}"] if any(sums) else []
    return "\n".join([*told, *(["，".join(apart)] if apart else [])])


def settled(lines: Sequence[Line]) -> str:
    """How the sum of a settlement comes about; empty where nothing is settled."""
    if not any(month.settles for line in lines for month in line.payable):
        return ""
    due, before = (sum(found) for found in zip(*map(_settled, lines), strict=True))
    told = f"应得{format_yuan(due)}元，此前{format_yuan(before)}元，差额{format_yuan(due - before)}元"
    return f"{FORMULA}。共计{told}。"


def _settled(line: Line) -> tuple[int, int]:
    """What the settled months come to at the rate of the settlement, and what was granted of them before."""
    months = [month for month in line.payable if month.settles]
    before = sum(month.before_fen or 0 for month in months)
    return before + sum(month.fen for month in months), before
