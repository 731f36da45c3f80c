"""补贴经费花名册 roster: an employer's months, sent to the office and frozen when accepted."""

from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import GONE, NEW, Flow, Guard, Move, Role, at, only


class RosterKind(StrEnum):
    """What a roster claims: the months served, or after a year what the retention rate adds."""

    PERIOD = "period"
    SETTLEMENT = "settlement"


class RosterState(StrEnum):
    """What is stored of a version of a roster."""

    DRAFT = "draft"
    """Being put together by the employer, with its evidence; no office sees it."""
    SENT = "sent"
    RETURNED = "returned"
    ACCEPTED = "accepted"


class RosterVerb(StrEnum):
    """Everything that can be done to a roster."""

    PREPARE = "prepare"
    DISCARD = "discard"
    SUBMIT = "submit"
    ACCEPT = "accept"
    RETURN = "return"
    CORRECT = "correct"


@dataclass(frozen=True, slots=True)
class RosterFacts:
    """What the moves look at. A correction is a version with facts of its own."""

    state: str
    base_level: BaseLevel
    months_are_over: bool = True
    counted_twice: tuple[str, ...] = ()
    """Who already stands, for one of these months, in another accepted roster of its kind."""
    is_newest_accepted: bool = True
    has_open_correction: bool = False
    begun_by_office: bool = False
    """It is a 更正 that the office asked for."""
    awaiting_elsewhere: str = ""
    """The number of another roster of its kind that has some of these months and waits for the office; empty: none."""


MONTHS_OVER = Guard[RosterFacts](
    "covers whole months that are over",
    lambda facts: facts.months_are_over,
    lambda facts: "花名册中有尚未结束的月份，不能报送。该月结束后可以报送。",
)
COUNTED_ONCE = Guard[RosterFacts](
    "no person-month stands in another accepted roster of its kind",
    lambda facts: not facts.counted_twice,
    lambda facts: (
        f"{'、'.join(facts.counted_twice)}的月份已在另一份接受的花名册中。请去掉重复的月份，再报送。"
    ),
)
NEWEST = Guard[RosterFacts](
    "is the newest accepted version",
    lambda facts: facts.is_newest_accepted,
    lambda facts: "这不是最新的版本，不能更正。请更正最新接受的版本。",
)
NO_OPEN_CORRECTION = Guard[RosterFacts](
    "no correction is open",
    lambda facts: not facts.has_open_correction,
    lambda facts: "这份花名册已有一个正在办理的更正，不能再更正。请先办结该更正。",
)

NOT_ASKED_FOR = Guard[RosterFacts](
    "was not asked for by the office",
    lambda facts: not facts.begun_by_office,
    lambda facts: "这个更正由主管部门提出，不能删除。请核对后报送。",
)
SENT_ONCE = Guard[RosterFacts](
    "none of its months waits in another roster of its kind",
    lambda facts: not facts.awaiting_elsewhere,
    lambda facts: (
        f"其中有月份已在花名册{facts.awaiting_elsewhere}中报送，主管部门正在审核。请等待审核结果，或选择其他月份。"
    ),
)


def _office(facts: RosterFacts) -> frozenset[Role]:
    return only(office_of(facts.base_level))


def _employer_or_office(facts: RosterFacts) -> frozenset[Role]:
    return only(Role.EMPLOYER) | _office(facts)


_EMPLOYER, _OFFICES = only(Role.EMPLOYER), only(Role.COUNTY, Role.CITY)
_SENDABLE = (MONTHS_OVER, COUNTED_ONCE, SENT_ONCE)
_ONE_AT_A_TIME = (NEWEST, NO_OPEN_CORRECTION)
_ANY = _EMPLOYER | _OFFICES
S, V = RosterState, RosterVerb

FLOW = Flow[RosterFacts](
    "roster",
    tuple(RosterState),
    (
        Move(V.PREPARE, at(NEW), S.DRAFT, _EMPLOYER, (MONTHS_OVER,)),
        Move(V.DISCARD, at(S.DRAFT), GONE, _EMPLOYER, (NOT_ASKED_FOR,)),
        Move(V.SUBMIT, at(S.DRAFT, S.RETURNED), S.SENT, _EMPLOYER, _SENDABLE),
        Move(V.RETURN, at(S.SENT), S.RETURNED, _office, reason=True, roles=_OFFICES),
        Move(V.ACCEPT, at(S.SENT), S.ACCEPTED, _office, (COUNTED_ONCE,), roles=_OFFICES),
        # The accepted version stays; the correction is a new version, a draft first, through the same steps.
        Move(
            V.CORRECT,
            at(S.ACCEPTED),
            S.ACCEPTED,
            _employer_or_office,
            _ONE_AT_A_TIME,
            reason=True,
            roles=_ANY,
        ),
    ),
)
