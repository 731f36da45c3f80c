"""变更申请 of a 见习基地 for its pages: what it changes, and who reads which submission."""

from dataclasses import dataclass

from jianxi.domain import labels
from jianxi.domain.bases import NOT_HELD
from jianxi.domain.flow import Role
from jianxi.domain.labels import Shown
from jianxi.domain.viewers import OfficialViewer, Viewer
from jianxi.forms.base_changes import Change, changes
from jianxi.queries import base_rounds
from jianxi.queries.base_rounds import Round
from jianxi.queries.bases import WAITING, Base


@dataclass(frozen=True, slots=True)
class Amendment:
    """The one under way, or rejected and not made anew."""

    round: Round
    shown: Shown
    rejection: str
    changes: tuple[Change, ...]
    held: str
    """Why it waits without anybody deciding on it."""


async def under_way(base: Base, rounds: tuple[Round, ...]) -> Amendment | None:
    """None without one, and for those who may not read its submission."""
    newest = next((round for round in rounds if round.number == base.round), None)
    if not base.under_amendment or newest is None:
        return None
    shown = labels.shown("base", base.amendment_state)
    waits = base.amendment_state in WAITING
    held = NOT_HELD.refusal(base.facts) if waits and not NOT_HELD.holds(base.facts) else ""
    return Amendment(newest, shown, base.amendment_rejection, await changes_of(base, newest), held)


async def changes_of(base: Base, round: Round) -> tuple[Change, ...]:
    """Against the submission that was in force when it was made; nothing for one of the whole."""
    if not round.amends:
        return ()
    before = await base_rounds.content(base, round.amends)
    return changes(before, await base_rounds.content(base, round.number))


def readable(viewer: Viewer, base: Base, rounds: tuple[Round, ...]) -> tuple[Round, ...]:
    """The province reads what was approved, nothing that came after it."""
    if isinstance(viewer, OfficialViewer) and viewer.role is Role.PROVINCE:
        return tuple(round for round in rounds if round.number <= base.approved_round)
    return rounds


def number_for(viewer: Viewer, base: Base) -> int:
    """What counts: the version in force; for the offices that review, the 变更申请 while it waits."""
    reviews = isinstance(viewer, OfficialViewer) and viewer.role is not Role.PROVINCE
    if reviews and base.amendment_state in WAITING:
        return base.round
    return base.approved_round or base.round
