"""What a server does between requests: it sends what the outbox holds (通知), does 后台任务, and once a day what the day asks
for (提醒, 失效)."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import date, datetime

from jianxi.domain.periods import in_shanghai, today
from jianxi.queries import jobs
from jianxi.queries import outbox as reading
from jianxi.services import daily, job_running, outbox
from jianxi.web.logs import log, trace
from jianxi.web.workers import Worker

SECONDS = 5
"""Between two looks into the outbox."""
BETWEEN_JOBS = 1.0
"""Seconds between two looks for a job, which somebody has just asked for."""
FIRST_LOOK = 30
"""Seconds after the start before the first reminders."""
HOUR = 7
"""From this hour in Shanghai on are the day's reminders made."""
AT_ONCE = 1
"""Seconds that it waits for anything else, which a later look does again."""
PATIENCE = 25
"""Seconds that a stopping server waits for a mail under way, which would be 不明 otherwise, and for a job's next step, at
which it gives the job back."""
Clock = Callable[[], datetime]


class Errands:
    """The running task; one in each process of a server."""

    def __init__(
        self,
        clock: Clock,
        site: str,
        *,
        seconds: float = SECONDS,
        first_look: float = FIRST_LOOK,
        worker: Worker | None = None,
        shifted: bool = False,
    ) -> None:
        """`worker`: the process apart that does the jobs; without one they are done in this one. `shifted`: the clock is
        one that was set."""
        self._worker, self._shifted = worker, shifted
        self.clock, self.site, self.seconds, self.first_look = clock, site, seconds, first_look
        self.reminded_on: date | None = None
        self._stopping = asyncio.Event()
        self._sending = False
        self._working = False
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self) -> None:
        self._tasks = [asyncio.create_task(self._follow()), asyncio.create_task(self._work())]

    async def end(self) -> None:
        """Lets what is under way come to its end."""
        self._stopping.set()
        if not self._tasks:
            return
        patience = PATIENCE if self._sending or self._working else AT_ONCE
        _, late = await asyncio.wait(self._tasks, timeout=patience)
        for task in late:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._worker is not None:
            await self._worker.end()

    async def _follow(self) -> None:
        looks = 0
        while not await self._told_to_stop(self.seconds):
            looks += 1
            await self._quietly(self._send)
            if looks * self.seconds >= self.first_look:
                await self._quietly(self._remind)

    async def _work(self) -> None:
        """In a task of its own: no mail waits for a job."""
        while not await self._told_to_stop(min(self.seconds, BETWEEN_JOBS)):
            self._working = True
            await self._quietly(self._do_jobs)
            self._working = False

    async def _do_jobs(self) -> None:
        if self._worker is not None:
            if self._worker.pid is None and await jobs.is_due(self.clock()):
                self._worker.start(self.clock() if self._shifted else None)
            return
        while not self._stopping.is_set():
            if not await job_running.run_one(self.clock, self._stopping.is_set, _not_done):
                return

    async def _told_to_stop(self, seconds: float) -> bool:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._stopping.wait(), seconds)
        return self._stopping.is_set()

    async def _send(self) -> None:
        while not self._stopping.is_set() and await reading.is_due(self.clock()):
            self._sending = True
            try:
                if not await outbox.send_some(self.site, self.clock()):
                    return
            finally:
                self._sending = False

    async def _remind(self) -> None:
        now = self.clock()
        if self.reminded_on == today(now) or in_shanghai(now).hour < HOUR:
            return
        await daily.run(now, _not_reminded)
        self.reminded_on = today(now)

    async def _quietly(self, errand: Callable[[], Awaitable[None]]) -> None:
        """What fails now is tried at the next look; the service goes on."""
        try:
            await errand()
        except Exception as error:  # noqa: BLE001
            log.warning("errand not done", **trace(error))


def _not_reminded(noun: str, record: int, error: Exception) -> None:
    """The rest of the day goes on, and this one is due again the next day."""
    log.warning("record passed over by an errand", noun=noun, record=record, **trace(error))


def _not_done(job: int, error: Exception) -> None:
    log.warning("job not done", job=job, **trace(error))
