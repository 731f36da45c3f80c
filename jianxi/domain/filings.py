"""报省厅备案 filing: one or many approved bases sent by a city to the province."""

from dataclasses import dataclass
from enum import StrEnum

from jianxi.domain import reference_numbers
from jianxi.domain.bases import BaseState
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


STANDING = frozenset({FilingState.SENT, FilingState.RECEIVED})
"""In these the province has been told: the bases in it are 已备案."""
FIRST_SERIAL = reference_numbers.ALPHABET.index("B") * len(reference_numbers.ALPHABET) ** 4
"""Numbers of filings begin with B (备案), so that none is ever taken for that of a base's submission."""


def standing_told(state: str) -> str:
    """How the province is told that a base stands which it knows as 审核通过: in force, 已暂停 or 已取消资格. What is filed is
    never un-approved, so a base that goes through the chain anew was revoked; of that chain the province hears nothing."""
    return state if state in {BaseState.APPROVED, BaseState.SUSPENDED} else BaseState.REVOKED.value


def number(city: str, year: int, id: int) -> str:
    """编号 of a filing, from the year it was first sent in and its row: JX3701-26-B0001-5."""
    return reference_numbers.compose(city, year, FIRST_SERIAL + id)


@dataclass(frozen=True, slots=True)
class FilingFacts:
    """What the moves look at."""

    state: str
    bases: int = 0
    not_approved: tuple[str, ...] = ()
    """Names of the chosen bases that are not 审核通过 today."""
    unchanged: tuple[str, ...] = ()
    """Names of the chosen bases that another filing, 已报送 or 已接收, tells the province just so."""


def _listed(names: tuple[str, ...]) -> str:
    more = f"等{len(names)}个基地" if len(names) > MOST_NAMED else ""
    return "、".join(names[:MOST_NAMED]) + more


MOST_NAMED = 10
"""So many bases a refusal names; the page names all."""
HAS_BASES = Guard[FilingFacts](
    "has at least one base",
    lambda facts: facts.bases > 0,
    lambda facts: "没有选择基地，不能报送。请先选择要报省厅备案的基地。",
)
ALL_APPROVED = Guard[FilingFacts](
    "every base is approved",
    lambda facts: not facts.not_approved,
    lambda facts: f"{_listed(facts.not_approved)}不是“审核通过”，不能报送。请去掉后再报送。",
)
ALL_TELL_SOMETHING = Guard[FilingFacts](
    "no base stands unchanged in another filing",
    lambda facts: not facts.unchanged,
    lambda facts: f"{_listed(facts.unchanged)}已报省厅备案，之后没有变化，不需要再报送。请去掉后再报送。",
)

S, V = FilingState, FilingVerb

HINTS: dict[tuple[str, str], str] = {
    (V.FILE, S.SENT): "该备案已报送，正在等待省厅接收，不能再报送。需要修改时，请联系省厅退回。",
    (
        V.FILE,
        S.RECEIVED,
    ): "该备案省厅已接收，不能再报送。之后有变化的基地，请在见习基地审核中选择后另行报送。",
    (V.RECEIVE, S.RECEIVED): "该备案已经接收，不需要再接收。",
    (V.RECEIVE, S.RETURNED): "该备案已退回，不能接收。市级修改后会重新报送。",
    (V.RETURN, S.RECEIVED): "该备案已经接收，不能退回。内容有变化时，由市级另行报送。",
    (V.RETURN, S.RETURNED): "该备案已经退回，市级修改后会重新报送。",
}
"""Why a verb has no move from a state, and the way round."""

FLOW = Flow[FilingFacts](
    "filing",
    tuple(FilingState),
    (
        Move(
            V.FILE,
            at(NEW, S.RETURNED),
            S.SENT,
            only(Role.CITY),
            (HAS_BASES, ALL_APPROVED, ALL_TELL_SOMETHING),
        ),
        Move(V.RECEIVE, at(S.SENT), S.RECEIVED, only(Role.PROVINCE)),
        Move(V.RETURN, at(S.SENT), S.RETURNED, only(Role.PROVINCE), reason=True),
    ),
    HINTS,
)


def may_file(role: Role) -> bool:
    """Whether this office files bases at all."""
    return FLOW.find(V.FILE, FilingFacts(NEW), role) is not None
