"""Has a sent file read by a child process with limits on memory, time and everything else: what a hostile file does
there, it does to nobody else."""

import asyncio
import json
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakKeyDictionary

import jianxi
from jianxi.domain.outcomes import Unavailable
from jianxi.storage.kinds import Reason, Refusal

CHILD = "jianxi.storage.inspection"
SECONDS = 30
"""The child's own limit on processor time is lower; this one ends a child that waits."""
AT_ONCE = {"check": 2, "picture": 1}
"""By task. Whoever looks at a page never waits for files that somebody sends."""
LARGEST_ANSWER = 32 * 1024 * 1024
PART = 64 * 1024
MOST_CODES = 20

_turns: WeakKeyDictionary[asyncio.AbstractEventLoop, dict[str, asyncio.Semaphore]] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Answer:
    """The bytes that the child made, of how many pages if it said so, the most bytes of memory it held, and what the QR
    codes say that it read."""

    pages: object
    content: bytes
    memory: int
    codes: tuple[str, ...] = ()


async def ask(order: Mapping[str, object], data: bytes) -> Answer:
    """Raises `Refusal`: the child's own, or `UNREADABLE` when it died, took too long or answered nonsense. Who is
    cancelled while waiting leaves no child behind. Raises `Unavailable` when no child can be started."""
    task = str(order["task"])
    turns = _turns.setdefault(asyncio.get_running_loop(), {})
    async with turns.setdefault(task, asyncio.Semaphore(AT_ONCE[task])):
        child = await _start()
        try:
            async with asyncio.timeout(SECONDS):
                said, _ = await asyncio.gather(_listen(child), _tell(child, order, data))
                code = await child.wait()
        except TimeoutError:
            raise Refusal(Reason.UNREADABLE) from None
        finally:
            await _end(child)
    return _understood(said if code == 0 else b"")


async def _start() -> Process:
    """It knows the code's folders and nothing of this process's environment, keys least of all."""
    folders = [str(Path(jianxi.__file__).parents[1]), *(path for path in sys.path if os.path.isabs(path))]
    surroundings = {"PYTHONPATH": os.pathsep.join(dict.fromkeys(folders))}
    command = (sys.executable, "-B", "-P", "-S", "-s", "-m", CHILD)
    try:
        return await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL, env=surroundings, cwd="/", close_fds=True
        )
    except OSError as error:
        raise Unavailable from error


async def _tell(child: Process, order: Mapping[str, object], data: bytes) -> None:
    """A child that died while it was told shows that by its code."""
    assert child.stdin is not None  # noqa: S101 -- asked for above; for the type checker.
    with suppress(BrokenPipeError, ConnectionResetError):
        child.stdin.write(json.dumps(order).encode() + b"\n")
        child.stdin.write(data)
        await child.stdin.drain()
        child.stdin.close()
        await child.stdin.wait_closed()


async def _listen(child: Process) -> bytes:
    """Never more than an answer can be, whatever the child sends."""
    assert child.stdout is not None  # noqa: S101 -- as above.
    parts: list[bytes] = []
    length = 0
    while length <= LARGEST_ANSWER and (part := await child.stdout.read(PART)):
        parts.append(part)
        length += len(part)
    return b"".join(parts) if length <= LARGEST_ANSWER else b""


async def _end(child: Process) -> None:
    """Killed if it still runs; its pipe is read to the end, without which nobody would learn of the end."""
    assert child.stdout is not None  # noqa: S101 -- as above.
    if child.returncode is None:
        with suppress(ProcessLookupError):
            child.kill()
    while await child.stdout.read(PART):
        pass
    await child.wait()


def _understood(said: bytes) -> Answer:
    head, _, content = said.partition(b"\n")
    try:
        told = json.loads(head)
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise Refusal(Reason.UNREADABLE)
    memory = told.get("memory")
    memory = memory if isinstance(memory, int) else 0
    if "reason" in told:
        reason = Reason(told["reason"]) if str(told["reason"]) in set(Reason) else Reason.UNREADABLE
        raise Refusal(reason, str(told.get("detail", ""))[:40], memory)
    codes = told.get("codes")
    texts = tuple(each for each in codes if isinstance(each, str)) if isinstance(codes, list) else ()
    return Answer(told.get("pages"), content, memory, texts[:MOST_CODES])
