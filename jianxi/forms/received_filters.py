"""What the list of 见习报名管理 is narrowed to, read from the address: anything unknown there narrows nothing."""

from dataclasses import dataclass

from jianxi.domain.applications import ApplicationState
from jianxi.domain.texts import fold
from jianxi.forms.addresses import one, words
from jianxi.forms.reading import Raw

ALL = "all"
LARGEST_ID = 2**31 - 1


@dataclass(frozen=True, slots=True)
class ReceivedFilters:
    """Empty is no condition; without a state the list opens at what waits."""

    state: str = ApplicationState.WAITING.value
    words: str = ""
    """The person's name, or a part of it."""
    position: int | None = None

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(fold(self.words).split())


def read_filters(raw: Raw) -> ReceivedFilters:
    state, position = one(raw, "state"), one(raw, "position")
    known = state == ALL or state in tuple(ApplicationState)
    is_id = position.isascii() and position.isdigit() and len(position) <= 10 and int(position) <= LARGEST_ID
    return ReceivedFilters(
        state="" if state == ALL else state if known else ApplicationState.WAITING.value,
        words=words(raw),
        position=int(position) if is_id else None,
    )
