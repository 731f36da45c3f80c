"""操作日志: every change of state and every logged look, in the transaction that does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from jianxi.domain.entries import canonical, digest
from jianxi.domain.viewers import Anyone, EmployerViewer, OfficialViewer, PersonViewer, Viewer
from jianxi.services import notices
from jianxi.tables.endings import NotInUnitOfWork
from jianxi.tables.engine import current
from jianxi.tables.log import LogEntry
from jianxi.tables.writing import insert


@dataclass(frozen=True, slots=True)
class System:
    """The command line: no account, no office."""

    name: str = "系统管理员"


SYSTEM = System()


async def record(
    viewer: Viewer | System,
    now: datetime,
    noun: str,
    record_id: int,
    verb: str,
    source: str = "",
    target: str = "",
    reason: str = "",
    facts: Mapping[str, object] | None = None,
) -> None:
    """One entry, and for a transition the notices of the other sides. `facts` is what else belongs to the act, never
    personal data."""
    if current().current_transaction.get() is None:
        raise NotInUnitOfWork
    entry: dict[str, Any] = {
        "at": now,
        **_actor(viewer),
        "noun": noun,
        "record": record_id,
        "verb": str(verb),
        "source": str(source),
        "target": str(target),
        "reason": reason,
        "facts": canonical(facts) if facts else "",
    }
    await insert(LogEntry(**entry, digest=digest(entry)))
    await notices.tell(viewer, now, noun, record_id, str(verb), str(source), str(target), reason, facts)


def _actor(viewer: Viewer | System) -> dict[str, Any]:
    who: tuple[str, int | None, str]
    match viewer:
        case EmployerViewer():
            who = ("employer", viewer.employer, "")
        case PersonViewer():
            who = ("person", viewer.person, "")
        case OfficialViewer():
            who = (str(viewer.role), viewer.official, viewer.office)
        case System():
            who = ("system", None, "")
        case Anyone():
            raise ValueError("nobody in particular does nothing that is logged")
    kind, actor, office = who
    return {"actor_kind": kind, "actor": actor, "actor_name": viewer.name, "office": office}
