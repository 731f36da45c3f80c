"""One verb on many records: each for itself, with a result for each."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from jianxi.domain.deeds import NAMES
from jianxi.domain.outcomes import Missing, Stale, Told, Unforeseen
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import deeds
from jianxi.services.moves import Versioned

Deed = Callable[[int, int], Awaitable[None]]
"""id and the version that was shown."""
Reading = Callable[[int], Awaitable[Versioned]]
"""The record as it is now; `Missing` for one that is not there or not theirs."""


CONTRADICTED = "没有办理。它与系统中已有的记录冲突，可能刚刚有人办理过，请打开查看最新内容。"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one of many; `objection` is empty when it was done. `gap`: what only the database refused, for us
    to look into."""

    id: int
    objection: str
    gap: Unforeseen | None = None


async def each(
    viewer: OfficialViewer,
    noun: str,
    verb: str,
    picks: Sequence[tuple[int, int]],
    deed: Deed,
    now_is: Reading,
) -> list[Result]:
    """Each (id, version) for itself: one that cannot be done holds up no other. Sent again, by a refresh of the result
    or a second click, what this official did the first time is done still."""

    async def objection(id: int, version: int) -> str:
        try:
            await deed(id, version)
        except Stale as no:
            return "" if await _has_done(viewer, noun, verb, await now_is(id), version) else _instead(no)
        except Told as no:
            return no.sentence
        return ""

    async def ending(id: int, version: int) -> Result:
        try:
            return Result(id, await objection(id, version))
        except Missing:
            return Result(id, f"该{NAMES[noun]}不存在，或已不在您的办理范围内。")
        except Unforeseen as gap:
            return Result(id, CONTRADICTED, gap)

    return [await ending(id, version) for id, version in picks]


async def _has_done(viewer: OfficialViewer, noun: str, verb: str, record: Versioned, version: int) -> bool:
    """Whether this official has done it to just what was shown, and nothing happened to it since."""
    return record.version == version + 1 and await deeds.is_own(viewer, noun, record.id, verb)


def _instead(no: Stale) -> str:
    return f"没有办理。{no.clause}，请打开查看最新内容。" if no.clause else no.sentence
