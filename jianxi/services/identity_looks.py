"""An office looks at 身份证号 or 身份证件信息 at 上岗审核: nothing goes out that is not logged."""

from datetime import datetime

from jianxi.domain import periods
from jianxi.domain.identity_looks import LOOK_AT_NUMBER
from jianxi.domain.identity_pictures import LOOK, Side
from jianxi.domain.outcomes import Missing
from jianxi.domain.placements import FLOW
from jianxi.domain.viewers import OfficialViewer
from jianxi.queries import files, identity_looks
from jianxi.services import log
from jianxi.tables.unit_of_work import unit_of_work


async def at_number(viewer: OfficialViewer, id: int, now: datetime) -> str:
    """查看完整号码. The log does not hold it."""
    async with unit_of_work():
        number = await identity_looks.number(viewer, id, periods.today(now))
        await log.record(viewer, now, FLOW.noun, id, LOOK_AT_NUMBER)
    return number


async def at_picture(viewer: OfficialViewer, id: int, side: Side, now: datetime) -> bytes:
    """A JPEG of one side."""
    _, found = await identity_looks.pictures(viewer, id, periods.today(now))
    if side not in found:
        raise Missing
    jpeg = await files.picture(found[side], 1)
    async with unit_of_work():
        await log.record(viewer, now, FLOW.noun, id, LOOK, facts={"side": side.value})
    return jpeg
