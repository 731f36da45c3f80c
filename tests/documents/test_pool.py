"""What happens to the processes that draw: nobody else suffers from a paper, and none of them is left behind."""

import asyncio
import os
import select
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from jianxi.documents import pool
from jianxi.documents.drawing import Broken, Process
from jianxi.documents.pool import Pool
from jianxi.domain.outcomes import Overloaded

PAPER = '<html lang="zh-CN"><title>一</title><p>二'
NEVER = ("-c", "import time; time.sleep(600)")
ONE_PAPER = """
import sys, time
from jianxi.documents.worker import DONE, LENGTH
def tell(what):
    with open({told!r}, "w") as pipe:
        print(what, file=pipe)
def take():
    sys.stdin.buffer.read(LENGTH.unpack(sys.stdin.buffer.read(LENGTH.size))[0])
tell("started")
take()
sys.stdout.buffer.write(DONE + LENGTH.pack(0))
sys.stdout.flush()
take()
tell("drawing")
time.sleep(600)
"""
"""Draws one empty paper and is never done with the next."""
ALONE = "import os,signal\nfrom jianxi.documents.drawing import Process\np=Process()\np.draw('<p>')\nprint(p.pid,p._folder,flush=True)\nos.kill(os.getpid(),signal.SIGKILL)"


def worker(**limits: int) -> tuple[str, ...]:
    """The real one, under other limits."""
    changed = "".join(f"worker.{name} = {value}; " for name, value in limits.items())
    return ("-c", f"import sys; from jianxi.documents import worker; {changed}worker.main(sys.argv[1])")


def wait_for_end(pid: int | None) -> None:
    """Of a process that may have ended already."""
    if pid is None:
        return
    with suppress(ProcessLookupError), os.fdopen(os.pidfd_open(pid)) as watched:
        assert select.select([watched], [], [], 30)[0]


@pytest.fixture
def drawing() -> Iterator[Pool]:
    """Of one process."""
    made = Pool([Process()])
    yield made
    made.close()


@pytest.mark.parametrize(
    ("process", "why"),
    [
        (Process(NEVER, seconds=0.3), "it takes too long"),
        (Process(worker(CPU_SECONDS=0)), "it takes too much of the processor"),
        (Process(worker(MEMORY=120 * 1024 * 1024)), "it takes too much memory"),
        (Process(("-c", "raise SystemExit(3)")), "it dies"),
    ],
)
@pytest.mark.anyio
async def test_a_paper_that_is_too_much_costs_only_its_process(process: Process, why: str) -> None:
    harmed = Pool([process, Process()])
    try:
        told = await asyncio.gather(*(harmed.draw(PAPER) for _ in range(2)), return_exceptions=True)
        assert process.pid is None, why
    finally:
        harmed.close()

    assert [type(each) for each in told if not isinstance(each, bytes)] == [Overloaded]
    assert [each[:4] for each in told if isinstance(each, bytes)] == [b"%PDF"]


def test_a_paper_with_a_fault_is_told_by_its_kind_alone_and_the_next_is_drawn() -> None:
    process = Process()
    with pytest.raises(Broken, match=r"^AddressInPaper$"):
        process.draw('<img src="http://a.test/张三">')

    assert process.draw(PAPER).startswith(b"%PDF")
    process.end()


@pytest.mark.parametrize("limits", [{"PAPERS": 1}, {"IDLE_SECONDS": 1}])
def test_a_process_that_has_had_its_share_or_is_idle_ends_and_is_replaced(limits: dict[str, int]) -> None:
    process = Process(worker(**limits))
    process.draw(PAPER)
    wait_for_end(process.pid)

    assert process.pid is None
    assert process.draw(PAPER).startswith(b"%PDF")
    process.end()


@pytest.mark.anyio
async def test_a_process_that_somebody_ended_is_replaced_unnoticed(drawing: Pool) -> None:
    await drawing.draw(PAPER)
    (first,) = drawing.pids()
    os.kill(first, signal.SIGKILL)

    assert (await drawing.draw(PAPER)).startswith(b"%PDF")
    assert drawing.pids() != [first]


@pytest.mark.anyio
async def test_who_goes_away_leaves_no_process_busy(drawing: Pool) -> None:
    asked = [asyncio.create_task(drawing.draw(PAPER)) for _ in range(3)]
    await asyncio.sleep(0)
    asked[0].cancel()
    asked[1].cancel()

    assert (await asked[2]).startswith(b"%PDF")
    assert len(drawing.pids()) == 1


@pytest.mark.anyio
async def test_no_process_is_started_once_the_pool_is_closed_in_the_midst_of_a_paper(tmp_path: Path) -> None:
    told = tmp_path / "told"
    os.mkfifo(told)
    with os.fdopen(os.open(told, os.O_RDWR)) as pipe:
        closed = Pool([Process(("-c", ONE_PAPER.format(told=str(told))), seconds=5)])
        await closed.draw(PAPER)
        asked = asyncio.create_task(closed.draw(PAPER))
        assert [await asyncio.to_thread(pipe.readline) for _ in range(2)] == ["started\n", "drawing\n"]
        closed.close()

        with pytest.raises(Overloaded):
            await asked
        assert (select.select([pipe], [], [], 0)[0], closed.pids()) == ([], [])


@pytest.mark.anyio
async def test_nobody_is_kept_waiting_for_too_long(drawing: Pool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "MOST_WAITING", 0)

    with pytest.raises(Overloaded, match="请过一会儿再试"):
        await drawing.draw(PAPER)


@pytest.mark.anyio
async def test_it_knows_nothing_of_the_servers_environment_and_has_no_folder_left(
    drawing: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JIANXI_SECRET_KEY", "a key")
    await drawing.draw(PAPER)
    (pid,) = drawing.pids()
    told = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    folder = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")[-2].decode()

    assert {each.partition(b"=")[0] for each in told if each} <= {b"PYTHONPATH", b"LANG", b"LC_CTYPE"}
    assert Path(folder).is_dir()
    drawing.close()
    assert drawing.pids() == []
    assert not Path(folder).exists()


@pytest.mark.anyio
async def test_it_is_told_to_stop_and_still_draws_what_was_asked_for(drawing: Pool) -> None:
    await drawing.draw(PAPER)
    for told in (signal.SIGTERM, signal.SIGINT):
        os.kill(drawing.pids()[0], told)
    (pid,) = drawing.pids()

    assert (await drawing.draw(PAPER)).startswith(b"%PDF")
    assert drawing.pids() == [pid]


def test_it_ends_with_a_server_that_was_killed() -> None:
    server = subprocess.Popen([sys.executable, "-c", ALONE], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    pid, folder = server.stdout.readline().split()
    server.communicate()
    wait_for_end(int(pid))

    assert not Path(folder).exists()
