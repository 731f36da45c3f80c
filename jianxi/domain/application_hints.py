"""What is said where a 报名 has no such move from its state: why not, and the way round."""

from collections.abc import Callable
from typing import Protocol

from jianxi.domain.flow import Role


class Known(Protocol):
    """What these sentences depend on."""

    @property
    def live(self) -> str | None: ...

    @property
    def placement_started(self) -> bool: ...


Hint = str | Callable[[Known, Role], str]
_GOING_ON = {
    "waiting": "您已另有一个报名正在等待审核，可以从那个报名改报，或撤销那个报名。",
    "accepted": "您已被另一个岗位录用；如不去该岗位，可以先放弃录用，再报其他岗位。",
}
"""By the state of the person's live application, which is another one."""


def _over(what: str, free: str) -> Hint:
    """Of one that is over: what there is to do depends on whether another one is going on."""

    def said(facts: Known, role: Role) -> str:
        return what + _GOING_ON.get(facts.live or "", free)

    return said


def _accepted(cannot: str, instead: str) -> Hint:
    """Of an acceptance: once the traineeship has begun, the person cannot give it up any more either."""

    def said(facts: Known, role: Role) -> str:
        return _BEGUN + cannot if facts.placement_started else f"单位已录用您，{cannot}{instead}"

    return said


_BEGUN = "您的上岗审核已经通过，见习已经开始，"
_ELSEWHERE, _APPLY = "可以选择其他岗位报名。", "可以直接报名其他岗位。"
HINTS: dict[tuple[str, str], Hint] = {
    ("withdraw", "accepted"): _accepted("不能再撤销报名。", "如不去该岗位，可以放弃录用。"),
    ("withdraw", "rejected"): _over("单位已审核不通过该报名，不需要撤销。", _ELSEWHERE),
    ("withdraw", "withdrawn"): "该报名已经撤销，不需要再撤销。",
    ("withdraw", "cancelled"): _over("该录用已经取消，不需要撤销报名。", _ELSEWHERE),
    ("switch", "accepted"): _accepted("不能改报。", "如不去该岗位，可以先放弃录用，再报其他岗位。"),
    ("switch", "rejected"): _over("单位已审核不通过该报名，不需要改报。", _APPLY),
    ("switch", "withdrawn"): _over("该报名已经撤销，不能改报。", _APPLY),
    ("switch", "cancelled"): _over("该录用已经取消，不需要改报。", _APPLY),
    ("accept", "withdrawn"): "该报名已经撤销，不能录用。",
    ("reject", "withdrawn"): "该报名已经撤销，无需审核。",
    ("decline", "waiting"): "单位还没有录用您，不需要放弃录用。可以撤销报名或改报。",
    ("decline", "cancelled"): _over("该录用已经取消，不需要放弃。", _ELSEWHERE),
    ("cancel", "waiting"): "此人还没有被录用，不能取消录用。不录用时，请审核不通过。",
    ("cancel", "withdrawn"): "该报名已经撤销，不需要取消录用。",
    ("cancel", "cancelled"): "该录用已经取消，不需要再取消。",
}
_STAYS = "不能撤销离岗审核。"
NOT_RESTORED = {
    "waiting": f"此人已报名其他岗位，{_STAYS}该报名撤销或审核不通过后可以进行。",
    "accepted": f"此人已被其他岗位录用，{_STAYS}该录用取消后可以进行。",
    "chance": f"此人已在其他单位参加就业见习，每人只有一次机会，{_STAYS}",
    "seat": f"该岗位见习人数为{{}}人，名额已由他人录满，{_STAYS}有录用取消后可以进行。",
}
"""Why an acceptance that ended as 未上岗 cannot stand again, to the office; by the state of another live one."""
