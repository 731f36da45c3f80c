"""The forms of 后台任务 at both desks: 取消任务."""

from tests.hostile.town import Town
from tests.hostile.visiting import Fields
from tests.jobs import planted

Filled = tuple[str, Fields]
NOTHING: tuple[str, ...] = ()


async def of_unit(town: Town, _: int) -> Filled:
    return f"/employer/jobs/{await planted(town.unit, 'running')}/cancellation", {}


async def of_county(town: Town, _: int) -> Filled:
    return f"/authority/jobs/{await planted(town.county, 'running')}/cancellation", {}
