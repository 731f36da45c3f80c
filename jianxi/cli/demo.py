"""`jianxi demo`: an embedded database in a scratch folder, filled through the services, and served."""

import os
import tempfile
from collections.abc import MutableMapping
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from multiprocessing import get_context

import click

from jianxi.cli.running import run
from jianxi.cli.serve import start
from jianxi.services import installation


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="监听地址")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="监听端口")
def demo(host: str, port: int) -> None:
    """用演示数据启动；停止后数据即删除。"""
    with tempfile.TemporaryDirectory(prefix="jianxi-demo-") as folder:
        address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        leave_installation(os.environ)
        os.environ["JIANXI_DEMO"] = "1"
        os.environ["JIANXI_DATABASE_URL"] = f"sqlite:///{folder}/jianxi.sqlite3"
        os.environ["JIANXI_PUBLIC_URL"] = address
        click.echo("正在准备演示数据…")
        # By a process of its own: the one that serves is forked, and no thread that the file store has begun comes along.
        with ProcessPoolExecutor(1, get_context("spawn")) as another:
            lines = another.submit(filled).result()
        for line in lines:
            click.echo(line)
        click.echo(f"\n打开 {address}　按 Ctrl+C 停止")
        start(host, port)


def leave_installation(variables: MutableMapping[str, str]) -> None:
    """Drops what a shell has exported for a real installation: the demo shares neither its store nor its keys."""
    for name in [name for name in variables if name.upper().startswith("JIANXI_")]:
        if name.upper() != "JIANXI_NOW":
            del variables[name]


def filled() -> list[str]:
    """What to tell of the demo's people, once they are there."""
    return run(_fill, upgraded=False)


async def _fill(now: datetime) -> list[str]:
    from jianxi.cli import demo_data

    await installation.initialise()
    return await demo_data.fill(now)
