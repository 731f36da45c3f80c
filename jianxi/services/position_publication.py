"""发布: the last reviewing office puts positions before the public, one or many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from piccolo.columns import Column

from jianxi.domain import periods
from jianxi.domain.outcomes import Missing, Stale, Told
from jianxi.domain.positions import FLOW, PositionVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import deeds, positions
from jianxi.services import moves
from jianxi.services.position_checks import facts_under_base
from jianxi.tables.positions import Position as Row
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun
OUT_OF_SIGHT = "该岗位不存在，或已不在您的办理范围内。"


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one of many; `objection` is empty when it was published."""

    id: int
    objection: str


async def publish(viewer: OfficialViewer, id: int, version: int, now: datetime) -> None:
    """发布: from now on anybody sees it. The day of the first time is kept through withdrawals."""
    today = periods.today(now)
    async with unit_of_work():
        position = await positions.get(viewer, id, today)
        await moves.check_version(NOUN, position, version, today)
        made = FLOW.decide(PositionVerb.PUBLISH, await facts_under_base(position), viewer.role)
        values: dict[Column, object] = {
            Row.published_at: now,
            Row.first_published_at: position.first_published_at or now,
        }
        await moves.write(viewer, NOUN, Row, position, made, values, now)


async def publish_many(
    viewer: OfficialViewer, picks: Sequence[tuple[int, int]], now: datetime
) -> list[Result]:
    """Each (id, version) for itself: one that cannot be published holds up no other. Sent again, by a refresh of the
    result or a second click, what was published the first time is published still."""
    return [Result(id, await _try(viewer, id, version, now)) for id, version in picks]


async def _try(viewer: OfficialViewer, id: int, version: int, now: datetime) -> str:
    try:
        await publish(viewer, id, version, now)
    except Stale as no:
        return "" if await _has_done(viewer, id, version, now) else no.sentence
    except Told as no:
        return no.sentence
    except Missing:
        return OUT_OF_SIGHT
    return ""


async def _has_done(viewer: OfficialViewer, id: int, version: int, now: datetime) -> bool:
    """Whether this official has published just what was shown, and nothing happened to it since."""
    position = await positions.get(viewer, id, periods.today(now))
    return position.version == version + 1 and await deeds.is_own(viewer, NOUN, id, PositionVerb.PUBLISH)
