"""What 发布 of many 见习岗位 would do, for the confirm page: which would be published, which are left out and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from jianxi.domain.positions import FLOW, PositionVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries.deeds import clause, last_deeds
from jianxi.queries.positions import Position, seen


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A position that would not be published, and the sentence that says why."""

    position: Position
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Frozen on the confirm page. `unseen` counts ids that are not there or not the viewer's to see."""

    ready: tuple[Position, ...]
    left_out: tuple[LeftOut, ...]
    unseen: int

    @property
    def seats(self) -> int:
        return sum(position.headcount for position in self.ready)


async def plan(viewer: OfficialViewer, picks: Sequence[tuple[int, int]], today: date) -> Plan:
    """`picks` are ids with the versions that were shown."""
    versions = dict(picks)
    found = await seen(viewer, list(versions), today)
    changed = [position.id for position in found if position.version != versions[position.id]]
    deeds = await last_deeds(FLOW.noun, changed)
    whys = [
        f"{clause(FLOW.noun, deeds.get(position.id), today)}，请查看最新内容后再发布。"
        if position.id in changed
        else FLOW.objection(PositionVerb.PUBLISH, position.facts, viewer.role)
        for position in found
    ]
    judged = list(zip(found, whys, strict=True))
    return Plan(
        tuple(position for position, why in judged if not why),
        tuple(LeftOut(position, why) for position, why in judged if why),
        len(versions) - len(found),
    )
