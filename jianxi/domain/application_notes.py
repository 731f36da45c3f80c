"""What a person reads beside their own 报名: what has become of it, what happens next, what they can do."""

from jianxi.domain import labels
from jianxi.domain.applications import ApplicationFacts, ApplicationState
from jianxi.domain.bases import BaseState
from jianxi.domain.periods import spoken

S = ApplicationState
STILL_WAITING = "您的报名仍在等待单位审核，可以改报其他岗位，也可以撤销报名。"
STILL_ACCEPTED = "您的录用和名额保留；如不再等待，可以放弃录用后选择其他岗位。"

BEGUN = "不影响您已经开始的见习。"

NEXT = {
    S.WAITING: "接下来由单位审核，结果会显示在本页。等待时可以改报其他岗位，也可以撤销报名。",
    S.ACCEPTED: "单位已录用您。接下来由单位与您联系，办理录用上岗登记、签订协议。"
    "单位一直没有联系时，请按下面的电话联系单位；不去该岗位时，可以放弃录用后另选岗位。",
    S.REJECTED: "单位没有录用您，该报名已经结束。",
    S.WITHDRAWN: "该报名已经撤销，单位不再审核。",
    S.CANCELLED: "该录用已经取消，名额已经退还；您没有用去就业见习的机会。",
}


def what_next(facts: ApplicationFacts) -> str:
    """In plain words: what comes now, and what the person can do."""
    return NEXT[ApplicationState(facts.state)]


def mind(facts: ApplicationFacts) -> str:
    """What the person should know of the position as it now is; "" while nothing has become of it."""
    if facts.state == S.WAITING:
        return while_waiting(facts)
    if facts.state == S.ACCEPTED and not facts.base_is_approved:
        begun = facts.placement_started
        return f"{_base(facts)}，{BEGUN}" if begun else f"{_base(facts)}。{STILL_ACCEPTED}"
    return ""


def while_waiting(facts: ApplicationFacts) -> str:
    """The same of one that waits."""
    became = (
        (not facts.base_is_approved, f"{_base(facts)}，暂时不能录用。"),
        (facts.accepted >= facts.headcount, "该岗位名额已满，有录用取消后才能再录用。"),
        (not facts.position_is_published, "该岗位已停止发布，不影响已报名的人。"),
        (
            facts.today > facts.deadline,
            f"该岗位的报名已于{spoken(facts.deadline)}截止，不影响已报名的人。",
        ),
    )
    return next((f"{sentence}{STILL_WAITING}" for holds, sentence in became if holds), "")


def _base(facts: ApplicationFacts) -> str:
    if facts.base_state in (BaseState.SUSPENDED, BaseState.REVOKED):
        return f"该单位的见习基地{labels.state('base', facts.base_state)}"
    return "该单位的见习基地目前不是“审核通过”"


def no_way_back(facts: ApplicationFacts) -> str:
    """Why somebody who leaves this position could not apply for it again today; "" where they could."""
    stopped = (
        (not facts.base_is_approved, f"{_base(facts)}"),
        (not facts.position_is_published, "该岗位已停止发布"),
        (facts.today > facts.deadline, f"该岗位的报名已于{spoken(facts.deadline)}截止"),
        (facts.accepted >= facts.headcount, "该岗位名额已满"),
    )
    return next((sentence for holds, sentence in stopped if holds), "")


def contested(office: str, *, settled: bool) -> str:
    """To somebody whose ID number another name holds (身份冲突): where to go, or that it is done."""
    if settled:
        return "您的身份已经核实。请退出登录，再用同样的姓名和身份证号登录，然后填写就业见习意向。"
    return f"您的身份需要核实，核实后才能填写意向、报名岗位。请携带本人身份证到{office}办理核实。"
