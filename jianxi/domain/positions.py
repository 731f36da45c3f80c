"""见习岗位 position: its states, what is derived from dates and seats, and its table of moves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from jianxi.domain import chains, labels, position_hints
from jianxi.domain.flow import GONE, NEW, Flow, Guard, Move, Role, at, only
from jianxi.domain.periods import spoken


class PositionState(StrEnum):
    """What is stored of a position."""

    WAITING_COUNTY = "waiting_county"
    WAITING_CITY = "waiting_city"
    APPROVED = "approved"
    REJECTED = "rejected"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


CLOSED, FULL = "closed", "full"
DERIVED = (CLOSED, FULL)
"""已截止 and 已满: shown, never stored."""


class PositionVerb(StrEnum):
    """Everything that can be done to a position."""

    ADD = "add"
    COPY = "copy"
    EDIT = "edit"
    DELETE = "delete"
    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"
    PUBLISH = "publish"
    WITHDRAW = "withdraw"
    REPUBLISH = "republish"
    EXTEND = "extend"


FOR_MANY = (PositionVerb.APPROVE, PositionVerb.REJECT, PositionVerb.PUBLISH, PositionVerb.WITHDRAW)
"""What an office may do to many at once, in the order of its buttons."""


@dataclass(frozen=True, slots=True)
class PositionFacts:
    """What the moves look at. `accepted` counts acceptances that are not cancelled."""

    state: str
    chain: chains.Chain
    base_is_approved: bool
    today: date
    deadline: date
    headcount: int
    accepted: int = 0
    anyone_ever_applied: bool = False
    last_decided_by: Role | None = None
    """The office whose approval or rejection is the newest one; only a rejected position needs it."""


def is_past_deadline(facts: PositionFacts) -> bool:
    """The 报名截止日期 is itself still a day to apply."""
    return facts.today > facts.deadline


def is_full(facts: PositionFacts) -> bool:
    return facts.accepted >= facts.headcount


def takes_applications(facts: PositionFacts) -> bool:
    """Whether a person may apply today: published, of an approved base, before its deadline and not full."""
    listed = facts.state == PositionState.PUBLISHED and facts.base_is_approved
    return listed and not is_past_deadline(facts) and not is_full(facts)


def shown_state(facts: PositionFacts) -> labels.Shown:
    """The state to show. 已截止 goes before 已满, which a cancelled acceptance can end."""
    if facts.state == PositionState.PUBLISHED and is_past_deadline(facts):
        return labels.shown("position", CLOSED)
    if facts.state == PositionState.PUBLISHED and is_full(facts):
        return labels.shown("position", FULL)
    return labels.shown("position", facts.state)


def waiting_at(role: Role) -> PositionState:
    """The state of a position that waits for this level."""
    return PositionState.WAITING_COUNTY if role is Role.COUNTY else PositionState.WAITING_CITY


def extension_objection(facts: PositionFacts, deadline: date) -> str | None:
    """Why 报名截止 cannot be moved to this day, or None."""
    if deadline >= earliest_extension(facts):
        return None
    if is_past_deadline(facts):
        return f"新的报名截止日期不能早于今天（{spoken(facts.today)}）"
    return f"新的报名截止日期应晚于{spoken(facts.deadline)}"


def earliest_extension(facts: PositionFacts) -> date:
    """The first day to which 报名截止 can be moved."""
    return max(facts.deadline + timedelta(days=1), facts.today)


def _starts_at(facts: PositionFacts) -> str:
    return waiting_at(chains.first(facts.chain))


def _after_county(facts: PositionFacts) -> str:
    return PositionState.WAITING_CITY if Role.CITY in facts.chain else PositionState.APPROVED


def _publisher(facts: PositionFacts) -> frozenset[Role]:
    return only(chains.publisher(facts.chain))


def _if_last(office: Role) -> Callable[[PositionFacts], frozenset[Role]]:
    """This office, where the newest decision that stands is its own."""

    def doers(facts: PositionFacts) -> frozenset[Role]:
        mine = {
            PositionState.REJECTED: facts.last_decided_by is office,
            PositionState.APPROVED: chains.publisher(facts.chain) is office,
            PositionState.WAITING_CITY: office in facts.chain[:-1],
        }
        return only(office) if mine.get(PositionState(facts.state), False) else only()

    return doers


def _at_first_level(facts: PositionFacts) -> bool:
    return facts.state == _starts_at(facts)


BASE_APPROVED = Guard[PositionFacts](
    "base is approved",
    lambda facts: facts.base_is_approved,
    lambda facts: (
        "单位的见习基地目前不是“审核通过”，不能新增、审核或发布岗位。基地恢复为审核通过后可以进行。"
    ),
)
NO_APPROVAL_STANDS = Guard[PositionFacts](
    "no approval stands",
    _at_first_level,
    lambda facts: "该岗位已通过初审，不能编辑或删除。需要修改时，请联系初审部门撤销审核，或复制为新岗位。",
)
NOBODY_APPLIED = Guard[PositionFacts](
    "nobody has ever applied",
    lambda facts: not facts.anyone_ever_applied,
    lambda facts: position_hints.APPLIED_FOR_EMPLOYER,
)
REVIEW_UNUSED = Guard[PositionFacts](
    "nobody has ever applied",
    lambda facts: not facts.anyone_ever_applied,
    lambda facts: position_hints.APPLIED_FOR_OFFICE,
)
BEFORE_DEADLINE = Guard[PositionFacts](
    "the deadline has not passed",
    lambda facts: not is_past_deadline(facts),
    lambda facts: f"报名截止日期{spoken(facts.deadline)}已过，不能发布。单位延长报名后可以发布。",
)

_E, _C, _P = only(Role.EMPLOYER), only(Role.COUNTY), only(Role.CITY)
_WAITING = at(PositionState.WAITING_COUNTY, PositionState.WAITING_CITY)
_CITY_DECIDED = at(PositionState.APPROVED, PositionState.REJECTED)
_DECIDED = _CITY_DECIDED | {PositionState.WAITING_CITY}
_PUBLISHABLE = (BASE_APPROVED, BEFORE_DEADLINE)
_AFTER_COUNTY = at(PositionState.WAITING_CITY, PositionState.APPROVED)
_EDITABLE = (NO_APPROVAL_STANDS, NOBODY_APPLIED)
S, V = PositionState, PositionVerb

FLOW = Flow[PositionFacts](
    "position",
    tuple(PositionState),
    (
        Move(V.ADD, at(NEW), _starts_at, _E, (BASE_APPROVED,), targets=_WAITING),
        Move(V.COPY, at(NEW), _starts_at, _E, (BASE_APPROVED,), targets=_WAITING),
        Move(V.EDIT, at(S.WAITING_COUNTY), S.WAITING_COUNTY, _E, _EDITABLE),
        Move(V.EDIT, at(S.WAITING_CITY), S.WAITING_CITY, _E, _EDITABLE),
        Move(V.DELETE, _WAITING, GONE, _E, _EDITABLE),
        Move(V.APPROVE, at(S.WAITING_COUNTY), _after_county, _C, (BASE_APPROVED,), targets=_AFTER_COUNTY),
        Move(V.APPROVE, at(S.WAITING_CITY), S.APPROVED, _P, (BASE_APPROVED,)),
        Move(V.REJECT, at(S.WAITING_COUNTY), S.REJECTED, _C, reason=True),
        Move(V.REJECT, at(S.WAITING_CITY), S.REJECTED, _P, reason=True),
        Move(V.REOPEN, _DECIDED, S.WAITING_COUNTY, _if_last(Role.COUNTY), (REVIEW_UNUSED,), roles=_C),
        Move(V.REOPEN, _CITY_DECIDED, S.WAITING_CITY, _if_last(Role.CITY), (REVIEW_UNUSED,), roles=_P),
        Move(V.PUBLISH, at(S.APPROVED), S.PUBLISHED, _publisher, _PUBLISHABLE, roles=_C | _P),
        Move(V.WITHDRAW, at(S.PUBLISHED), S.APPROVED, _publisher, roles=_C | _P),
        Move(V.WITHDRAW, at(S.PUBLISHED), S.WITHDRAWN, _E),
        Move(V.REPUBLISH, at(S.WITHDRAWN), S.APPROVED, _E),
        Move(V.EXTEND, at(S.APPROVED), S.APPROVED, _E),
        Move(V.EXTEND, at(S.PUBLISHED), S.PUBLISHED, _E),
    ),
    position_hints.BY_VERB_AND_STATE,
)
