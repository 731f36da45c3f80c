"""The tabs of a list: a state each, with its number."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tab:
    """One state of a list with its number; the key "all" is every state."""

    key: str
    label: str
    count: int
    current: bool
