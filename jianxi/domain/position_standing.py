"""Why a 见习岗位 does not go on today: what keeps people from applying, the office from deciding or publishing."""

from jianxi.domain.periods import spoken
from jianxi.domain.positions import (
    BASE_APPROVED,
    BEFORE_DEADLINE,
    PositionFacts,
    PositionState,
    is_full,
    is_past_deadline,
)

_DECIDED = (PositionState.REJECTED, PositionState.WITHDRAWN)


def closed_because(facts: PositionFacts) -> str:
    """Why nobody can apply today, in a sentence for everybody; "" while it takes applications."""
    if facts.state != PositionState.PUBLISHED:
        return "该岗位目前没有发布。"
    if not facts.base_is_approved:
        return "该单位的见习基地目前不是“审核通过”，该岗位暂不接受报名。"
    if is_past_deadline(facts):
        return f"该岗位的报名已于{spoken(facts.deadline)}截止。单位延长报名后可以继续报名。"
    return f"该岗位招{facts.headcount}人，已录满。" if is_full(facts) else ""


def held_because(facts: PositionFacts) -> str:
    """What its state alone does not say to its employer and the offices: why it cannot go on, and what to do."""
    if facts.state in _DECIDED:
        return ""
    if facts.state == PositionState.PUBLISHED:
        return "" if facts.base_is_approved else closed_because(facts)
    guards = (BASE_APPROVED, BEFORE_DEADLINE) if facts.state == PositionState.APPROVED else (BASE_APPROVED,)
    return next((guard.refusal(facts) for guard in guards if not guard.holds(facts)), "")


def remark(facts: PositionFacts) -> str:
    """The same for its page, where 已截止 and 已满 are put into words, too."""
    return closed_because(facts) if facts.state == PositionState.PUBLISHED else held_because(facts)
