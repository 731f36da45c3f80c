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
    SUSPEND = "suspend"
    RESUME = "resume"
    REVOKE = "revoke"


@dataclass(frozen=True, slots=True)
class BaseFacts:
    """What the moves look at. A pending version of an approved base (变更申请) has facts of its own."""

    state: str
    last_decided_by: Role | None = None
    """The office whose approval or rejection is the newest one; only a rejected base needs it."""
    is_filed: bool = False
    """In a filing that is 已报送 or 已接收."""
    has_reviewed_position: bool = False
    """Some position of it is past its first review."""
    has_pending_version: bool = False
    """A 变更申请 is on its way."""


def office_of(level: BaseLevel) -> Role:
    """The office that acts on applications, placements, departures and rosters of a base of this level."""
    return Role.COUNTY if level is BaseLevel.COUNTY else Role.CITY


def _county_if_last(facts: BaseFacts) -> frozenset[Role]:
    """A rejection is undone by the office that took it; what waits at the city has the county's approval."""
    rejected_elsewhere = facts.state == BaseState.REJECTED and facts.last_decided_by is not Role.COUNTY
    return only() if rejected_elsewhere else only(Role.COUNTY)


def _city_if_last(facts: BaseFacts) -> frozenset[Role]:
    rejected_elsewhere = facts.state == BaseState.REJECTED and facts.last_decided_by is not Role.CITY
    return only() if rejected_elsewhere else only(Role.CITY)


NOT_FILED = Guard[BaseFacts](
    "is not approved and filed with the province",
    lambda facts: not (facts.state == BaseState.APPROVED and facts.is_filed),
    lambda facts: "该基地已报省厅备案，不能撤销审核。需要停止其资格时，可以暂停或取消资格。",
)
NO_REVIEWED_POSITION = Guard[BaseFacts](
    "is not approved with a position past its first review",
    lambda facts: not (facts.state == BaseState.APPROVED and facts.has_reviewed_position),
    lambda facts: "该基地已有岗位通过初审，不能撤销审核。需要停止其资格时，可以暂停或取消资格。",
)
NO_PENDING_VERSION = Guard[BaseFacts](
    "has no amendment under review",
    lambda facts: not facts.has_pending_version,
    lambda facts: "您已有一个变更申请正在审核，不能再提交。审核结束后可以再次变更。",
)

_E, _C, _P = only(Role.EMPLOYER), only(Role.COUNTY), only(Role.CITY)
S, V = BaseState, BaseVerb

FLOW = Flow[BaseFacts](
    "base",
    tuple(BaseState),
    (
        Move(V.SAVE, at(NEW, S.DRAFT), S.DRAFT, _E),
        Move(V.SAVE, at(S.REJECTED), S.REJECTED, _E),
        Move(V.SUBMIT, at(S.DRAFT, S.REJECTED, S.REVOKED), S.WAITING_COUNTY, _E),
        Move(V.APPROVE, at(S.WAITING_COUNTY), S.WAITING_CITY, _C),
        Move(V.APPROVE, at(S.WAITING_CITY), S.APPROVED, _P),
        Move(V.REJECT, at(S.WAITING_COUNTY), S.REJECTED, _C, reason=True),
        Move(V.REJECT, at(S.WAITING_CITY), S.REJECTED, _P, reason=True),
        Move(
            V.REOPEN,
            at(S.WAITING_CITY, S.REJECTED),
            S.WAITING_COUNTY,
            _county_if_last,
            (NOT_FILED, NO_REVIEWED_POSITION),
            roles=_C,
        ),
        Move(
            V.REOPEN,
            at(S.APPROVED, S.REJECTED),
            S.WAITING_CITY,
            _city_if_last,
            (NOT_FILED, NO_REVIEWED_POSITION),
            roles=_P,
        ),
        Move(V.AMEND, at(S.APPROVED), S.APPROVED, _E, (NO_PENDING_VERSION,)),
        Move(V.SUSPEND, at(S.APPROVED), S.SUSPENDED, _P, reason=True),
        Move(V.RESUME, at(S.SUSPENDED), S.APPROVED, _P, reason=True),
        Move(V.REVOKE, at(S.APPROVED, S.SUSPENDED), S.REVOKED, _P, reason=True),
    ),
    {
        (V.REOPEN, S.SUSPENDED): "该基地已暂停，不能撤销审核。请先恢复。",
        (V.AMEND, S.SUSPENDED): "您单位的见习基地已暂停，不能申请变更。恢复后可以变更。",
    },
)
