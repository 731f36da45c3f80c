"""见习基地 base: its states and its table of moves. The chain is always county, then city."""

from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain.flow import NEW, Flow, Guard, Move, Role, at, only


class BaseLevel(StrEnum):
    """基地级别, confirmed by the city's final approval: which office acts on the base's people."""

    COUNTY = "county"
    CITY = "city"


class BaseState(StrEnum):
    """What is stored of a base, or of a version of it that goes through the chain."""

    DRAFT = "draft"
    WAITING_COUNTY = "waiting_county"
    WAITING_CITY = "waiting_city"
    APPROVED = "approved"
    REJECTED = "rejected"
    SUSPENDED = "suspended"
    REVOKED = "revoked"


class BaseVerb(StrEnum):
    """Everything that can be done to a base."""

    SAVE = "save"
    SUBMIT = "submit"
    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"
    AMEND = "amend"
    UPDATE = "update"
    SUSPEND = "suspend"
    RESUME = "resume"
    REVOKE = "revoke"


@dataclass(frozen=True, slots=True)
class BaseFacts:
    """What the moves look at. The version of a 变更申请 has facts of its own, beside those of its base."""

    state: str
    last_decided_by: Role | None = None
    """The office whose approval or rejection is the newest one; only a rejected base needs it."""
    is_filed: bool = False
    """In a filing that is 已报送 or 已接收."""
    has_reviewed_position: bool = False
    """Some position of it is past its first review."""
    has_position_of_new_level: bool = False
    """Some position was submitted under the 基地级别 that this 变更申请 brought."""
    has_pending_version: bool = False
    """A 变更申请 is on its way."""
    is_amendment: bool = False
    """These are the facts of a 变更申请: whatever is decided of it, the base stays 审核通过."""
    is_held: bool = False
    """The base of this 变更申请 is 已暂停, and the 变更申请 waits with it."""


def office_of(level: BaseLevel) -> Role:
    """The office that acts on applications, placements, departures and rosters of a base of this level."""
    return Role.COUNTY if level is BaseLevel.COUNTY else Role.CITY


def _county_if_last(facts: BaseFacts) -> frozenset[Role]:
    """A rejection is undone by the office that took it; what waits at the city has the county's approval."""
    rejected_elsewhere = facts.state == BaseState.REJECTED and facts.last_decided_by is not Role.COUNTY
    return only() if rejected_elsewhere else only(Role.COUNTY)


def _relied_on(facts: BaseFacts) -> bool:
    """Whether others build on the approval. What stood before a 变更申请 still stands without it."""
    return facts.state == BaseState.APPROVED and not facts.is_amendment


def _city_if_last(facts: BaseFacts) -> frozenset[Role]:
    rejected_elsewhere = facts.state == BaseState.REJECTED and facts.last_decided_by is not Role.CITY
    return only() if rejected_elsewhere else only(Role.CITY)


NOT_FILED = Guard[BaseFacts](
    "is not approved and filed with the province",
    lambda facts: not (_relied_on(facts) and facts.is_filed),
    lambda facts: "该基地已报省厅备案，不能撤销审核。需要停止其资格时，可以暂停或取消资格。",
)
NO_REVIEWED_POSITION = Guard[BaseFacts](
    "is not approved with a position past its first review",
    lambda facts: not (_relied_on(facts) and facts.has_reviewed_position),
    lambda facts: (
        "该基地已有岗位通过初审，不能撤销审核。没有人报过名的岗位可以先撤销其审核；"
        "有人报过名的岗位不能撤销审核，该基地也就不能撤销审核。需要停止其资格时，可以暂停或取消资格。"
    ),
)
NO_POSITION_OF_NEW_LEVEL = Guard[BaseFacts](
    "is no approved amendment under whose new level a position was submitted",
    lambda facts: (
        not (facts.state == BaseState.APPROVED and facts.is_amendment and facts.has_position_of_new_level)
    ),
    lambda facts: (
        "该变更改变了基地级别，之后已有岗位按新的级别提交，不能撤销审核。"
        "需要再改变级别时，请单位提交新的变更申请；需要停止其资格时，可以暂停或取消资格。"
    ),
)
NO_PENDING_VERSION = Guard[BaseFacts](
    "has no amendment under review",
    lambda facts: not facts.has_pending_version,
    lambda facts: (
        "您已有一个变更申请正在审核，不能再提交。审核结束后可以再次变更；联系方式和账户随时可以变更，立即生效。"
    ),
)
NOT_HELD = Guard[BaseFacts](
    "is no amendment of a suspended base",
    lambda facts: not facts.is_held,
    lambda facts: "该基地已暂停，变更申请暂不审核。市级恢复该基地后可以继续审核。",
)

_E, _C, _P = only(Role.EMPLOYER), only(Role.COUNTY), only(Role.CITY)
_UNDOABLE = (NOT_HELD, NOT_FILED, NO_REVIEWED_POSITION, NO_POSITION_OF_NEW_LEVEL)
S, V = BaseState, BaseVerb

HINTS: dict[tuple[str, str], str] = {
    (V.SUBMIT, S.WAITING_COUNTY): "您的申请已经提交，正在等待区县审核，不能再提交。审核结束后会显示结果。",
    (V.SUBMIT, S.WAITING_CITY): "您的申请已经提交，正在等待市级审核，不能再提交。审核结束后会显示结果。",
    (V.SUBMIT, S.APPROVED): "您单位的见习基地已审核通过，不需要再提交。内容有变化时，请办理变更申请。",
    (V.SUBMIT, S.SUSPENDED): "您单位的见习基地已暂停，不需要再提交。市级恢复后即可继续使用。",
    (V.SAVE, S.WAITING_COUNTY): "您的申请正在等待区县审核，审核期间不能修改。审核结束后可以修改。",
    (V.SAVE, S.WAITING_CITY): "您的申请正在等待市级审核，审核期间不能修改。审核结束后可以修改。",
    (V.SAVE, S.SUSPENDED): "您单位的见习基地已暂停，不能修改申请内容。恢复后可以办理变更申请。",
    (V.REOPEN, S.WAITING_COUNTY): "该申请正等待区县审核，还没有可以撤销的决定。",
    (V.REOPEN, S.WAITING_CITY): "该申请正等待市级审核，市级还没有可以撤销的决定。",
    (V.REOPEN, S.REJECTED): "该申请是由另一级审核不通过的，不能由您撤销。请联系作出决定的部门。",
    (V.REOPEN, S.APPROVED): "市级已审核通过，区县的决定不能再撤销。需要时，请先联系市级撤销审核。",
    (V.REOPEN, S.SUSPENDED): "该基地已暂停，不能撤销审核。请先恢复。",
    (V.REOPEN, S.REVOKED): "该基地已取消资格，不能撤销审核。单位可以重新提交申请，从区县重新审核。",
    (V.AMEND, S.SUSPENDED): "您单位的见习基地已暂停，不能申请变更。恢复后可以变更。",
    (V.AMEND, S.REVOKED): "您单位的见习基地已取消资格，不能申请变更。可以修改后重新提交申请。",
    (V.SUSPEND, S.SUSPENDED): "该基地已经暂停，不需要再暂停。",
    (V.SUSPEND, S.REVOKED): "该基地已取消资格，不能暂停。",
    (V.RESUME, S.APPROVED): "该基地现在是审核通过，不需要恢复。",
    (V.RESUME, S.REVOKED): "该基地已取消资格，不能恢复。单位可以重新提交申请，从区县重新审核。",
    (V.REVOKE, S.REVOKED): "该基地已经取消资格，不需要再取消。",
}
"""Why a verb has no move from a state, and the way round."""

FLOW = Flow[BaseFacts](
    "base",
    tuple(BaseState),
    (
        Move(V.SAVE, at(NEW, S.DRAFT), S.DRAFT, _E),
        Move(V.SAVE, at(S.REJECTED), S.REJECTED, _E),
        # What is kept here is the form of a 变更申请; the base goes on with what was approved.
        Move(V.SAVE, at(S.APPROVED), S.APPROVED, _E, (NO_PENDING_VERSION,)),
        Move(V.SUBMIT, at(S.DRAFT, S.REJECTED, S.REVOKED), S.WAITING_COUNTY, _E),
        Move(V.APPROVE, at(S.WAITING_COUNTY), S.WAITING_CITY, _C, (NOT_HELD,)),
        Move(V.APPROVE, at(S.WAITING_CITY), S.APPROVED, _P, (NOT_HELD,)),
        Move(V.REJECT, at(S.WAITING_COUNTY), S.REJECTED, _C, (NOT_HELD,), reason=True),
        Move(V.REJECT, at(S.WAITING_CITY), S.REJECTED, _P, (NOT_HELD,), reason=True),
        Move(
            V.REOPEN,
            at(S.WAITING_CITY, S.REJECTED),
            S.WAITING_COUNTY,
            _county_if_last,
            _UNDOABLE,
            roles=_C,
        ),
        Move(V.REOPEN, at(S.APPROVED, S.REJECTED), S.WAITING_CITY, _city_if_last, _UNDOABLE, roles=_P),
        Move(V.AMEND, at(S.APPROVED), S.APPROVED, _E, (NO_PENDING_VERSION,)),
        Move(V.UPDATE, at(S.APPROVED), S.APPROVED, _E),
        Move(V.UPDATE, at(S.SUSPENDED), S.SUSPENDED, _E),
        Move(V.SUSPEND, at(S.APPROVED), S.SUSPENDED, _P, reason=True),
        Move(V.RESUME, at(S.SUSPENDED), S.APPROVED, _P, reason=True),
        Move(V.REVOKE, at(S.APPROVED, S.SUSPENDED), S.REVOKED, _P, reason=True),
    ),
    HINTS,
)
