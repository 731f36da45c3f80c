"""What a 报送 of these bases would tell the province: for the confirm page, and once more inside the unit of work."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain import labels
from jianxi.domain.bases import BaseState
from jianxi.domain.filed_facts import Difference, FiledFacts
from jianxi.domain.filings import FilingFacts
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import bases, deeds, filed_bases, filing_facts
from jianxi.queries.bases import Base
from jianxi.queries.filed_bases import Told
from jianxi.queries.filing_facts import LastTold
from jianxi.queries.many import Picks
from jianxi.tables.employers import Base as BaseRow

SHOWN_TO_ADD = 100
"""So many bases are offered to be added to a filing that was returned; more are filed from their own list."""
READ_TO_ADD = 500
"""So many bases are read for that: each is unsealed, and of those told before hardly any has changed."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A base that is 审核通过, with what would be told of it."""

    base: Base
    facts: FiledFacts
    last: LastTold | None

    @property
    def is_first(self) -> bool:
        return self.last is None

    @property
    def changes(self) -> tuple[Difference, ...]:
        now = Told(self.facts, BaseState.APPROVED)
        return filed_bases.changes(self.last.told, now) if self.last else ()

    @property
    def tells_something(self) -> bool:
        """One that was approved anew is filed anew, even if all is as it was."""
        return self.is_first or bool(self.changes) or not self.base.is_filed


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A base that would not be sent, and why."""

    base: Base
    why: str
    clause: str = ""
    """What happened to one that is no longer as it was shown."""
    is_unchanged: bool = False
    filing: int = 0
    """The filing in which it stands so."""


@dataclass(frozen=True, slots=True)
class Stopped:
    """Filed before, and no longer 审核通过: it is told of with the others."""

    last: LastTold
    state: str

    @property
    def label(self) -> str:
        return labels.state("base", self.state)


@dataclass(frozen=True, slots=True)
class Plan:
    """`unseen` counts ids that are not there or not the viewer's to see."""

    ready: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    unseen: int
    stopped: tuple[Stopped, ...]

    def facts(self, state: str) -> FilingFacts:
        """What the table of moves is asked with."""
        unchanged = tuple(left.base.unit for left in self.left_out if left.is_unchanged)
        others = tuple(left.base.unit for left in self.left_out if not (left.is_unchanged or left.clause))
        return FilingFacts(state, len(self.ready) + len(self.left_out), others, unchanged)


async def plan(viewer: OfficialViewer, picks: Picks, today: date, filing: int = 0) -> Plan:
    """Of the picked ones, as they are now; `filing` is the one that would be sent again."""
    versions = dict(picks)
    found = await bases.seen(viewer, list(versions))
    changed = [base.id for base in found if base.version != versions[base.id]]
    newest = await deeds.last_deeds("base", changed)
    clauses = {id: deeds.clause("base", newest.get(id), today) for id in changed}
    sound = [base for base in found if base.id not in clauses]
    candidates = await _candidates(viewer, sound, today, filing)
    ready = [each for each in candidates if each.tells_something]
    unchanged = {each.base.id: each.last for each in candidates if each.last and not each.tells_something}
    left = [_left_out(base, clauses.get(base.id, ""), unchanged) for base in found]
    return Plan(
        tuple(sorted(ready, key=lambda each: (each.base.county, each.facts.unit, each.base.id))),
        tuple(each for each in left if each is not None),
        len(versions) - len(found),
        tuple(Stopped(*pair) for pair in await filing_facts.untold(viewer.region, filing)),
    )


async def addable(viewer: OfficialViewer, filing: int, held: Sequence[int], today: date) -> list[Candidate]:
    """Other bases of the city that have something to tell, at most one more than `SHOWN_TO_ADD`: first those that no other
    filing tells of, then those that were decided on last."""
    approved = (BaseRow.state == BaseState.APPROVED.value) & BaseRow.id.not_in([0, *held])
    rows = BaseRow.select(BaseRow.id).where(bases.visible_to(viewer), approved)
    told = await filing_facts.told_of(viewer.region, filing)
    newest = [row["id"] for row in await rows.order_by(BaseRow.decided_at, ascending=False)]
    ids = [*sorted(set(newest) - told), *(id for id in newest if id in told)][:READ_TO_ADD]
    found: list[Candidate] = []
    for first in range(0, len(ids), SHOWN_TO_ADD):
        seen = await bases.seen(viewer, ids[first : first + SHOWN_TO_ADD])
        found += [each for each in await _candidates(viewer, seen, today, filing) if each.tells_something]
        if len(found) > SHOWN_TO_ADD:
            break
    return found[: SHOWN_TO_ADD + 1]


async def _candidates(
    viewer: OfficialViewer, found: Sequence[Base], today: date, filing: int
) -> list[Candidate]:
    ids = [base.id for base in found if base.state == BaseState.APPROVED]
    facts, last = await filing_facts.now(ids, viewer.region, today), await filing_facts.last(ids, filing)
    return [Candidate(base, facts[base.id], last.get(base.id)) for base in found if base.id in facts]


def _left_out(base: Base, clause: str, unchanged: Mapping[int, LastTold]) -> LeftOut | None:
    if clause:
        return LeftOut(base, f"{clause}，请查看最新内容后再办理。", clause)
    if base.state != BaseState.APPROVED:
        return LeftOut(base, f"现在是“{base.shown.label}”，只有“审核通过”的基地可以报送。")
    if base.id not in unchanged:
        return None
    last = unchanged[base.id]
    why = f"备案{last.number}{labels.state('filing', last.state)}，之后没有变化，不需要再报送。"
    return LeftOut(base, why, is_unchanged=True, filing=last.filing)
