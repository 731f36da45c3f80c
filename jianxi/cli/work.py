"""`jianxi work`: does the 后台任务 that wait. A server starts it by itself, as a process apart."""

import asyncio
import os
import signal
import sys
from contextlib import suppress

import click

from jianxi import templating
from jianxi.cli.running import ready_settings, run
from jianxi.documents import pool
from jianxi.queries import regions
from jianxi.services import job_running
from jianxi.settings import Settings
from jianxi.web import directory, logs

LINGER = 60
"""Seconds that one of a server waits for the next job: most come one after the other."""
NICENESS = 10
"""Requests go before jobs."""


@click.command()
@click.option("--for-server", is_flag=True, hidden=True)
def work(for_server: bool) -> None:
    """办理等待中的后台任务；服务运行时由服务自动办理。"""
    settings = ready_settings()
    if for_server:
        os.nice(NICENESS)
        logs.configure()
    done = run(lambda now: _work(settings, for_server))
    if not for_server:
        click.echo(f"已办理{done:,}个后台任务。" if done else "没有等待中的后台任务。")


async def _work(settings: Settings, for_server: bool) -> int:
    """How many were done before it was told to stop, or nothing was left."""
    stopping = _told_by(for_server)
    templating.use_directory(await regions.directory(), settings.province)
    following = asyncio.create_task(directory.follow(settings.province))
    done = idle = 0
    try:
        while not stopping.is_set() and idle <= (LINGER if for_server else 0):
            if await job_running.run_one(settings.clock, stopping.is_set, not_done):
                done, idle = done + 1, 0
                continue
            idle += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(stopping.wait(), 1 if for_server else 0)
    finally:
        following.cancel()
        pool.close()
    return done


def _told_by(for_server: bool) -> asyncio.Event:
    """Set by the signals that end a program, and for a server's by the end of its input."""
    loop, stopping = asyncio.get_running_loop(), asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stopping.set)
    if for_server:
        loop.add_reader(sys.stdin.fileno(), stopping.set)
    return stopping


def not_done(job: int, error: Exception) -> None:
    logs.log.warning("job not done", job=job, **logs.trace(error))
