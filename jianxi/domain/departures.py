"""离岗 departure: at most one open one a placement, asked for by the person or recorded by the employer."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jianxi.domain import departure_hints as hints
from jianxi.domain import labels
from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import NEW, NOBODY, Flow, Guard, Move, Role, at, only
from jianxi.domain.periods import spoken
from jianxi.domain.placements import Duty


class DepartureState(StrEnum):
    """What is stored of a departure."""

    WAITING_EMPLOYER = "waiting_employer"
    REFUSED = "refused"
    WAITING_OFFICE = "waiting_office"
    WAITING_CERTIFICATE = "waiting_certificate"
    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"
    RECALLED = "recalled"
    LAPSED = "lapsed"


OPEN = frozenset(DepartureState) - {DepartureState.APPROVED, DepartureState.RECALLED, DepartureState.LAPSED}
"""Not yet over; 审核不通过 is open, since a better certificate can still be uploaded."""
STANDING = OPEN | {DepartureState.APPROVED}
"""Of these a placement has at most one."""


class DepartureVerb(StrEnum):
    """Everything that can be done to a departure."""

    REQUEST = "request"
    RECALL = "recall"
    CONSENT = "consent"
    REFUSE = "refuse"
    APPEAL = "appeal"
    RECORD = "record"
    EDIT = "edit"
    CANCEL = "cancel"
    UPLOAD = "upload"
    APPROVE = "approve"
    REJECT = "reject"
    REOPEN = "reopen"
    LAPSE = "lapse"


@dataclass(frozen=True, slots=True)
class DepartureFacts:
    """What the moves look at: the departure and its placement."""

    state: str
    base_level: BaseLevel
    start: date
    end: date
    today: date
    duty: Duty | None
    """`placements.duty` today."""
    asked_by_person: bool
    last_day: date | None = None
    """离岗日期, as asked for or confirmed; none before it is written."""
    has_open_departure: bool = False
    """Another one of the same placement, open or approved."""
    other_is_approved: bool = False
    """And it is approved: the person has left, or will on its day."""
    working_days_waited: int = 0
    """In the present state."""
    appeal_after: int = 5
    """The parameter: working days after which a silent employer can be passed over."""
    decided_from: str | None = None
    """The state in which the office took its decision."""
    in_accepted_roster: bool = False
    certificate: int | None = None
    """Number of the certificate in force, 0 while there is none; None where it does not matter."""


def is_void(state: str | None, end: date, today: date) -> bool:
    """A request that the employer has not answered when the period ends is void."""
    return state == DepartureState.WAITING_EMPLOYER and today > end


def is_lapsed(facts: DepartureFacts) -> bool:
    return is_void(facts.state, facts.end, facts.today)


def shown_state(facts: DepartureFacts) -> labels.Shown:
    """The state to show: a lapsed request shows so from the first day, written down or not."""
    return labels.shown("departure", DepartureState.LAPSED if is_lapsed(facts) else facts.state)


def is_appeal_rejected(facts: DepartureFacts) -> bool:
    """The office said no to the person, over the employer's head: there is no certificate that could be mended."""
    return facts.state == DepartureState.REJECTED and facts.decided_from == DepartureState.WAITING_OFFICE


def _may_be_passed_over(facts: DepartureFacts) -> bool:
    return facts.state == DepartureState.REFUSED or facts.working_days_waited >= facts.appeal_after


ON_DUTY = Guard[DepartureFacts](
    "person is on duty",
    lambda facts: facts.duty is Duty.ON_DUTY,
    lambda facts: hints.not_requestable(facts.duty, facts.start, facts.end),
)
ON_DUTY_OR_EXPIRED = Guard[DepartureFacts](
    "person is on duty, or the period has ended",
    lambda facts: facts.duty in (Duty.ON_DUTY, Duty.EXPIRED),
    lambda facts: hints.not_recordable(facts.duty, facts.start),
)
NO_OPEN_ONE = Guard[DepartureFacts](
    "no other open departure",
    lambda facts: not facts.has_open_departure,
    lambda facts: hints.another(by_person=facts.asked_by_person, is_approved=facts.other_is_approved),
)
HAS_CERTIFICATE = Guard[DepartureFacts](
    "a certificate has been issued",
    lambda facts: facts.certificate != 0,
    lambda facts: hints.NO_CERTIFICATE,
)
OWN_REQUEST = Guard[DepartureFacts](
    "asked for by the person",
    lambda facts: facts.asked_by_person,
    lambda facts: hints.THEIRS,
)
OWN_RECORD = Guard[DepartureFacts](
    "recorded by the employer",
    lambda facts: not facts.asked_by_person,
    lambda facts: "这次离岗由见习人员申请，单位不能撤销。由本人撤回。",
)
NOT_LAPSED = Guard[DepartureFacts](
    "has not lapsed",
    lambda facts: not is_lapsed(facts),
    lambda facts: f"见习期已于{spoken(facts.end)}届满，这个申请已失效，无需再办理。",
)
LAPSED = Guard[DepartureFacts](
    "the period has ended",
    is_lapsed,
    lambda facts: f"见习期到{spoken(facts.end)}才届满，申请仍有效。",
)
WAITED = Guard[DepartureFacts](
    "refused, or has waited the working days of the parameter",
    _may_be_passed_over,
    lambda facts: hints.waits(facts.appeal_after, facts.working_days_waited),
)
NOT_ROSTERED = Guard[DepartureFacts](
    "not in an accepted roster",
    lambda facts: not facts.in_accepted_roster,
    lambda facts: (
        "这次离岗已在接受的补贴经费花名册中，不能撤销审核。请先对花名册提出更正，更正办理期间可以撤销。"
    ),
)


def _office(facts: DepartureFacts) -> frozenset[Role]:
    return only(office_of(facts.base_level))


def _before_decision(facts: DepartureFacts) -> str:
    return facts.decided_from or DepartureState.WAITING


_PERSON, _EMPLOYER, _OFFICES = only(Role.PERSON), only(Role.EMPLOYER), only(Role.COUNTY, Role.CITY)
S, V = DepartureState, DepartureVerb
_DECIDABLE, _DECIDED = at(S.WAITING, S.WAITING_OFFICE), at(S.APPROVED, S.REJECTED)
_PAPERS_OPEN = at(S.WAITING_CERTIFICATE, S.REJECTED)
_MAY_BEGIN = (ON_DUTY_OR_EXPIRED, NO_OPEN_ONE)
_APPEALABLE = at(S.REFUSED, S.WAITING_EMPLOYER, S.WAITING_CERTIFICATE)

FLOW = Flow[DepartureFacts](
    "departure",
    tuple(DepartureState),
    (
        Move(V.REQUEST, at(NEW), S.WAITING_EMPLOYER, _PERSON, (ON_DUTY, NO_OPEN_ONE), reason=True),
        Move(V.RECALL, OPEN, S.RECALLED, _PERSON, (OWN_REQUEST, NOT_LAPSED)),
        Move(V.CONSENT, at(S.WAITING_EMPLOYER, S.REFUSED), S.WAITING_CERTIFICATE, _EMPLOYER, (NOT_LAPSED,)),
        Move(V.REFUSE, at(S.WAITING_EMPLOYER), S.REFUSED, _EMPLOYER, (NOT_LAPSED,), reason=True),
        Move(V.APPEAL, _APPEALABLE, S.WAITING_OFFICE, _PERSON, (OWN_REQUEST, NOT_LAPSED, WAITED)),
        Move(V.RECORD, at(NEW), S.WAITING_CERTIFICATE, _EMPLOYER, _MAY_BEGIN, reason=True),
        Move(V.EDIT, _PAPERS_OPEN, S.WAITING_CERTIFICATE, _EMPLOYER),
        Move(V.CANCEL, _PAPERS_OPEN, S.RECALLED, _EMPLOYER, (OWN_RECORD,)),
        Move(V.UPLOAD, _PAPERS_OPEN, S.WAITING, _EMPLOYER, (HAS_CERTIFICATE,)),
        Move(V.APPROVE, _DECIDABLE, S.APPROVED, _office, roles=_OFFICES),
        Move(V.REJECT, _DECIDABLE, S.REJECTED, _office, reason=True, roles=_OFFICES),
        Move(
            V.REOPEN, _DECIDED, _before_decision, _office, (NOT_ROSTERED,), targets=_DECIDABLE, roles=_OFFICES
        ),
        # Follows from the end of the period.
        Move(V.LAPSE, at(S.WAITING_EMPLOYER), S.LAPSED, NOBODY, (LAPSED,)),
    ),
    hints.HINTS,
)
