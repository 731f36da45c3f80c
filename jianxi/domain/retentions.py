"""留用 retention: recorded by the employer, without a review; seen by the offices."""

from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain.flow import NEW, Flow, Guard, Move, Role, at, only
from jianxi.domain.placements import Duty


class RetentionState(StrEnum):
    """What is stored of a retention."""

    RECORDED = "recorded"
    REVOKED = "revoked"


class RetentionVerb(StrEnum):
    """Everything that can be done to a retention."""

    RECORD = "record"
    EDIT = "edit"
    REVOKE = "revoke"


@dataclass(frozen=True, slots=True)
class RetentionFacts:
    """What the moves look at."""

    state: str
    duty: Duty | None
    """`placements.duty` today."""
    has_departure: bool = False
    """One that is open or approved."""
    in_accepted_roster: bool = False


_NOT_NOW = {
    None: "此人还没有上岗，不能办理留用登记。上岗审核通过并上岗后可以办理。",
    Duty.AHEAD: "此人还没有到上岗日期，不能办理留用登记。上岗后可以办理。",
    Duty.LEFT: "此人已离岗，不是“在岗”或“见习期满”，不能办理留用登记。离岗有误的，请联系主管部门撤销审核。",
    Duty.RETAINED: "此人已有留用登记，不能再办理。内容有误的，可以修改，或撤销后重新办理。",
}
ON_DUTY_OR_EXPIRED = Guard[RetentionFacts](
    "person is on duty or at the end of the period",
    lambda facts: facts.duty in (Duty.ON_DUTY, Duty.EXPIRED),
    lambda facts: _NOT_NOW.get(facts.duty, ""),
)
NO_DEPARTURE = Guard[RetentionFacts](
    "no open or approved departure",
    lambda facts: not facts.has_departure,
    lambda facts: "此人已有离岗记录，不能办理留用登记。离岗撤回或撤销后可以办理。",
)
NOT_ROSTERED = Guard[RetentionFacts](
    "no accepted roster counts it",
    lambda facts: not facts.in_accepted_roster,
    lambda facts: (
        "这次留用已计入接受的补贴经费花名册，不能修改或撤销。请先对花名册提出更正，更正办理期间可以进行。"
    ),
)

_EMPLOYER = only(Role.EMPLOYER)
S, V = RetentionState, RetentionVerb

FLOW = Flow[RetentionFacts](
    "retention",
    tuple(RetentionState),
    (
        Move(V.RECORD, at(NEW), S.RECORDED, _EMPLOYER, (ON_DUTY_OR_EXPIRED, NO_DEPARTURE)),
        Move(V.EDIT, at(S.RECORDED), S.RECORDED, _EMPLOYER, (NOT_ROSTERED,)),
        Move(V.REVOKE, at(S.RECORDED), S.REVOKED, _EMPLOYER, (NOT_ROSTERED,)),
    ),
)
