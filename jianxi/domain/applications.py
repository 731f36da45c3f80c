"""报名 application: one live one a person, and its table of moves."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from jianxi.domain.application_hints import HINTS, NOT_RESTORED
from jianxi.domain.bases import BaseLevel, office_of
from jianxi.domain.flow import NEW, NOBODY, Flow, Guard, Move, Role, at, only
from jianxi.domain.periods import spoken


class ApplicationState(StrEnum):
    """What is stored of an application."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"


LIVE = (ApplicationState.WAITING, ApplicationState.ACCEPTED)
"""A person has at most one application in these states."""


class ApplicationVerb(StrEnum):
    """Everything that can be done to an application."""

    APPLY = "apply"
    WITHDRAW = "withdraw"
    SWITCH = "switch"
    ACCEPT = "accept"
    REJECT = "reject"
    DECLINE = "decline"
    CANCEL = "cancel"
    VOID = "void"
    """What follows for a live application when its person turns out to be another (身份冲突)."""
    RELEASE = "release"
    """What follows for an accepted one when 离岗 as 未上岗 is approved; RESTORE when that is taken back."""
    RESTORE = "restore"


@dataclass(frozen=True, slots=True)
class ApplicationFacts:
    """What the moves look at: the application, its person and its position."""

    state: str
    today: date
    base_is_approved: bool
    position_is_published: bool
    deadline: date
    headcount: int
    accepted: int
    """Acceptances of the position that are not cancelled."""
    has_intention: bool = True
    ineligibility: str | None = None
    """The sentence of `eligibility` that says why the person may not apply today."""
    chance_used: bool = False
    live: str | None = None
    """The state of the person's live application, if there is one."""
    is_here: bool = False
    """The live application is for this very position."""
    base_level: BaseLevel | None = None
    base_state: str = ""
    """For sentences; the moves look at `base_is_approved`."""
    placement_started: bool = False
    """`placements.has_started` of the application's placement."""


HAS_INTENTION = Guard[ApplicationFacts](
    "intention form is submitted",
    lambda facts: facts.has_intention,
    lambda facts: "您还没有提交就业见习意向，不能报名。请先提交“就业见习意向填表”。",
)
ELIGIBLE = Guard[ApplicationFacts](
    "person is eligible today",
    lambda facts: facts.ineligibility is None,
    lambda facts: facts.ineligibility or "",
)
CHANCE_LEFT = Guard[ApplicationFacts](
    "the one chance is not used",
    lambda facts: not facts.chance_used,
    lambda facts: (
        "您的就业见习机会已在上岗审核通过时使用，每人只有一次机会，不能再报名。如有疑问，请联系见习单位所在地的人社部门。"
    ),
)


def _live_refusal(facts: ApplicationFacts) -> str:
    if facts.live == ApplicationState.ACCEPTED:
        return "您已被一个岗位录用，不能再报其他岗位。如不去该岗位，可以先放弃录用，再报其他岗位。"
    if facts.is_here:
        return _HERE_ALREADY
    return "您已有一个等待审核的报名，不能再报其他岗位。可以改报，或先撤销报名。"


_HERE_ALREADY = "您现在报名的就是该岗位，正在等待单位审核，不需要再报一次。"

NO_LIVE_ONE = Guard[ApplicationFacts]("no live application", lambda facts: facts.live is None, _live_refusal)
ELSEWHERE = Guard[ApplicationFacts](
    "the other position is another one", lambda facts: not facts.is_here, lambda facts: _HERE_ALREADY
)
BASE_TAKES = Guard[ApplicationFacts](
    "base is approved",
    lambda facts: facts.base_is_approved,
    lambda facts: (
        "该单位的见习基地目前不是“审核通过”，不能报名。基地恢复后可以报名，也可以现在选择其他岗位。"
    ),
)
PUBLISHED = Guard[ApplicationFacts](
    "position is published",
    lambda facts: facts.position_is_published,
    lambda facts: "该岗位目前没有发布，不能报名。重新发布后可以报名，也可以现在选择其他岗位。",
)
OPEN = Guard[ApplicationFacts](
    "position is open",
    lambda facts: facts.today <= facts.deadline,
    lambda facts: (
        f"该岗位的报名已于{spoken(facts.deadline)}截止，不能报名。"
        "单位延长报名后可以报名，也可以现在选择其他岗位。"
    ),
)
NOT_FULL = Guard[ApplicationFacts](
    "position is not full",
    lambda facts: facts.accepted < facts.headcount,
    lambda facts: (
        f"该岗位招{facts.headcount}人，已录满，不能报名。有录用取消后可以报名，也可以现在选择其他岗位。"
    ),
)
BASE_ACCEPTS = Guard[ApplicationFacts](
    "base is approved",
    lambda facts: facts.base_is_approved,
    lambda facts: "您单位的见习基地目前不是“审核通过”，不能录用。基地恢复为审核通过后可以录用。",
)
SEATS_LEFT = Guard[ApplicationFacts](
    "seats are left",
    lambda facts: facts.accepted < facts.headcount,
    lambda facts: (
        f"该岗位见习人数为{facts.headcount}人，已录用{facts.accepted}人，不能再录用。"
        "有录用取消后可以再录用，也可以新增岗位。"
    ),
)
NOT_STARTED = Guard[ApplicationFacts](
    "no approved placement has started",
    lambda facts: not facts.placement_started,
    lambda facts: (
        "见习已经开始，不能再放弃或取消录用。需要提前结束时，由本人申请终止见习，或由单位办理离岗登记。"
    ),
)


def _employer_or_office(facts: ApplicationFacts) -> frozenset[Role]:
    """The employer, or the office of the base's level."""
    return (
        only(Role.EMPLOYER) if facts.base_level is None else only(Role.EMPLOYER, office_of(facts.base_level))
    )


SEAT_STILL_FREE = Guard[ApplicationFacts](
    "seats are left",
    lambda facts: facts.accepted < facts.headcount,
    lambda facts: NOT_RESTORED["seat"].format(facts.headcount),
)
NOT_ELSEWHERE = Guard[ApplicationFacts](
    "person has no other live application",
    lambda facts: facts.live is None,
    lambda facts: NOT_RESTORED[facts.live or ""],
)
CHANCE_STILL_FREE = Guard[ApplicationFacts](
    "the one chance is not used",
    lambda facts: not facts.chance_used,
    lambda facts: NOT_RESTORED["chance"],
)
_PERSON, _EMPLOYER = only(Role.PERSON), only(Role.EMPLOYER)
_MAY_BE_RESTORED = (CHANCE_STILL_FREE, NOT_ELSEWHERE, SEAT_STILL_FREE)
_MAY_APPLY = (HAS_INTENTION, ELIGIBLE, CHANCE_LEFT, NO_LIVE_ONE, BASE_TAKES, PUBLISHED, OPEN, NOT_FULL)
_BY, _CANCELLERS = _employer_or_office, only(Role.EMPLOYER, Role.COUNTY, Role.CITY)
S, V = ApplicationState, ApplicationVerb
_CANCEL = Move(V.CANCEL, at(S.ACCEPTED), S.CANCELLED, _BY, (NOT_STARTED,), reason=True, roles=_CANCELLERS)

FLOW = Flow[ApplicationFacts](
    "application",
    tuple(ApplicationState),
    (
        Move(V.APPLY, at(NEW), S.WAITING, _PERSON, _MAY_APPLY),
        Move(V.WITHDRAW, at(S.WAITING), S.WITHDRAWN, _PERSON),
        # The second half of 改报 is an APPLY at the other position, judged with `live=None`.
        Move(V.SWITCH, at(S.WAITING), S.WITHDRAWN, _PERSON, (ELSEWHERE,)),
        Move(V.ACCEPT, at(S.WAITING), S.ACCEPTED, _EMPLOYER, (BASE_ACCEPTS, SEATS_LEFT)),
        Move(V.REJECT, at(S.WAITING), S.REJECTED, _EMPLOYER, reason=True),
        Move(V.DECLINE, at(S.ACCEPTED), S.CANCELLED, _PERSON, (NOT_STARTED,), reason=True),
        _CANCEL,
        Move(V.VOID, at(S.WAITING), S.WITHDRAWN, NOBODY),
        Move(V.VOID, at(S.ACCEPTED), S.CANCELLED, NOBODY),
        Move(V.RELEASE, at(S.ACCEPTED), S.CANCELLED, NOBODY),
        Move(V.RESTORE, at(S.CANCELLED), S.ACCEPTED, NOBODY, _MAY_BE_RESTORED),
    ),
    HINTS,
)
