"""What a submission of a 见习基地 changes, its 变更申请 under way, and which submission counts for whom."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from jianxi.domain import labels
from jianxi.domain.bases import NOT_HELD
from jianxi.domain.flow import Role
from jianxi.domain.labels import Shown
from jianxi.domain.viewers import OfficialViewer, Viewer
from jianxi.forms.base_changes import Attached, Comparison, changes, compared, contact_changes, file_changes
from jianxi.forms.base_drafts import Draft
from jianxi.queries import base_files, base_rounds
from jianxi.queries.base_files import BaseFile
from jianxi.queries.base_rounds import Round
from jianxi.queries.bases import WAITING, Base


@dataclass(frozen=True, slots=True)
class Amendment:
    """The one under way, or rejected and not made anew."""

    round: Round
    shown: Shown
    rejection: str
    changes: Comparison
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
    changed = await changes_of(base, newest, rounds)
    return Amendment(newest, shown, base.amendment_rejection, changed, held)


async def changes_of(base: Base, round: Round, readable: Sequence[Round]) -> Comparison:
    """A 变更申请 against the submission that was in force when it was made, any other against the one before it; nothing
    for who may not read that one."""
    against = _number_in(readable, round.amends or round.number - 1)
    return await _compared(base, against, round.number, bool(round.amends))


async def since_last(base: Base, round: Round, readable: Sequence[Round]) -> Comparison:
    """For a 变更申请 that was made anew: against the one before it, too."""
    before = _number_in(readable, round.number - 1)
    anew = round.amends not in (0, before)
    return replace(await _compared(base, before if anew else 0, round.number, False), is_first=False)


def _number_in(readable: Sequence[Round], number: int) -> int:
    """0 for one that is not among them."""
    return number if any(round.number == number for round in readable) else 0


async def _compared(base: Base, against: int, number: int, amends: bool) -> Comparison:
    if not against:
        return Comparison((), 0)
    before, after = await base_rounds.content(base, against), await base_rounds.content(base, number)
    files = await attached(base, against), await attached(base, number)
    return comparison(before, after, files, against, amends)


def comparison(
    before: Draft,
    after: Draft,
    files: tuple[Sequence[Attached], Sequence[Attached]],
    against: int,
    amends: bool,
) -> Comparison:
    if not amends:
        return Comparison(compared(before, after, files), against)
    lines = (*changes(before, after), *file_changes(*files), *contact_changes(before, after))
    return Comparison(lines, against, amends=True)


async def attached(base: Base, number: int) -> tuple[Attached, ...]:
    """The files of a submission; of number 0 those of the draft."""
    return as_attached(await base_files.of_round(base.id, number))


def as_attached(held: Iterable[BaseFile]) -> tuple[Attached, ...]:
    return tuple(Attached(each.kind, each.file.name, each.file.digest) for each in held)


def number_for(viewer: Viewer, base: Base) -> int:
    """What counts: the version in force; for the offices that review, the 变更申请 while it waits."""
    reviews = isinstance(viewer, OfficialViewer) and viewer.role is not Role.PROVINCE
    if reviews and base.amendment_state in WAITING:
        return base.round
    return base.approved_round or base.round
