"""Has papers drawn by processes of their own, so that no request waits for one and no paper can harm the server."""

import asyncio
import atexit
import os
from concurrent.futures import ThreadPoolExecutor
from queue import LifoQueue

from jianxi.documents.drawing import Broken, Process
from jianxi.domain.outcomes import Overloaded

PROCESSES = min(2, os.cpu_count() or 1)
MOST_WAITING = 50
"""Beyond which nobody is kept waiting: the last would wait for half a minute."""
BUSY = "现在下载文书的人较多，暂时不能生成。请过一会儿再试；您填写的内容不受影响。"
NOT_DRAWN = "这份文书没有生成：内容过多，或者系统暂时繁忙。请稍后再试；如仍不成功，请联系主管部门。"


class Pool:
    """Processes that are started when they are needed. A thread waits for each, so that a pool serves any loop."""

    def __init__(self, processes: list[Process] | None = None) -> None:
        self._all = processes or [Process() for _ in range(PROCESSES)]
        # The one that was used last: the others end when nobody needs them.
        self._free: LifoQueue[Process] = LifoQueue()
        for process in self._all:
            self._free.put(process)
        self._threads = ThreadPoolExecutor(len(self._all), thread_name_prefix="paper")
        self._waiting = 0

    async def draw(self, html: str) -> bytes:
        """Raises `Overloaded`. Who goes away while others are before him is left out; a paper begun is drawn to its end."""
        if self._waiting >= MOST_WAITING:
            raise Overloaded(BUSY)
        self._waiting += 1
        try:
            return await asyncio.wrap_future(self._threads.submit(self._draw, html))
        except Broken:
            raise Overloaded(NOT_DRAWN) from None
        finally:
            self._waiting -= 1

    def pids(self) -> list[int]:
        """Of the processes that run."""
        return [pid for process in self._all if (pid := process.pid) is not None]

    def close(self) -> None:
        """Every process ends, in the midst of a paper or not, and none is started any more."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        for process in self._all:
            process.close()

    def _draw(self, html: str) -> bytes:
        process = self._free.get()
        try:
            return process.draw(html)
        finally:
            self._free.put(process)


_pools: list[Pool] = []
"""The server's own, once a paper was asked for."""


async def draw(html: str) -> bytes:
    """The PDF of a paper; raises `Overloaded`."""
    if not _pools:
        _pools.append(Pool())
    return await _pools[0].draw(html)


@atexit.register
def close() -> None:
    """At the end of the server; a paper that is asked for later starts anew."""
    while _pools:
        _pools.pop().close()
