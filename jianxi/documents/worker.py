"""The process that draws papers for documents.pool: it reads HTML and answers PDF, one after the other, within limits. It
knows no key and no database, and ends with its input, or when it has not been asked for a while."""

import os
import resource
import select
import shutil
import signal
import struct
import sys
import tempfile
from typing import BinaryIO

PAPERS = 200
"""After so many the next one is drawn by a fresh process."""
IDLE_SECONDS = 180
MEMORY = 1_500 * 1024 * 1024
"""Of addresses, the fonts' files among them."""
CPU_SECONDS = 20
"""For one paper."""
NICENESS = 10
"""Requests go before papers."""
LENGTH = struct.Struct(">I")
DONE, FAILED = b"\x00", b"\x01"


def main(folder: str) -> None:
    """Answers on what was standard output; what a library prints goes to standard error instead. `folder` is for the
    library's temporary files, and is gone when this process has ended."""
    tempfile.tempdir = folder
    _limit()
    try:
        with os.fdopen(os.dup(1), "wb") as answers:
            os.dup2(2, 1)
            _serve(sys.stdin.buffer, answers)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _limit() -> None:
    """What tells the server to stop reaches this process, too, often first: it ends with its input, when the requests
    under way are answered, and leaves nothing behind."""
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)
    os.nice(NICENESS)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """After a failure nobody knows what is left in memory: the next paper is drawn by another process."""
    for _ in range(PAPERS):
        html = _next(asked)
        if html is None:
            return
        state, content = _answer(html)
        answers.write(state + LENGTH.pack(len(content)) + content)
        answers.flush()
        if state != DONE:
            return


def _next(asked: BinaryIO) -> str | None:
    """The next paper's HTML; None when there is none to come, or none came for a while."""
    ready, _, _ = select.select([asked.fileno()], [], [], IDLE_SECONDS)
    head = asked.read(LENGTH.size) if ready else b""
    if len(head) < LENGTH.size:
        return None
    return asked.read(LENGTH.unpack(head)[0]).decode()


def _answer(html: str) -> tuple[bytes, bytes]:
    """The PDF, or the kind of fault: what a paper says is told to nobody."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + CPU_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))
    try:
        from jianxi.documents import pdf

        return DONE, pdf.draw(html)
    except Exception as error:  # noqa: BLE001
        return FAILED, type(error).__name__.encode()


if __name__ == "__main__":
    main(sys.argv[1])
