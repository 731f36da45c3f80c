"""身份证件信息 of a youth (社会青年): a picture of each side of the identity card."""

from collections.abc import Collection
from enum import StrEnum

from jianxi.domain.outcomes import Missing


class Side(StrEnum):
    """Of the card; 正面 is the one with the portrait, as people call it."""

    FRONT = "front"
    BACK = "back"

    @property
    def field(self) -> str:
        """The name of its field in 就业见习意向填表."""
        return f"id_{self.value}"

    @property
    def label(self) -> str:
        return {"front": "身份证正面", "back": "身份证反面"}[self.value]

    @property
    def face(self) -> str:
        """By what somebody tells it from the other."""
        return {"front": "人像面", "back": "国徽面"}[self.value]


LOOK = "look"
"""The verb in the log of whoever looks at one of another person."""


def side_of(text: str) -> Side:
    """As an address names it. Raises `Missing`."""
    if text not in set(Side):
        raise Missing
    return Side(text)


def missing(given: Collection[Side]) -> dict[str, str]:
    """What to say by field of the sides that are not there. Both are needed."""
    return {side.field: f"请上传{side.label}" for side in Side if side not in given}
