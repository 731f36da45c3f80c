"""报省厅备案 filing: one or many approved bases sent by a city to the province."""

from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain.flow import NEW, Flow, Guard, Move, Role, at, only


class FilingState(StrEnum):
    """What is stored of a filing."""

    SENT = "sent"
    RECEIVED = "received"
    RETURNED = "returned"


class FilingVerb(StrEnum):
    """Everything that can be done to a filing."""

    FILE = "file"
    RECEIVE = "receive"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """What the moves look at."""

    state: str
    bases: int = 0
    not_approved: tuple[str, ...] = ()
    """Names of the chosen bases that are not 审核通过 today."""


HAS_BASES = Guard[FilingFacts](
    "has at least one base",
    lambda facts: facts.bases > 0,
    lambda facts: "没有选择基地，不能报送。请先选择要报省厅备案的基地。",
)
ALL_APPROVED = Guard[FilingFacts](
    "every base is approved",
    lambda facts: not facts.not_approved,
    lambda facts: f"{'、'.join(facts.not_approved)}不是“审核通过”，不能报送。请去掉后再报送。",
)

S, V = FilingState, FilingVerb

FLOW = Flow[FilingFacts](
    "filing",
    tuple(FilingState),
    (
        Move(V.FILE, at(NEW, S.RETURNED), S.SENT, only(Role.CITY), (HAS_BASES, ALL_APPROVED)),
        Move(V.RECEIVE, at(S.SENT), S.RECEIVED, only(Role.PROVINCE)),
        Move(V.RETURN, at(S.SENT), S.RETURNED, only(Role.PROVINCE), reason=True),
    ),
)
