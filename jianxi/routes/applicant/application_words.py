"""What a person is told before and after 撤销报名, 改报 and 放弃录用."""

from jianxi.domain.periods import spoken, today
from jianxi.queries.applications import Application
from jianxi.queries.positions import Position

CHANCE_KEPT = "就业见习的机会没有用去。"

Facts = tuple[tuple[str, str], ...]


def facts(mine: Application) -> Facts:
    return (
        ("岗位", f"{mine.title}（{mine.unit_name}）"),
        ("报名时间", spoken(today(mine.applied_at))),
        ("现在的状态", mine.shown.label),
    )


def both_facts(mine: Application, wanted: Position) -> Facts:
    return (
        ("现在报名的岗位", f"{mine.title}（{mine.unit_name}），{spoken(today(mine.applied_at))}报名"),
        ("改报的岗位", f"{wanted.title}（{wanted.unit_name}）"),
        ("剩余名额", f"{wanted.headcount - wanted.accepted} / {wanted.headcount}"),
        ("报名截止", spoken(wanted.deadline)),
    )


def both(mine: Application, wanted: Position) -> str:
    return (
        f"您现在报名的是“{mine.title}”（{mine.unit_name}）；改报后“{mine.title}”的报名撤销，"
        f"改为报名“{wanted.title}”（{wanted.unit_name}），由该单位审核。"
    )


def room(wanted: Position) -> str:
    left = wanted.headcount - wanted.accepted
    return (
        f"“{wanted.title}”现在还有{left}个名额，报名截止日期是{spoken(wanted.deadline)}；"
        "报名不占名额，单位审核通过时才占。"
    )


def no_review(mine: Application) -> str:
    return f"“{mine.title}”的报名撤销，{mine.unit_name}不再审核。"


def way_back(mine: Application) -> str:
    """What leaving the queue costs."""
    if mine.no_way_back:
        return f"您在“{mine.title}”的报名先后次序不再保留；{mine.no_way_back}，现在撤销后不能再报名该岗位。"
    return f"您在“{mine.title}”的报名先后次序不再保留；{spoken(mine.deadline)}前还有名额时可以重新报名，次序重排。"


def seat_given_back(mine: Application) -> str:
    return f"“{mine.title}”的录用取消，名额退还给{mine.unit_name}，该单位会看到放弃原因。"


def freedom(objection: str) -> str:
    """`objection` is why the person could apply for no other position."""
    return f"之后不能再报名其他岗位：{objection}" if objection else "之后可以选择其他岗位报名。"


def applied(mine: Application) -> str:
    return f"已报名“{mine.title}”。由{mine.unit_name}审核，结果会显示在本页；等待审核时可以改报其他岗位，也可以撤销报名。"


def withdrawn(mine: Application) -> str:
    return f"已撤销报名“{mine.title}”，{mine.unit_name}不再审核。"


def declined(mine: Application) -> str:
    return f"已放弃“{mine.title}”的录用，名额已退还，{mine.unit_name}会看到放弃原因。"


def switched(mine: Application, wanted: Position | None) -> str:
    """None for one that is published no more, and then it cannot have been done."""
    if wanted is None:
        return ""
    return f"已改报“{wanted.title}”，“{mine.title}”的报名已撤销。由{wanted.unit_name}审核，结果会显示在本页。"
