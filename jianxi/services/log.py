"""操作日志: every change of state and every logged look, in the transaction that does it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from jianxi.domain.viewers import Anyone, EmployerViewer, OfficialViewer, PersonViewer, Viewer
from jianxi.tables.endings import NotInUnitOfWork
from jianxi.tables.engine import current
from jianxi.tables.log import LogEntry
from jianxi.tables.writing import insert

DIGESTED = (
    *("at", "actor_kind", "actor", "actor_name", "office"),
    *("noun", "record", "verb", "source", "target", "reason", "facts"),
)


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
    """One entry. `facts` is what else belongs to the act, never personal data."""
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


def digest(entry: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical bytes of an entry, as written or as read back."""
    listed = [entry[name] for name in DIGESTED]
    listed[0] = entry["at"].astimezone(UTC).isoformat(timespec="microseconds")
    return hashlib.sha256(canonical(listed).encode()).hexdigest()


def canonical(value: object) -> str:
    """JSON in its one spelling: sorted keys, no spaces, characters as they are."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


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
