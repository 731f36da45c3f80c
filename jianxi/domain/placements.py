"""上岗 placement: one an accepted application, what follows from its dates, and its table of moves."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jianxi.domain import labels
from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import NEW, NOBODY, Flow, Guard, Move, Role, at, only
from jianxi.domain.periods import spoken


class PlacementState(StrEnum):
    """What is stored of a placement."""

    UNSIGNED = "unsigned"
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    CANCELLED = "cancelled"


class Duty(StrEnum):
    """待上岗, 在岗, 见习期满, 已离岗, 已留用: derived, never stored."""

    AHEAD = "ahead"
    ON_DUTY = "on_duty"
    EXPIRED = "expired"
    LEFT = "left"
    RETAINED = "retained"


class PlacementVerb(StrEnum):
    """Everything that can be done to a placement."""

    RECORD = "record"
    EDIT = "edit"
    UPLOAD = "upload"
    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"
    RAISE_ALLOWANCE = "raise_allowance"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """What the moves look at; both dates are days of the period."""

    state: str
    base_level: BaseLevel
    start: date
    end: date
    today: date
    was_on_duty: bool = False
    """An earlier approval stood on or after its start date: written when such a one is reopened."""
    application_is_accepted: bool = True
    left_on: date | None = None
    """离岗日期 of the approved departure."""
    is_retained: bool = False
    has_departure: bool = False
    """Any departure that is open or approved."""
    in_accepted_roster: bool = False


def has_started(facts: PlacementFacts) -> bool:
    """Whether an approval has stood on or after the start date: only 离岗, 留用 or 期满 end it then."""
    return facts.was_on_duty or (facts.state == PlacementState.APPROVED and facts.today >= facts.start)


def uses_chance(facts: PlacementFacts) -> bool:
    """The one chance is used up by the approval; cancelled or left before the start, it is given back."""
    if facts.left_on is not None and facts.left_on < facts.start:
        return False
    return facts.state == PlacementState.APPROVED or has_started(facts)


def duty(facts: PlacementFacts) -> Duty | None:
    """Where the person stands today, whatever the papers' state; None while nothing is approved."""
    if facts.state != PlacementState.APPROVED and not facts.was_on_duty:
        return None
    if facts.is_retained:
        return Duty.RETAINED
    if facts.left_on is not None and facts.left_on <= facts.today:
        return Duty.LEFT
    if facts.today > facts.end:
        return Duty.EXPIRED
    return Duty.ON_DUTY if has_started(facts) else Duty.AHEAD


def shown_state(facts: PlacementFacts) -> labels.Shown:
    """The state to show: the duty of an approved placement, else the state of its papers."""
    standing = duty(facts) if facts.state == PlacementState.APPROVED else None
    return labels.shown("placement", standing or facts.state)


def shown_duty(facts: PlacementFacts) -> labels.Shown | None:
    """Where somebody stands whose papers are reviewed again (在岗, though 等待审核); None where `shown_state` says it."""
    standing = duty(facts) if facts.state != PlacementState.APPROVED else None
    return labels.shown("placement", standing) if standing else None


def told_state(facts: PlacementFacts) -> str:
    """Both in one word: 在岗（等待审核）."""
    papers, standing = shown_state(facts).label, shown_duty(facts)
    return f"{standing.label}（{papers}）" if standing else papers


ACCEPTED = Guard[PlacementFacts](
    "application is accepted",
    lambda facts: facts.application_is_accepted,
    lambda facts: "此人的报名不是“审核通过”，不能办理上岗登记。请先审核通过其报名。",
)
NO_DEPARTURE = Guard[PlacementFacts](
    "no departure on it",
    lambda facts: not facts.has_departure,
    lambda facts: "此人已有离岗记录，不能撤销上岗审核。请先撤销离岗的审核或登记。",
)
NOT_RETAINED = Guard[PlacementFacts](
    "no retention on it",
    lambda facts: not facts.is_retained,
    lambda facts: "此人已有留用登记，不能撤销上岗审核。单位撤销留用后可以进行。",
)
NOT_ROSTERED = Guard[PlacementFacts](
    "no accepted roster on it",
    lambda facts: not facts.in_accepted_roster,
    lambda facts: (
        "此人已在接受的补贴经费花名册中，不能撤销上岗审核。请先对花名册提出更正，更正办理期间可以撤销。"
    ),
)
NOT_STARTED = Guard[PlacementFacts](
    "has not started",
    lambda facts: not has_started(facts),
    lambda facts: "见习已经开始，不能取消。需要提前结束时，请办理离岗。",
)


def _no_raise(facts: PlacementFacts) -> str:
    if facts.is_retained:
        return "此人已办理留用，不能再调整见习期间生活费。见习期间的调整漏记的，请先撤销留用。"
    if facts.left_on is None or facts.left_on < facts.start:
        return "此人没有上岗，不能调整生活费。"
    return f"此人已于{spoken(facts.left_on)}离岗，不能再调整生活费。"


STILL_SERVED = Guard[PlacementFacts](
    "has not left and is not retained",
    lambda facts: duty(facts) not in (Duty.LEFT, Duty.RETAINED),
    _no_raise,
)


def _office(facts: PlacementFacts) -> frozenset[Role]:
    return only(office_of(facts.base_level))


_EMPLOYER, _OFFICES = only(Role.EMPLOYER), only(Role.COUNTY, Role.CITY)
_UNENCUMBERED = (NO_DEPARTURE, NOT_RETAINED, NOT_ROSTERED)
S, V = PlacementState, PlacementVerb
_PAPERS_OPEN = at(S.UNSIGNED, S.REJECTED)
_DECIDED = at(S.APPROVED, S.REJECTED)
_NOT_YET = "上岗审核还没有通过，不能办理生活费调整。"

FLOW = Flow[PlacementFacts](
    "placement",
    tuple(PlacementState),
    (
        Move(V.RECORD, at(NEW), S.UNSIGNED, _EMPLOYER, (ACCEPTED,)),
        Move(V.EDIT, _PAPERS_OPEN, S.UNSIGNED, _EMPLOYER),
        Move(V.UPLOAD, _PAPERS_OPEN, S.WAITING, _EMPLOYER),
        Move(V.APPROVE, at(S.WAITING), S.APPROVED, _office, roles=_OFFICES),
        Move(V.REJECT, at(S.WAITING), S.REJECTED, _office, reason=True, roles=_OFFICES),
        Move(V.REOPEN, _DECIDED, S.WAITING, _office, _UNENCUMBERED, roles=_OFFICES),
        Move(V.RAISE_ALLOWANCE, at(S.APPROVED), S.APPROVED, _EMPLOYER, (STILL_SERVED,)),
        # Follows from 放弃录用 or 取消录用 of the application.
        Move(V.CANCEL, _PAPERS_OPEN | {S.WAITING, S.APPROVED}, S.CANCELLED, NOBODY, (NOT_STARTED,)),
    ),
    {
        (V.EDIT, S.WAITING): "协议正在审核，不能修改登记。审核不通过或撤销审核后可以修改。",
        (V.EDIT, S.APPROVED): (
            "上岗审核已经通过，不能修改登记。如有错误，请联系主管部门撤销审核；调高生活费请办理生活费调整。"
        ),
        (V.EDIT, S.CANCELLED): "该上岗已随录用取消，不能修改登记。",
        (V.RAISE_ALLOWANCE, S.UNSIGNED): f"{_NOT_YET}现在可以直接修改登记。",
        (V.RAISE_ALLOWANCE, S.REJECTED): f"{_NOT_YET}现在可以直接修改登记。",
        (V.RAISE_ALLOWANCE, S.WAITING): f"{_NOT_YET}审核通过后可以调整。",
        (V.RAISE_ALLOWANCE, S.CANCELLED): "该上岗已随录用取消，不能调整生活费。",
    },
)
