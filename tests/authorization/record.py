"""A record that the harness asks for, with everybody who may see it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """One record. `place` is where it stands as seen from 历下区 of 济南市."""

    number: int
    seen_by: frozenset[str]
    place: str
    of: int = 0
    """The record that it belongs to, where its address tells that first."""


Records = dict[str, list[Record]]


def by(*kinds: str) -> frozenset[str]:
    return frozenset(kinds)
