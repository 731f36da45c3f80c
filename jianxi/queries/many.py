"""What one verb on many records would do, for the confirm page: which it would be done to, which are left out and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, Protocol, TypeVar

from jianxi.domain.flow import Flow
from jianxi.domain.viewers import Viewer, role_of
from jianxi.queries.deeds import clause, last_deeds


class Record(Protocol):
    """What can be one of many."""

    @property
    def id(self) -> int: ...

    @property
    def version(self) -> int: ...

    @property
    def facts(self) -> Any: ...


R = TypeVar("R", bound=Record)
Picks = Sequence[tuple[int, int]]
"""Ids with the versions that were shown."""

MOST_AT_ONCE = 500
"""How many may be decided by one press."""

# Without slots: Python 3.11 cannot call `Plan[X](…)` on a frozen class with slots.


@dataclass(frozen=True)
class LeftOut(Generic[R]):
    """A record that it would not be done to, and the sentence that says why."""

    record: R
    why: str


@dataclass(frozen=True)
class Plan(Generic[R]):
    """Frozen on the confirm page. `unseen` counts ids that are not there or not the viewer's to see."""

    ready: tuple[R, ...]
    left_out: tuple[LeftOut[R], ...]
    unseen: int


async def plan(
    viewer: Viewer, flow: Flow[Any], verb: str, found: Sequence[R], picks: Picks, today: date
) -> Plan[R]:
    """`found` are those of the picked ones that the viewer may see, as they are now."""
    versions = dict(picks)
    changed = [record.id for record in found if record.version != versions[record.id]]
    newest = await last_deeds(flow.noun, changed)

    def objection(record: R) -> str:
        if record.id in changed:
            return f"{clause(flow.noun, newest.get(record.id), today)}，请查看最新内容后再办理。"
        return flow.objection(verb, record.facts, role_of(viewer))

    judged = [(record, objection(record)) for record in found]
    return Plan(
        tuple(record for record, why in judged if not why),
        tuple(LeftOut(record, why) for record, why in judged if why),
        len(versions) - len(found),
    )
