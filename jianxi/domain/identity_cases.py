"""身份冲突 identity case: one ID number under two names, seen and decided by the office of the register's 生源地."""

from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain.flow import NEW, Flow, Guard, Move, Role, at, only
from jianxi.domain.identity_case_hints import HINTS

RELEASED = "case-"
"""Begins what stands in place of the index of an ID number that was handed over; the case's number follows."""
GIVEN_UP = (
    "经人社部门核实，该身份证号已更正为登记本人，您不能再用该身份证号登录、报名或修改意向。"
    "如有异议，请携带身份证到作出核实的人社部门办理。"
)
"""What somebody reads who still acts under a number that was handed over."""


def is_released(index: str) -> bool:
    """Whether the ID number that this stands for was taken from its person and given to whom the register names."""
    return index.startswith(RELEASED)


class CaseState(StrEnum):
    """What is stored of a case."""

    PENDING = "pending"
    MERGED = "merged"
    HANDED_OVER = "handed_over"
    DISMISSED = "dismissed"


class CaseVerb(StrEnum):
    """Everything that can be done to a case."""

    OPEN = "open"
    MERGE = "merge"
    HAND_OVER = "hand_over"
    DISMISS = "dismiss"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the moves look at: the case, the register's row and the person who holds the number here."""

    state: str
    register_agrees: bool = True
    """The row of 生源信息库 still has this number and the name that was given."""
    on_duty: bool = False
    """Whoever holds the number here is 待上岗 or 在岗 (`placements.duty`)."""
    released: bool = False
    """The number was taken from that person by the decision of another case."""


REGISTER_AGREES = Guard[CaseFacts](
    "the register still says so",
    lambda facts: facts.register_agrees,
    lambda facts: (
        "生源信息库中的姓名或身份证号已更正，与提出核实时不同，不能按登记信息办理。请核对生源信息库；不再需要核实的，请维持原登录人。"
    ),
)
NOT_ON_DUTY = Guard[CaseFacts](
    "nobody is on duty under this number",
    lambda facts: not facts.on_duty,
    lambda facts: (
        "该身份证号下有人正在见习，不能更正为另一人。请先由见习单位办理离岗（尚未上岗的取消录用），离岗审核通过后再办理；"
        "确为同一人的，请合并。"
    ),
)
STILL_HELD = Guard[CaseFacts](
    "the person still holds the number",
    lambda facts: not facts.released,
    lambda facts: (
        "该身份证号已在另一次核实中更正为登记本人，原登录人不再使用该身份证号，不需要重新核实。"
        "登记本人可以直接用姓名和身份证号登录。"
    ),
)
_OFFICE = only(Role.COUNTY, Role.CITY)
S, V = CaseState, CaseVerb

FLOW = Flow[CaseFacts](
    "identity_case",
    tuple(CaseState),
    (
        Move(V.OPEN, at(NEW), S.PENDING, only(Role.PERSON)),
        Move(V.MERGE, at(S.PENDING), S.MERGED, _OFFICE, (REGISTER_AGREES,), reason=True),
        Move(V.HAND_OVER, at(S.PENDING), S.HANDED_OVER, _OFFICE, (REGISTER_AGREES, NOT_ON_DUTY), reason=True),
        Move(V.DISMISS, at(S.PENDING), S.DISMISSED, _OFFICE, reason=True),
        Move(V.REOPEN, at(S.DISMISSED), S.PENDING, _OFFICE, (STILL_HELD,), reason=True),
    ),
    HINTS,
)
