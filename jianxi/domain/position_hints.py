"""Why a verb has no move from a state of a 见习岗位, or not for this office, and the way round it."""

from collections.abc import Callable
from typing import Protocol

from jianxi.domain import chains, labels
from jianxi.domain.flow import Role


class Known(Protocol):
    """What these sentences depend on."""

    @property
    def chain(self) -> chains.Chain: ...

    @property
    def anyone_ever_applied(self) -> bool: ...


Hint = str | Callable[[Known, Role], str]
APPLIED_FOR_OFFICE = (
    "该岗位已有人报过名，不能再撤销审核，以后也不能。内容需要修改的，请单位复制为新岗位，重新提交审核。"
)
APPLIED_FOR_EMPLOYER = "该岗位已有人报过名，不能编辑或删除。需要修改时，可以复制为新岗位。"


def _unless_applied(permanent: str, sentence: Hint) -> Hint:
    """What will never change is said before what could be waited for or asked for."""

    def said(facts: Known, role: Role) -> str:
        if facts.anyone_ever_applied:
            return permanent
        return sentence(facts, role) if callable(sentence) else sentence

    return said


def _withdraw_first(facts: Known, role: Role) -> str:
    publisher = chains.publisher(facts.chain)
    if role is publisher:
        return "该岗位正在发布中，不能撤销审核。请先撤销发布，再撤销审核。"
    return f"该岗位正在发布中，不能撤销审核。由{labels.role(publisher)}先撤销发布并撤销其审核后可以进行。"


_NOT_YET_DECIDED = "该岗位正在等待审核，没有可以撤销的审核。"
_DECIDED_ELSEWHERE = "该岗位最后由另一级部门审核，由该部门撤销审核后，本级才能撤销。"
_NOT_YET_PASSED = "该岗位还在等待审核，不能发布。全部审核通过后可以发布。"
_NOT_WITHDRAWN = "该岗位没有被单位撤销，不需要申请重新发布。"
_NOT_OUT = "该岗位现在没有发布，不需要撤销发布。"

_REVIEW: dict[str, Hint] = {
    "waiting_county": "该岗位正在等待区县审核，区县通过后市级才能审核。",
    "waiting_city": "该岗位正在等待市级审核，由市级作出决定。",
    "approved": "该岗位已审核通过，不需要再审核。需要改变决定时，请先撤销审核。",
    "rejected": "该岗位已审核不通过，不需要再审核。需要改变决定时，请先撤销审核。",
    "published": "该岗位正在发布中，不需要再审核。",
    "withdrawn": "单位已撤销该岗位，不需要再审核。",
}

_HINTS: dict[str, dict[str, Hint]] = {
    "edit": {
        "approved": "该岗位已审核通过，不能编辑。可以请审核部门撤销审核，或复制为新岗位。",
        "published": "该岗位正在发布中，不能编辑。可以复制为新岗位，或延长报名。",
        "rejected": "该岗位审核不通过，不能编辑。可以复制为新岗位，或请审核部门撤销审核。",
        "withdrawn": "该岗位已撤销发布，不能编辑。可以复制为新岗位，或申请重新发布。",
    },
    "delete": {
        "approved": "该岗位已审核通过，不能删除。不再招人时不必处理，没有发布的岗位其他人看不到。",
        "published": "该岗位正在发布中，不能删除。不再招人时，可以撤销发布。",
        "rejected": "该岗位已有审核决定，不能删除。可以复制为新岗位。",
        "withdrawn": "该岗位曾经发布，不能删除。撤销发布后，其他人已经看不到。",
    },
    "approve": _REVIEW,
    "reject": _REVIEW,
    "reopen": {
        "waiting_county": _NOT_YET_DECIDED,
        "waiting_city": _NOT_YET_DECIDED,
        "approved": _DECIDED_ELSEWHERE,
        "rejected": _DECIDED_ELSEWHERE,
        "published": _withdraw_first,
        "withdrawn": "单位已撤销该岗位，不能撤销审核。单位申请重新发布后可以进行。",
    },
    "publish": {
        "waiting_county": _NOT_YET_PASSED,
        "waiting_city": _NOT_YET_PASSED,
        "approved": "该岗位由最后审核的部门发布。",
        "rejected": "该岗位审核不通过，不能发布。",
        "published": "该岗位已在发布中，不需要再发布。",
        "withdrawn": "单位已撤销该岗位，不能发布。单位申请重新发布后可以发布。",
    },
    "withdraw": {
        "waiting_county": _NOT_OUT,
        "waiting_city": _NOT_OUT,
        "approved": _NOT_OUT,
        "rejected": _NOT_OUT,
        "published": "该岗位由发布它的部门或单位撤销发布。",
        "withdrawn": "单位已撤销发布该岗位，不需要再撤销。",
    },
    "republish": {
        "waiting_county": _NOT_WITHDRAWN,
        "waiting_city": _NOT_WITHDRAWN,
        "rejected": _NOT_WITHDRAWN,
        "approved": "该岗位已在等待发布，不需要申请重新发布。由最后审核的部门发布。",
        "published": "该岗位正在发布中，不需要申请重新发布。",
    },
    "extend": {
        "waiting_county": "该岗位还在等待审核，不能延长报名。审核通过后可以延长。",
        "waiting_city": "该岗位还在等待审核，不能延长报名。审核通过后可以延长。",
        "rejected": "该岗位审核不通过，不能延长报名。可以复制为新岗位，填写新的报名截止日期。",
        "withdrawn": "该岗位已撤销发布，不能延长报名。请先申请重新发布，再延长报名。",
    },
}

_PERMANENT = {"reopen": APPLIED_FOR_OFFICE, "edit": APPLIED_FOR_EMPLOYER}

BY_VERB_AND_STATE: dict[tuple[str, str], Hint] = {
    (verb, state): _unless_applied(_PERMANENT[verb], sentence) if verb in _PERMANENT else sentence
    for verb, by_state in _HINTS.items()
    for state, sentence in by_state.items()
}
"""As the flow takes them."""
