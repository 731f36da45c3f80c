"""What the runner of a 后台任务 is given and answers."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jianxi.domain.jobs import Cancelled, Interrupted, Lost
from jianxi.domain.viewers import EmployerViewer, OfficialViewer
from jianxi.queries.jobs import File


@dataclass(slots=True)
class Context:
    """What a runner knows besides its args. `progress` may be called from any thread, as often as one likes."""

    job: int
    viewer: EmployerViewer | OfficialViewer
    attempt: int
    """1, or more where an earlier attempt was broken off: what that one saved is there already."""
    now: datetime
    """The moment of this attempt's beginning."""
    sent: File | None
    stops: Callable[[], bool]
    done: int = 0
    total: int = 0
    saved: str = ""
    """What is there already should it be cancelled now, in a sentence."""
    cancelling: bool = False
    lost: bool = False

    def progress(self, done: int, total: int) -> None:
        """So far it is. Raises `Cancelled`, `Interrupted` or `Lost` when it is not to go on."""
        self.done, self.total = done, total
        if self.lost:
            raise Lost
        if self.cancelling:
            raise Cancelled(self.saved)
        if self.stops():
            raise Interrupted


@dataclass(frozen=True, slots=True)
class Done:
    """How a job ended well. `told`: a sentence without personal data; `path`: where what it did is found; `content`: a
    file to download under `name`; `report`: what it says in detail, as JSON can hold it."""

    told: str
    path: str = ""
    name: str = ""
    content: bytes = b""
    report: Mapping[str, Any] = field(default_factory=dict)


Runner = Callable[[Mapping[str, Any], Context], Awaitable[Done]]
"""An outcome (Told, Invalid, Malformed, Missing) that it raises is the sentence of a job that failed."""
