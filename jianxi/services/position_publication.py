"""发布: the last reviewing office puts positions before the public, one or many at once."""

from datetime import datetime

from piccolo.columns import Column

from jianxi.domain import periods
from jianxi.domain.positions import FLOW, PositionVerb
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import positions
from jianxi.services import moves
from jianxi.services.position_checks import facts_under_base
from jianxi.tables.positions import Position as Row
from jianxi.tables.unit_of_work import unit_of_work

NOUN = FLOW.noun


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
