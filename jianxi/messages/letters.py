"""A mail or SMS to be sent, and what a sender is."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Letter:
    """To one address. `key` is the same for every attempt at the same message. An SMS has no subject."""

    to: str = field(repr=False)
    subject: str
    text: str
    key: str
    at: datetime


class Sender(Protocol):
    """Sends or raises `Undelivered`, `Rejected` or `Uncertain`; whatever else it raises counts as uncertain."""

    @property
    def at_once(self) -> int:
        """So many may be under way when the process dies: all of them are then 不明."""
        ...

    async def send(self, letter: Letter) -> None: ...
