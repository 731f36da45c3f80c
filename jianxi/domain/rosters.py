"""补贴经费花名册 roster: an employer's months, sent to the office and frozen when accepted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import GONE, NEW, NOBODY, Flow, Guard, Move, Role, at, only
from jianxi.domain.periods import Period
from jianxi.domain.roster_hints import HINTS
from jianxi.domain.roster_words import listed, spoken


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
    BEGIN = "begin"


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another roster of the same employer and kind, and the months that both have."""

    number: str
    period: Period


@dataclass(frozen=True, slots=True)
class Counted:
    """Somebody who stands, for these months, in an accepted roster."""

    name: str
    months: tuple[date, ...]
    """The first of each."""
    number: str
    """Of that roster."""


@dataclass(frozen=True, slots=True)
class RosterFacts:
    """What the moves look at. A correction is a version with facts of its own."""

    state: str
    base_level: BaseLevel
    months_are_over: bool = True
    counted_twice: tuple[Counted, ...] = ()
    """Who already stands, for one of these months, in another accepted roster of its kind: some of them."""
    people_twice: int = 0
    """How many in all."""
    is_newest_accepted: bool = True
    has_open_correction: bool = False
    begun_by_office: bool = False
    """It is a 更正 that the office asked for."""
    awaiting_elsewhere: Elsewhere | None = None
    """Another one that has some of these months and is 已报送 or 已退回."""
    accepted_before: Elsewhere | None = None
    """The accepted one of just these months, before one is begun."""


MONTHS_OVER = Guard[RosterFacts](
    "covers whole months that are over",
    lambda facts: facts.months_are_over,
    lambda facts: "花名册中有尚未结束的月份，不能报送。该月结束后可以报送。",
)
COUNTED_ONCE = Guard[RosterFacts](
    "no person-month stands in another accepted roster of its kind",
    lambda facts: not facts.counted_twice,
    lambda facts: (
        f"{_told(facts)}已在接受的花名册中，不能重复计算。请改选月份；已接受的内容有误的，请对该花名册办理更正。"
    ),
    lambda facts: (
        f"有{facts.people_twice}人已在接受的花名册中，不能重复计算。请核对后改选月份，或者办理更正。"
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
    lambda facts: "这个更正由主管部门提出，不能删除。请核对后报送；认为不需要更正的，请联系主管部门撤回。",
)
SENT_ONCE = Guard[RosterFacts](
    "none of its months is under way in another roster of its kind",
    lambda facts: facts.awaiting_elsewhere is None,
    lambda facts: (
        f"{_months_of(facts.awaiting_elsewhere)}中报送，还没有办结。请等待审核结果；已退回的，请重新报送那一份。也可以选择其他月份。"
    ),
)
NOT_ACCEPTED = Guard[RosterFacts](
    "no roster of just these months is accepted",
    lambda facts: facts.accepted_before is None,
    lambda facts: f"{_months_of(facts.accepted_before)}中接受。需要补充或修改的，请对该花名册办理更正。",
)


def _months_of(other: Elsewhere | None) -> str:
    return f"{spoken(other.period)}已在花名册{other.number}" if other else ""


def _told(facts: RosterFacts) -> str:
    """赵敏2025年8月至9月（JX3701-26-H0001-5）等3人."""
    named = "、".join(f"{each.name}{listed(each.months)}（{each.number}）" for each in facts.counted_twice)
    return named + (f"等{facts.people_twice}人" if facts.people_twice > len(facts.counted_twice) else "")


def _office(facts: RosterFacts) -> frozenset[Role]:
    return only(office_of(facts.base_level))


def _employer_or_office(facts: RosterFacts) -> frozenset[Role]:
    return only(Role.EMPLOYER) | _office(facts)


def _who_asked(facts: RosterFacts) -> frozenset[Role]:
    return _office(facts) if facts.begun_by_office else NOBODY


_EMPLOYER, _OFFICES = only(Role.EMPLOYER), only(Role.COUNTY, Role.CITY)
_SENDABLE = (MONTHS_OVER, COUNTED_ONCE, SENT_ONCE)
_ONE_AT_A_TIME = (NEWEST, NO_OPEN_CORRECTION)
_ANY = _EMPLOYER | _OFFICES
S, V = RosterState, RosterVerb

FLOW = Flow[RosterFacts](
    "roster",
    tuple(RosterState),
    (
        Move(V.PREPARE, at(NEW), S.DRAFT, _EMPLOYER, (MONTHS_OVER, SENT_ONCE, NOT_ACCEPTED)),
        Move(V.DISCARD, at(S.DRAFT), GONE, _EMPLOYER, (NOT_ASKED_FOR,)),
        # The office takes back what it asked for, as long as that has never been sent.
        Move(V.DISCARD, at(S.DRAFT), GONE, _who_asked, roles=_OFFICES),
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
        # Follows from 更正 of the accepted version.
        Move(V.BEGIN, at(NEW), S.DRAFT, NOBODY),
    ),
    HINTS,
)
