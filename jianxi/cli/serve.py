"""`jianxi serve`: serves the application with granian."""

import ctypes
import os
import resource
import signal
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import Any

import click
from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels

from jianxi.cli.running import ready_settings, run
from jianxi.settings import Settings

HEADERS_WITHIN = 5_000
"""Milliseconds for a client to send its request's head, or the next one's; slower ones are let go."""
LARGEST_HEAD = 32 * 1024
CONNECTIONS = 1_024
"""Taken at once by a worker, with requests or without; more wait in the listening queue."""
OTHER_FILES = 1_024
"""Open files that are no clients: the database, modules, and the parts of uploads that come in."""
STOPPED_WITHIN = 15
"""Seconds for the requests that run at a stop to end; longer than a slow head is waited for."""
PARENT_HAS_DIED = 1
"""PR_SET_PDEATHSIG of Linux."""
MMAP_THRESHOLD, ARENA_MAX = -3, -8
"""Of glibc's mallopt."""

Application = Callable[..., Any]


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="监听端口")
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64), help="进程数")
def serve(host: str, port: int, workers: int) -> None:
    """启动服务。"""
    settings = ready_settings()
    check_workers(settings, workers)
    run(lambda now: _nothing())
    click.echo(f"服务地址：http://{host}:{port}　按 Ctrl+C 停止")
    start(host, port, workers)


def check_workers(settings: Settings, workers: int) -> None:
    if workers > 1 and settings.database_file is not None:
        raise click.ClickException("SQLite 数据库只能由一个进程写入，请使用 --workers 1，或改用 PostgreSQL。")


def start(host: str, port: int, workers: int = 1, headers_within: int = HEADERS_WITHIN) -> None:
    """Serves until told to stop. The workers read the same environment."""
    # Before the workers are forked: one that takes the place of a dead one then has it at once.
    import_module("jianxi.app")
    _allow_files(CONNECTIONS + OTHER_FILES)
    Granian(
        "jianxi.app:from_environment",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=workers,
        loop=Loops.asyncio,
        http=HTTPModes.http1,
        websockets=False,
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=headers_within, max_buffer_size=LARGEST_HEAD),
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=STOPPED_WITHIN,
        factory=True,
    ).serve(target_loader=partial(_application, os.getpid()), wrap_loader=False)


def _application(parent: int) -> Application:
    """What a worker of that process serves. It dies with its parent: left alone it would go on writing and hold the port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_HAS_DIED, signal.SIGKILL)
        if os.getppid() != parent:
            sys.exit(1)
    _give_memory_back()
    from jianxi.app import from_environment

    return from_environment()


def _give_memory_back() -> None:
    """What large files took goes back to the system at once. As shipped, glibc raises its threshold with each, and what
    was freed lies about in the heaps of several threads: the same uploads then hold 350 MB instead of 190."""
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(MMAP_THRESHOLD, 1024 * 1024)
        mallopt(ARENA_MAX, 2)


def _allow_files(wanted: int) -> None:
    """As many open files as connections are taken, where the system lets us."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    enough = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    if soft != resource.RLIM_INFINITY and soft < enough:
        resource.setrlimit(resource.RLIMIT_NOFILE, (enough, hard))


async def _nothing() -> None:
    """The database was opened and is up to date: that is all that was asked."""
