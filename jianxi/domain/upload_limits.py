"""How much one sender may upload (上传次数限制): files and bytes an hour and a day, files of a record, and the sentences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jianxi.domain.outcomes import Told
from jianxi.domain.sign_in_limits import DAY, HOUR, Window, free_from, from_when

MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Budget:
    """Files that may be sent, and bytes of all of them together."""

    files: tuple[Window, ...]
    bytes: tuple[Window, ...]


UNIT = Budget(
    (Window(120, HOUR), Window(300, DAY)), (Window(600 * MEGABYTE, HOUR), Window(1500 * MEGABYTE, DAY))
)
"""The largest record (20 files of 10 MB) can be sent three times an hour and mended all day; what a unit attaches and
removes again lies in the store until it is swept, so a day's bytes are what it can make us keep."""
CARD = Budget(
    (Window(12, HOUR), Window(30, DAY)), (Window(120 * MEGABYTE, HOUR), Window(300 * MEGABYTE, DAY))
)
"""Two sides of a card, each six times: enough for a shaking hand. Whoever makes up an ID number is let in provisionally."""


@dataclass(frozen=True, slots=True)
class Sender:
    """Whose uploads count together. `subject` says nothing about a person without the key."""

    subject: str
    budget: Budget


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that was looked at, whatever became of it."""

    at: datetime
    size: int


class Exhausted(Told):
    """The file was not looked at; the sentence says from when one may be sent again."""


def check(budget: Budget, sent: Sequence[Sent], size: int, now: datetime) -> None:
    """Whether one more of that size may be sent. Raises `Exhausted` of the limit that lasts longest."""
    times = [each.at for each in sent]
    waits = [(free_from(times, each, now), _files(each)) for each in budget.files]
    waits += [(_room_from(sent, size, each, now), _bytes(each)) for each in budget.bytes]
    passed = [(until, rule) for until, rule in waits if until is not None]
    if passed:
        until, rule = max(passed)
        raise Exhausted(f"{rule}，请在{from_when(until, now)}再上传")


def too_many(left_over: int, had: int, most: int) -> str:
    """Of files beyond what a record may have."""
    before = f"，此前已有{had}个" if had else ""
    return f"最多可上传{most}个文件{before}，有{left_over}个没有上传。请先删除不需要的文件，或合并后再上传"


def _room_from(sent: Sequence[Sent], size: int, window: Window, now: datetime) -> datetime | None:
    """When enough bytes are older than the window; None: at once."""
    within = sorted((each for each in sent if each.at > now - window.span), key=lambda each: each.at)
    over = sum(each.size for each in within) + size - window.most
    until = None
    for each in within:
        if over <= 0:
            break
        over -= each.size
        until = each.at + window.span
    return until


def _files(window: Window) -> str:
    return f"{_span(window)}最多可上传{window.most}个文件"


def _bytes(window: Window) -> str:
    return f"{_span(window)}最多可上传{window.most // MEGABYTE}MB"


def _span(window: Window) -> str:
    return "每24小时" if window.span == DAY else "每小时"
