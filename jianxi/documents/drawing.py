"""One process that draws papers, as its asker sees it: started when it is needed, ended when it takes too long."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from typing import IO

from jianxi.documents.worker import DONE, LENGTH

SECONDS = 30
"""For one paper, the start of a process included."""
WORKER = "jianxi.documents.worker"
ENDED_BY_OTHERS = (0, -signal.SIGKILL)
"""Its share was drawn or nothing was asked for a while; or somebody ended it, such as a system short of memory."""


class Broken(Exception):
    """No paper came: it was too much for the process's time or memory, or there is a fault in it."""


class Process:
    """Used by one thread at a time; `close` may come from another."""

    def __init__(self, worker: tuple[str, ...] = ("-m", WORKER), seconds: float = SECONDS) -> None:
        self._worker = worker
        self._seconds = seconds
        self._child: subprocess.Popen[bytes] | None = None
        self._folder = ""
        self._starting = threading.Lock()
        self._is_closed = False

    @property
    def pid(self) -> int | None:
        """While it runs."""
        return self._child.pid if self._child is not None and self._child.poll() is None else None

    def draw(self, html: str) -> bytes:
        """The PDF; raises `Broken`. A process that has had its share of papers, or was idle, has ended and is replaced,
        unless this one was closed."""
        if self.pid is not None:
            content = self._asked(html)
            if content is not None:
                return content
        self.end()
        self._start()
        content = self._asked(html)
        if content is None:
            self.end()
            raise Broken
        return content

    def close(self) -> None:
        """Ends it at once, in the midst of a paper or not; none is started in its place."""
        with self._starting:
            self._is_closed = True
        self.end()

    def end(self) -> None:
        """At once; the next paper starts another."""
        child, self._child = self._child, None
        if child is not None:
            child.kill()
            child.wait()
            _close(child)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _start(self) -> None:
        """It knows the code's folders and nothing of this process's environment, keys least of all. What the library
        says to standard error may quote the paper, and goes nowhere. Raises `Broken` once this is closed."""
        surroundings = {"PYTHONPATH": os.pathsep.join(sys.path), "LANG": "C.UTF-8"}
        pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
        with self._starting:
            if self._is_closed:
                raise Broken
            self._folder = tempfile.mkdtemp(prefix="jianxi-paper-")
            command = [sys.executable, *self._worker, self._folder]
            self._child = subprocess.Popen(  # noqa: S603 -- our own interpreter and module.
                command, stdin=pipe, stdout=pipe, stderr=nothing, env=surroundings
            )

    def _asked(self, html: str) -> bytes | None:
        """The PDF; None from a process that ended, but not by this paper. Raises `Broken` where it failed or had to be ended."""
        child = self._child
        if child is None or child.stdin is None or child.stdout is None:
            return None
        late = threading.Event()
        watch = threading.Timer(self._seconds, _end_late, (child, late))
        watch.start()
        try:
            _send(child.stdin, html.encode())
            state, content = _received(child.stdout)
        except (BrokenPipeError, EOFError, ValueError):
            # The last is what a pipe says that `close` has closed from its side.
            if late.is_set() or child.wait() not in ENDED_BY_OTHERS:
                self.end()
                raise Broken from None
            return None
        finally:
            watch.cancel()
        if state != DONE:
            self.end()
            raise Broken(content.decode())
        return content


def _end_late(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _send(to: IO[bytes], content: bytes) -> None:
    to.write(LENGTH.pack(len(content)) + content)
    to.flush()


def _received(answers: IO[bytes]) -> tuple[bytes, bytes]:
    head = answers.read(1 + LENGTH.size)
    if len(head) < 1 + LENGTH.size:
        raise EOFError
    size = LENGTH.unpack(head[1:])[0]
    content = answers.read(size)
    if len(content) < size:
        raise EOFError
    return head[:1], content


def _close(child: subprocess.Popen[bytes]) -> None:
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except BrokenPipeError:
                continue
