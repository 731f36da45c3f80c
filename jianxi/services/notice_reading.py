"""标为已读: what somebody has read of their 通知. Not logged: it changes nothing for anybody else."""

from datetime import datetime

from jianxi.domain.viewers import Viewer
from jianxi.queries import notices
from jianxi.queries.notices import Notice
from jianxi.tables.notices import Notice as Row
from jianxi.tables.unit_of_work import unit_of_work


async def read(viewer: Viewer, id: int, now: datetime) -> Notice:
    """标为已读; what was read before keeps its moment. `Missing` for another's."""
    found = await notices.get(viewer, id)
    if found.read_at is None:
        async with unit_of_work():
            await Row.update({Row.read_at: now}).where(Row.id == id, Row.read_at.is_null())
    return found


async def read_all(viewer: Viewer, up_to: int, now: datetime) -> int:
    """全部标为已读, up to the newest that was shown: what came since is still news. Answers how many it were."""
    mine = notices.visible_to(viewer)
    async with unit_of_work():
        changed = Row.update({Row.read_at: now}).where(mine, Row.read_at.is_null(), Row.id <= up_to)
        return len(await changed.returning(Row.id))
