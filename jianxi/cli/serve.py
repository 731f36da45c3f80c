"""`jianxi serve`: serves the application with granian."""

import click
from granian import Granian
from granian.constants import HTTPModes, Interfaces, Loops
from granian.http import HTTP1Settings
from granian.log import LogLevels

from jianxi.cli.running import ready_settings, run
from jianxi.settings import Settings

HEADERS_WITHIN = 10_000
"""Milliseconds for a client to send its request's head; slower ones are let go."""
AT_ONCE = 256
"""Requests taken at once by a worker; more wait in the listening queue."""


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


def start(host: str, port: int, workers: int = 1) -> None:
    """Serves until told to stop. The workers read the same environment."""
    Granian(
        "jianxi.app:from_environment",
        address=host,
        port=port,
        interface=Interfaces.ASGI,
        workers=workers,
        loop=Loops.asyncio,
        http=HTTPModes.http1,
        websockets=False,
        backpressure=AT_ONCE,
        http1_settings=HTTP1Settings(header_read_timeout=HEADERS_WITHIN),
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        factory=True,
    ).serve()


async def _nothing() -> None:
    """The database was opened and is up to date: that is all that was asked."""
