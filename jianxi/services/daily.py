"""What each day asks for: 失效 of what nobody answered in time, then 提醒, of which none is for what is void. What 后台任务
made is deleted when its days are over."""

from datetime import datetime

from jianxi.domain.outcomes import Unavailable
from jianxi.domain.periods import today
from jianxi.domain.placements import FLOW
from jianxi.queries import standing
from jianxi.services import holds, job_keeping, reminders
from jianxi.services.departures import lapse_due
from jianxi.services.reminders import Failed
from jianxi.tables.unit_of_work import unit_of_work


async def run(now: datetime, failed: Failed) -> int:
    """As often as one likes; answers how many reminders were made. One record that fails holds up no other."""
    await job_keeping.forget(now)
    await _lapse(now, failed)
    return await reminders.run(now, failed)


async def _lapse(now: datetime, failed: Failed) -> None:
    """Each in a unit of work of its own."""
    after = 0
    while found := await standing.left_void(today(now), after):
        for placement in found:
            try:
                async with unit_of_work():
                    await holds.placement(placement)
                    await lapse_due(placement, now)
            except Unavailable:
                raise
            except Exception as error:  # noqa: BLE001
                failed(FLOW.noun, placement, error)
        after = found[-1]
