"""What the list of 上岗人员管理 is narrowed to, read from the address: anything unknown there narrows nothing."""

from dataclasses import dataclass

from jianxi.domain.texts import fold
from jianxi.domain.trainees import STANDINGS
from jianxi.forms.addresses import one, words
from jianxi.forms.reading import Raw


@dataclass(frozen=True, slots=True)
class TraineeFilters:
    """Empty is no condition: the list opens with everybody."""

    state: str = ""
    """A key of `domain.trainees.STANDINGS`."""
    words: str = ""
    """Parts of the person's name or of the post's."""

    @property
    def folded(self) -> tuple[str, ...]:
        return tuple(fold(self.words).split())


def read_filters(raw: Raw) -> TraineeFilters:
    state = one(raw, "state")
    return TraineeFilters(state=state if state in STANDINGS else "", words=words(raw))
