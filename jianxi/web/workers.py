"""The process that does 后台任务, as the server sees it: started when a job waits, so that no request waits for one. It ends
by itself when none is left, and with its input: whatever becomes of the server, it is not left alone."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from time import monotonic

COMMAND = (sys.executable, "-m", "jianxi.cli", "work", "--for-server")
AGAIN = 5.0
"""Seconds between two starts: one that cannot even begin is not started all the time."""
PATIENCE = 10.0
"""Seconds for the step under way when the server stops; a job that is broken off in it is taken up again."""


class Worker:
    """At most one at a time."""

    def __init__(self, command: Sequence[str] = COMMAND) -> None:
        self._command = command
        self._child: subprocess.Popen[bytes] | None = None
        self._begun = -AGAIN

    @property
    def pid(self) -> int | None:
        """While it runs."""
        return self._child.pid if self._child is not None and self._child.poll() is None else None

    def start(self, now: datetime | None) -> None:
        """Unless it runs, or has only just been started. `now`: of a clock that was set, which it shall share. It reads the
        same environment."""
        if self.pid is not None or monotonic() - self._begun < AGAIN:
            return
        self._begun = monotonic()
        told = {} if now is None else {"JIANXI_NOW": now.isoformat()}
        surroundings = {**os.environ, **told, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        self._child = subprocess.Popen(self._command, stdin=subprocess.PIPE, env=surroundings)  # noqa: S603 -- ours.

    async def end(self, patience: float = PATIENCE) -> None:
        """It gives back what it has under way; after that it is killed, and the job taken up again elsewhere."""
        child, self._child = self._child, None
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            await asyncio.to_thread(child.wait, patience)
        except subprocess.TimeoutExpired:
            child.kill()
            await asyncio.to_thread(child.wait)
